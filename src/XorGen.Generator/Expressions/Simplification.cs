using XorGen.Generator.Model;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Expressions;

/// <summary>
/// Makes trees smaller. <see cref="SimplifiedExactly"/> changes no bit of a value. <see cref="Simplified"/> goes on where that is not so: a product
/// with the constant 0 is 0, whatever the other factor, zeros may change their sign, and operations on constants are done in double
/// precision. What differentiation leaves behind needs the first two.
/// </summary>
internal static class Simplification
{
    public static Expression Simplified(this Expression tree) => Simplify(tree, node => node switch
    {
        Unary u => OfUnary(u),
        Binary b => OfBinary(b),
        FusedMultiplyAdd f => OfFusedMultiplyAdd(f),
        Select s => OfSelect(s),
        _ => node,
    });

    public static Expression SimplifiedExactly(this Expression tree) => Simplify(tree, node => node switch
    {
        Unary u => OfUnary(u),
        Binary b => OfBinaryExactly(b),
        Select s => OfSelect(s),
        _ => node,
    });

    private static Expression Simplify(Expression tree, Func<Expression, Expression> rule)
    {
        IReadOnlyList<Expression> parts = tree.Parts();
        return parts.Count == 0 ? tree : rule(tree.WithParts([.. parts.Select(part => Simplify(part, rule))]));
    }

    private static Expression OfBinaryExactly(Binary node) => (node.Operator, node.Left, node.Right) switch
    {
        (BinaryOperator.Multiply, Constant { Value: 1 or -1 }, _) or (BinaryOperator.Multiply, _, Constant { Value: 1 or -1 }) => OfProduct(node),
        (BinaryOperator.Divide, _, Constant { Value: 1 or -1 }) => OfQuotient(node),
        (BinaryOperator.Subtract, _, Constant { Value: 0 } zero) when !zero.Value.IsNegativeZero() => node.Left,
        (BinaryOperator.Min or BinaryOperator.Max, _, _) when node.Left.Equals(node.Right) => node.Left,
        _ => node,
    };

    private static Expression OfUnary(Unary node) => node switch
    {
        { Operator: UnaryOperator.Negate, Operand: Constant c } => -c.Value,
        { Operator: UnaryOperator.Negate, Operand: Unary { Operator: UnaryOperator.Negate } inner } => inner.Operand,
        { Operator: UnaryOperator.Abs, Operand: Constant c } => Math.Abs(c.Value),
        { Operator: UnaryOperator.Abs, Operand: Unary { Operator: not UnaryOperator.Sqrt } inner } => inner.Operator == UnaryOperator.Abs ? inner : Abs(inner.Operand),
        _ => node,
    };

    private static Expression OfBinary(Binary node) => node.Operator switch
    {
        BinaryOperator.Add => OfSum(node),
        BinaryOperator.Subtract => OfDifference(node),
        BinaryOperator.Multiply => OfProduct(node),
        BinaryOperator.Divide => OfQuotient(node),
        _ => node.Left.Equals(node.Right) ? node.Left : node,
    };

    private static Expression OfSum(Binary node) => (node.Left, node.Right) switch
    {
        (Constant { Value: 0 }, _) => node.Right,
        (_, Constant { Value: 0 }) => node.Left,
        (Constant a, Constant b) => a.Value + b.Value,
        (_, Unary { Operator: UnaryOperator.Negate } right) => node.Left - right.Operand,
        (Unary { Operator: UnaryOperator.Negate } left, _) => node.Right - left.Operand,
        _ => node,
    };

    private static Expression OfDifference(Binary node) => (node.Left, node.Right) switch
    {
        (_, Constant { Value: 0 }) => node.Left,
        (Constant { Value: 0 }, _) => OfUnary(new Unary(UnaryOperator.Negate, node.Right)),
        (Constant a, Constant b) => a.Value - b.Value,
        (_, Unary { Operator: UnaryOperator.Negate } right) => node.Left + right.Operand,
        _ => node,
    };

    private static Expression OfProduct(Binary node) => (node.Left, node.Right) switch
    {
        (Constant { Value: 0 }, _) or (_, Constant { Value: 0 }) => 0,
        (Constant { Value: 1 }, _) => node.Right,
        (_, Constant { Value: 1 }) => node.Left,
        (Constant { Value: -1 }, _) => OfUnary(new Unary(UnaryOperator.Negate, node.Right)),
        (_, Constant { Value: -1 }) => OfUnary(new Unary(UnaryOperator.Negate, node.Left)),
        (Constant a, Constant b) => a.Value * b.Value,
        (Unary { Operator: UnaryOperator.Negate } a, Unary { Operator: UnaryOperator.Negate } b) => a.Operand * b.Operand,
        _ => node,
    };

    private static Expression OfQuotient(Binary node) => (node.Left, node.Right) switch
    {
        (Constant { Value: 0 }, not Constant { Value: 0 }) => 0,
        (_, Constant { Value: 1 }) => node.Left,
        (_, Constant { Value: -1 }) => OfUnary(new Unary(UnaryOperator.Negate, node.Left)),
        (Constant a, Constant { Value: not 0 } b) => a.Value / b.Value,
        _ => node,
    };

    private static Expression OfFusedMultiplyAdd(FusedMultiplyAdd node) => node switch
    {
        { A: Constant { Value: 0 } } or { B: Constant { Value: 0 } } => node.C,
        { A: Constant { Value: 1 } } => OfSum(new Binary(BinaryOperator.Add, node.B, node.C)),
        { B: Constant { Value: 1 } } => OfSum(new Binary(BinaryOperator.Add, node.A, node.C)),
        { C: Constant { Value: 0 } } => OfProduct(new Binary(BinaryOperator.Multiply, node.A, node.B)),
        _ => node,
    };

    private static Expression OfSelect(Select node) =>
        node.WhenTrue.Equals(node.WhenFalse) ? node.WhenTrue
        : node is { Left: Constant a, Right: Constant b } ? (Holds(node.Comparison, a.Value, b.Value) ? node.WhenTrue : node.WhenFalse)
        : IsNever(node) ? node.WhenFalse
        : node;

    /// <summary>Whether a value is compared with itself so that not even a NaN can make it true; x >= x is false for a NaN, and stays.</summary>
    private static bool IsNever(Select node) => node.Comparison is Comparison.GreaterThan or Comparison.LessThan && node.Left.Equals(node.Right);

    /// <summary>Whether a comparison of two numbers holds.</summary>
    public static bool Holds(Comparison comparison, double left, double right) => comparison switch
    {
        Comparison.GreaterThan => left > right,
        Comparison.GreaterThanOrEqual => left >= right,
        Comparison.LessThan => left < right,
        Comparison.LessThanOrEqual => left <= right,
        _ => left == right,
    };
}
