using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;

namespace XorGen.Generator.Parsing;

internal sealed partial class FormulaScope
{
    private string PrecisionAdvice => parser.Number == NumberFormat.Single
        ? "write it with float and MathF ('2f' in place of '2.0'), or declare the network with Precision = Precision.Double"
        : "write it with double and Math, or declare the network with Precision = Precision.Single";

    private FormulaValue? Read(IOperation operation)
    {
        if (operation is not IConversionOperation && !parser.Spend(1, operation.Syntax))
        {
            return null;
        }

        if (operation is { ConstantValue: { HasValue: true, Value: IConvertible constant and not (string or bool or char) }, Type.SpecialType: { } type })
        {
            return type is SpecialType.System_Decimal or SpecialType.System_IntPtr or SpecialType.System_UIntPtr ? Unsupported(operation.Syntax) : ReadConstant(constant, type);
        }

        switch (operation)
        {
            case IParameterReferenceOperation or ILocalReferenceOperation when names.TryGetValue(NameOf(operation)!, out FormulaValue known):
                return parser.Spend(known.Tree, [], operation.Syntax) ? known : null;
            case IFieldReferenceOperation field:
                return parser.Report(
                    operation.Syntax.GetLocation(),
                    field.Field.IsStatic && field.Field.IsReadOnly
                        ? $"'{field.Field.Name}' is read while the program runs, and a formula is made when it is compiled: declare it 'const' in place of 'static readonly'"
                        : $"'{field.Field.Name}' is a variable, and a formula is made when the program is compiled: only constants ('const') and the method's own variables can be part of it");
            case IConversionOperation conversion:
                return ReadConversion(conversion);
            case IUnaryOperation { OperatorMethod: null } unary:
                return ReadUnary(unary);
            case IBinaryOperation { OperatorMethod: null } binary:
                return ReadBinary(binary);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return Choose(conditional.Syntax, conditional.Condition, () => Read(conditional.WhenTrue), () => Read(otherwise));
            case IInvocationOperation call:
                return ReadCall(call);
            default:
                return Unsupported(operation.Syntax);
        }
    }

    /// <summary>A constant of an enumeration is one of its underlying type.</summary>
    private static FormulaValue ReadConstant(IConvertible value, SpecialType type) => value switch
    {
        float or double => new(value.ToDouble(CultureInfo.InvariantCulture), value is float ? SpecialType.System_Single : SpecialType.System_Double),
        ulong large => new(new WholeNumber(large), SpecialType.System_UInt64),
        _ => new(new WholeNumber(value.ToInt64(CultureInfo.InvariantCulture)), WholeNumbers.IsWhole(type) ? type : SpecialType.System_Int32),
    };

    private FormulaValue? ReadConversion(IConversionOperation node)
    {
        if (Read(node.Operand) is not { } value)
        {
            return null;
        }

        SpecialType type = node.Type?.SpecialType ?? SpecialType.None;
        if (node.OperatorMethod is not null)
        {
            return Unsupported(node.Syntax);
        }

        if (type == value.Type)
        {
            return value;
        }

        if (value.IsWhole)
        {
            return WholeNumbers.IsWhole(type) ? ToRange(value.Tree, type, node.IsChecked, node.Syntax)
                : type is SpecialType.System_Single or SpecialType.System_Double ? new(value.Tree.Map(number => ToReal(number, type)), type)
                : Unsupported(node.Syntax);
        }

        return (value.Type, type) switch
        {
            (SpecialType.System_Single, SpecialType.System_Double) => value with { Type = type },
            (SpecialType.System_Double, SpecialType.System_Single) when value.IsConstant || parser.Number == NumberFormat.Single =>
                new(value.IsConstant ? value.Tree.Map(number => Round(number, type)) : value.Tree, type),
            (SpecialType.System_Double, SpecialType.System_Single) => parser.ReportPrecision(node.Syntax, PrecisionAdvice),
            _ when WholeNumbers.IsWhole(type) => parser.Report(
                node.Syntax.GetLocation(), $"'{FormulaParser.Shorten(node.Syntax)}' makes a whole number of a real one, which goes in steps and has no slope"),
            _ => Unsupported(node.Syntax),
        };
    }

    private static Expression ToReal(Expression number, SpecialType type) => number is not WholeNumber whole ? number
        : type == SpecialType.System_Double ? (whole.Value > long.MaxValue ? (ulong)whole.Value : (double)(long)whole.Value)
        : whole.Value > long.MaxValue ? (float)(ulong)whole.Value : (float)(long)whole.Value;

    private static Expression Round(Expression number, SpecialType type) =>
        number is Constant c && type == SpecialType.System_Single ? (double)(float)c.Value : number;

    /// <summary>Brings whole numbers into the range of their type.</summary>
    private FormulaValue? ToRange(Expression tree, SpecialType type, bool isChecked, SyntaxNode node) =>
        isChecked && tree.Numbers().Any(number => number is WholeNumber whole && WholeNumbers.Wrap(whole.Value, type) != whole.Value)
            ? parser.Report(node.GetLocation(), $"'{FormulaParser.Shorten(node)}' overflows, which throws an exception in a checked context")
            : new FormulaValue(tree.Map(number => number is WholeNumber whole ? new WholeNumber(WholeNumbers.Wrap(whole.Value, type)) : number), type);

    private FormulaValue? ReadUnary(IUnaryOperation node)
    {
        if (node.OperatorKind is not (UnaryOperatorKind.Plus or UnaryOperatorKind.Minus or UnaryOperatorKind.BitwiseNegation) || Read(node.Operand) is not { } value)
        {
            return node.OperatorKind is UnaryOperatorKind.Plus or UnaryOperatorKind.Minus or UnaryOperatorKind.BitwiseNegation ? null : Unsupported(node.Syntax);
        }

        if (value.IsWhole)
        {
            Expression tree = value.Tree.Map(number => number is not WholeNumber whole ? number : node.OperatorKind switch
            {
                UnaryOperatorKind.Minus => new WholeNumber(-whole.Value),
                UnaryOperatorKind.BitwiseNegation => new WholeNumber(-whole.Value - 1),
                _ => whole,
            });
            return ToRange(tree, value.Type, node.IsChecked, node.Syntax);
        }

        return node.OperatorKind == UnaryOperatorKind.Plus ? value
            : value with { Tree = value.IsConstant ? value.Tree.Map(number => -((Constant)number).Value) : -value.Tree };
    }

    private FormulaValue? ReadBinary(IBinaryOperation node)
    {
        // A long chain leans to the left: its links are read from the inside, not by recursion.
        var links = new Stack<IBinaryOperation>();
        IOperation first = node;
        while (first is IBinaryOperation { OperatorMethod: null, ConstantValue.HasValue: false } link && (first == node || parser.Spend(1, link.Syntax)))
        {
            links.Push(link);
            first = link.LeftOperand;
        }

        FormulaValue? value = parser.Spend(0, node.Syntax) ? Read(first) : null;
        while (value is not null && links.Count > 0)
        {
            IBinaryOperation link = links.Pop();
            value = Read(link.RightOperand) is { } right ? Compute(link, value, right) : null;
        }

        return value;
    }

    private FormulaValue? Compute(IBinaryOperation node, FormulaValue left, FormulaValue right)
    {
        if (left.IsWhole && right.IsWhole)
        {
            return ComputeWhole(node, left, right);
        }

        BinaryOperator? operation = node.OperatorKind switch
        {
            BinaryOperatorKind.Add => BinaryOperator.Add,
            BinaryOperatorKind.Subtract => BinaryOperator.Subtract,
            BinaryOperatorKind.Multiply => BinaryOperator.Multiply,
            BinaryOperatorKind.Divide => BinaryOperator.Divide,
            _ => null,
        };
        if (operation is not { } known || left.Type != right.Type || left.Type is not (SpecialType.System_Single or SpecialType.System_Double))
        {
            return Unsupported(node.Syntax);
        }

        SpecialType type = left.Type;
        if (left.IsConstant && right.IsConstant && (type != parser.OwnType || (left.Tree is Constant && right.Tree is Constant)))
        {
            Expression tree = left.Tree.Combine(right.Tree, (a, b) => Fold(known, ((Constant)a).Value, ((Constant)b).Value, type));
            return parser.Spend(tree, [left.Tree, right.Tree], node.Syntax) ? new(tree, type, left.IsRounded || right.IsRounded) : null;
        }

        // The sum, difference, product and quotient of two floats in double precision, rounded to float, are those in single precision:
        // a double has more than twice the bits (S. Figueroa, "When is double rounding innocuous?", 1995).
        return type == parser.OwnType ? new(new Binary(known, left.Tree, right.Tree), type)
            : parser.Number == NumberFormat.Double || IsInexact(left) || IsInexact(right) ? parser.ReportPrecision(node.Syntax, PrecisionAdvice)
            : new(new Binary(known, left.Tree, right.Tree), type, IsRounded: true);
    }

    private static double Fold(BinaryOperator operation, double a, double b, SpecialType type)
    {
        double result = operation switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            BinaryOperator.Multiply => a * b,
            _ => a / b,
        };
        return type == SpecialType.System_Single ? (float)result : result;
    }

    private FormulaValue? ComputeWhole(IBinaryOperation node, FormulaValue left, FormulaValue right)
    {
        SpecialType type = left.Type;
        bool isKnown = true;
        Expression tree = left.Tree.Combine(right.Tree, (a, b) =>
        {
            if (a is not WholeNumber first || b is not WholeNumber second)
            {
                return double.NaN;
            }

            BigInteger? result = WholeNumbers.Compute(node.OperatorKind, first.Value, second.Value, type);
            isKnown &= result is not null;
            return new WholeNumber(result ?? 0);
        });
        bool isDivision = node.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder;
        return isKnown ? (parser.Spend(tree, [left.Tree, right.Tree], node.Syntax) ? ToRange(tree, type, node.IsChecked || isDivision, node.Syntax) : null)
            : isDivision ? parser.Report(node.Syntax.GetLocation(), $"'{FormulaParser.Shorten(node.Syntax)}' divides by the whole number zero, which throws an exception")
            : Unsupported(node.Syntax);
    }

    private FormulaValue? ReadCall(IInvocationOperation node)
    {
        IMethodSymbol method = node.TargetMethod;
        if (node.Instance is not null || !(method.IsStatic || method.MethodKind == MethodKind.LocalFunction)
            || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None || parameter.IsParams))
        {
            return Unsupported(node.Syntax);
        }

        var arguments = new FormulaValue[method.Parameters.Length];
        foreach (IArgumentOperation argument in node.Arguments)
        {
            if (Read(argument.Value) is not { } value)
            {
                return null;
            }

            arguments[argument.Parameter!.Ordinal] = value;
        }

        if (!IsLibrary(method.ContainingType))
        {
            return parser.Read(method, arguments, node.Syntax.GetLocation());
        }

        return FormulaCalls.Find(method, arguments, parser.OwnType, IsInexact) switch
        {
            { Reason: { } reason } => parser.Report(node.Syntax.GetLocation(), $"'{FormulaParser.Shorten(node.Syntax)}' {reason}"),
            { IsOfOtherPrecision: true } => parser.ReportPrecision(node.Syntax, PrecisionAdvice),
            { Value: { } value } => parser.Spend(value.Tree, arguments.Select(argument => argument.Tree), node.Syntax) ? value : null,
            _ => parser.Report(
                node.Syntax.GetLocation(), $"'{method.ContainingType.Name}.{method.Name}' is not among the functions that XorGen knows: {KnownFunctions.Names}"),
        };
    }

    /// <summary>Whether a type has the functions of mathematics: Math, MathF, float, double, the whole numbers, or XorGen's own.</summary>
    private static bool IsLibrary(INamedTypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double || WholeNumbers.IsWhole(type.SpecialType)
        || type.ToDisplayString() is "System.Math" or "System.MathF" or "XorGen.Numerics.ElementarySingle" or "XorGen.Numerics.ElementaryDouble";

    /// <summary>Whether a number of the other type is not one of the network's: then an operation on it has another result there.</summary>
    private bool IsInexact(FormulaValue value) =>
        value.Type != parser.OwnType && !value.IsWhole
        && (value.IsRounded || value.Tree.Numbers().Any(number => number is Constant c && !IsOwn(c.Value)));

    private bool IsOwn(double value) => double.IsNaN(value) || parser.Number.Round(value).Equals(value);
}
