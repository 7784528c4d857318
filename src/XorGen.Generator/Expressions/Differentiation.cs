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
    private const double Ln2 = 0.6931471805599453;
    private const double Ln10 = 2.302585092994046;
    private const double Log2E = 1.4426950408889634;
    private const double Log10E = 0.4342944819032518;

    /// <summary>Returns the derivative of a tree by a variable.</summary>
    public static Expression By(this Expression tree, Variable variable) => Derive(tree.SimplifiedExactly(), variable).Simplified();

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
            BinaryFunction f => OfBinaryFunction(f, Derive(f.First, variable), Derive(f.Second, variable)),
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
            FunctionName.Sinh => new Function(FunctionName.Cosh, x),
            FunctionName.Cosh => new Function(FunctionName.Sinh, x),
            FunctionName.Tan => FusedMultiplyAdd(tree, tree, 1),
            FunctionName.Asin => 1 / Sqrt((1 - x) * (1 + x)),
            FunctionName.Acos => -1 / Sqrt((1 - x) * (1 + x)),

            // No square that overflows.
            FunctionName.Asinh => 1 / Hypot(x, 1),
            FunctionName.Acosh => 1 / (Sqrt(x - 1) * Sqrt(x + 1)),
            FunctionName.Atanh => 1 / ((1 - x) * (1 + x)),
            FunctionName.Cbrt => 1 / (3 * (Expression)tree * tree),
            FunctionName.Exp2 => Ln2 * (Expression)tree,
            FunctionName.Exp10 => Ln10 * (Expression)tree,
            FunctionName.Log2 => Log2E / x,
            FunctionName.Log10 => Log10E / x,
            _ => throw new InvalidOperationException($"No derivative of {tree.Name}."),
        };
    }

    private static Expression OfBinaryFunction(BinaryFunction tree, Expression first, Expression second)
    {
        (Expression a, Expression b) = (tree.First, tree.Second);
        return tree.Name switch
        {
            FunctionName.Pow when b is Constant power => power.Value * Powers.Of(a, power.Value - 1) * first,
            FunctionName.Pow => (SlopeOfBase(a, b) * first) + (SlopeOfExponent(tree) * second),
            FunctionName.Atan2 => ((b / Hypot(b, a) / Hypot(b, a)) * first) - ((a / Hypot(b, a) / Hypot(b, a)) * second),
            FunctionName.Hypot => WhereZero(tree, 0, ((a / tree) * first) + ((b / tree) * second)),
            FunctionName.Maximum => SelectGreater(a, b, first, second),
            FunctionName.Minimum => new Select(Comparison.LessThan, a, b, first, second),
            _ => throw new InvalidOperationException($"No derivative of {tree.Name}."),
        };
    }

    /// <summary>b a^(b - 1), and 0 where the exponent is 0: there the function is 1.</summary>
    private static Select SlopeOfBase(Expression a, Expression b) =>
        new Select(Comparison.Equal, b, 0, 0, b * new BinaryFunction(FunctionName.Pow, a, b - 1));

    /// <summary>a^b ln a, and 0 of a base 0 with an exponent that is not negative, as in PyTorch: there the function is constant.</summary>
    private static Expression SlopeOfExponent(BinaryFunction tree)
    {
        Expression slope = tree * Log(tree.First);
        return tree.First is Constant { Value: > 0 } ? slope
            : new Select(Comparison.Equal, tree.First, 0, new Select(Comparison.GreaterThanOrEqual, tree.Second, 0, 0, slope), slope);
    }

    /// <summary>A value where a tree is 0, and a slope elsewhere.</summary>
    private static Select WhereZero(Expression tree, Expression value, Expression slope) => new Select(Comparison.Equal, tree, 0, value, slope);
}
