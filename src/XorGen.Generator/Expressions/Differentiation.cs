using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Expressions;

/// <summary>
/// Symbolic differentiation: the chain rule, node by node, simplified. Where a tree has a corner, the derivative is that of the side
/// that the tree itself takes there; it is 0 of |x| at 0.
/// </summary>
internal static class Differentiation
{
    // 2 / sqrt(pi)
    private const double TwoOverSqrtPi = 1.1283791670955126;

    /// <summary>Returns the derivative of a tree by a variable.</summary>
    public static Expression By(this Expression tree, Variable variable) => Derive(tree.Simplified(), variable).Simplified();

    private static Expression Derive(Expression tree, Variable variable)
    {
        if (tree.Equals(variable))
        {
            return 1;
        }

        if (!tree.Mentions(variable))
        {
            return 0;
        }

        return tree switch
        {
            Unary u => OfUnary(u, variable),
            Binary b => OfBinary(b, variable),
            FusedMultiplyAdd f => (Derive(f.A, variable) * f.B) + (f.A * Derive(f.B, variable)) + Derive(f.C, variable),
            Select s => s with { WhenTrue = Derive(s.WhenTrue, variable), WhenFalse = Derive(s.WhenFalse, variable) },
            Function f => OfFunction(f) * Derive(f.Argument, variable),
            _ => throw new InvalidOperationException($"No derivative of {tree.GetType().Name}."),
        };
    }

    private static Expression OfUnary(Unary tree, Variable variable)
    {
        Expression inner = Derive(tree.Operand, variable);
        return tree.Operator switch
        {
            UnaryOperator.Negate => -inner,
            UnaryOperator.Abs => Sign(tree.Operand) * inner,
            _ => inner / (2 * (Expression)tree),
        };
    }

    private static Expression OfBinary(Binary tree, Variable variable)
    {
        Expression left = Derive(tree.Left, variable);
        Expression right = Derive(tree.Right, variable);
        return tree.Operator switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Multiply => (left * tree.Right) + (tree.Left * right),
            BinaryOperator.Divide when !tree.Right.Mentions(variable) => left / tree.Right,
            BinaryOperator.Divide => (left - (tree * right)) / tree.Right,
            BinaryOperator.Max => SelectGreater(tree.Left, tree.Right, left, right),
            _ => new Select(Comparison.LessThan, tree.Left, tree.Right, left, right),
        };
    }

    private static Expression OfFunction(Function tree)
    {
        Expression x = tree.Argument;
        return tree.Name switch
        {
            FunctionName.Exp => tree,
            FunctionName.Expm1 => Exp(x),
            FunctionName.Log => 1 / x,
            FunctionName.Log1p => 1 / (x + 1),
            FunctionName.Tanh => FusedMultiplyAdd(-tree, tree, 1),
            FunctionName.Sigmoid => FusedMultiplyAdd(-tree, tree, tree),
            FunctionName.Softplus => Sigmoid(x),
            FunctionName.Erf => TwoOverSqrtPi * Exp(-x * x),
            FunctionName.Sin => Cos(x),
            FunctionName.Cos => -Sin(x),
            FunctionName.Atan => 1 / FusedMultiplyAdd(x, x, 1),
            _ => throw new InvalidOperationException($"No derivative of {tree.Name}."),
        };
    }
}
