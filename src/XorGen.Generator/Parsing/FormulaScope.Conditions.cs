using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;

namespace XorGen.Generator.Parsing;

internal sealed partial class FormulaScope
{
    private Choice? ReadCondition(IOperation operation)
    {
        if (!parser.Spend(1, operation.Syntax))
        {
            return null;
        }

        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: bool value } }:
                return value ? (a, b) => a : (a, b) => b;
            case ILocalReferenceOperation local when conditions.TryGetValue(local.Local.Name, out Choice known):
                return known;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return ReadCondition(not.Operand) is { } negated ? (a, b) => negated(b, a) : null;
            case IBinaryOperation { OperatorMethod: null } both when both.Type?.SpecialType == SpecialType.System_Boolean
                && both.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.And or BinaryOperatorKind.Or:
                return ReadCondition(both.LeftOperand) is not { } first || ReadCondition(both.RightOperand) is not { } second ? null
                    : both.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And ? (a, b) => first(second(a, b), b)
                    : (a, b) => first(a, second(a, b));
            case IBinaryOperation { OperatorMethod: null } comparison when ComparisonOf(comparison.OperatorKind) is { } kind:
                return ReadComparison(comparison, kind);
            default:
                Unsupported(operation.Syntax);
                return null;
        }
    }

    private static Comparison? ComparisonOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => Comparison.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => Comparison.GreaterThanOrEqual,
        BinaryOperatorKind.LessThan => Comparison.LessThan,
        BinaryOperatorKind.LessThanOrEqual => Comparison.LessThanOrEqual,
        BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => Comparison.Equal,
        _ => null,
    };

    private Choice? ReadComparison(IBinaryOperation node, Comparison kind)
    {
        if (Read(node.LeftOperand) is not { } left || Read(node.RightOperand) is not { } right)
        {
            return null;
        }

        if (left.Type != parser.OwnType && (left.IsRounded || right.IsRounded))
        {
            parser.ReportPrecision(node.Syntax, PrecisionAdvice);
            return null;
        }

        bool negated = node.OperatorKind == BinaryOperatorKind.NotEquals;
        return (a, b) => negated ? Compare(kind, left.Tree, right.Tree, b, a) : Compare(kind, left.Tree, right.Tree, a, b);
    }

    private Expression Compare(Comparison kind, Expression left, Expression right, Expression whenTrue, Expression whenFalse)
    {
        bool isLeft = left.IsConstant();
        bool isRight = right.IsConstant();
        return isLeft && isRight ? left.Combine(right, (a, b) => CompareNumbers(kind, a, b, whenTrue, whenFalse))
            : isRight && NeedsRounding(right) ? right.Map(b => CompareWith(kind, left, ((Constant)b).Value, whenTrue, whenFalse))
            : isLeft && NeedsRounding(left) ? left.Map(a => CompareWith(Mirror(kind), right, ((Constant)a).Value, whenTrue, whenFalse))
            : new Select(kind, left, right, whenTrue, whenFalse);
    }

    private bool NeedsRounding(Expression constant) => constant.Numbers().Any(number => number is Constant c && !IsOwn(c.Value));

    /// <summary>Compares two numbers. Where C# has thrown instead of a number, which is NaN here, the result stays NaN.</summary>
    private static Expression CompareNumbers(Comparison kind, Expression a, Expression b, Expression whenTrue, Expression whenFalse)
    {
        if (a is WholeNumber || b is WholeNumber)
        {
            return a is not WholeNumber first || b is not WholeNumber second ? double.NaN
                : Simplification.Holds(kind, first.Value.CompareTo(second.Value), 0) ? whenTrue : whenFalse;
        }

        return Simplification.Holds(kind, ((Constant)a).Value, ((Constant)b).Value) ? whenTrue : whenFalse;
    }

    /// <summary>
    /// Compares a number of single precision with a double, exactly: where the double lies between two floats, whatever is more than it is
    /// more than the lower one.
    /// </summary>
    private Expression CompareWith(Comparison kind, Expression x, double number, Expression whenTrue, Expression whenFalse)
    {
        if (IsOwn(number))
        {
            return new Select(kind, x, number, whenTrue, whenFalse);
        }

        Expression lower = FloatBelow(number);
        return kind switch
        {
            Comparison.GreaterThan or Comparison.GreaterThanOrEqual => new Select(Comparison.GreaterThan, x, lower, whenTrue, whenFalse),
            Comparison.LessThan or Comparison.LessThanOrEqual => new Select(Comparison.LessThanOrEqual, x, lower, whenTrue, whenFalse),
            _ => whenFalse,
        };
    }

    private static double FloatBelow(double number)
    {
        float nearest = (float)number;
        if (nearest < number)
        {
            return nearest;
        }

        // The bits of neighbours are neighbours; below the smallest positive one is -0.
        int bits = BitConverter.ToInt32(BitConverter.GetBytes(nearest), 0);
        return nearest == 0 ? -float.Epsilon : BitConverter.ToSingle(BitConverter.GetBytes(nearest > 0 ? bits - 1 : bits + 1), 0);
    }

    private static Comparison Mirror(Comparison kind) => kind switch
    {
        Comparison.GreaterThan => Comparison.LessThan,
        Comparison.GreaterThanOrEqual => Comparison.LessThanOrEqual,
        Comparison.LessThan => Comparison.GreaterThan,
        Comparison.LessThanOrEqual => Comparison.GreaterThanOrEqual,
        _ => kind,
    };
}
