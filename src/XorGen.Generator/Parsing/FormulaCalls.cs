using System.Numerics;
using Microsoft.CodeAnalysis;
using XorGen.Generator.Expressions;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Parsing;

/// <summary>What a call of a function of mathematics is worth.</summary>
internal static class FormulaCalls
{
    /// <summary>Functions whose value is one of the arguments but for its sign: rounding before them or after them is the same.</summary>
    private static readonly HashSet<string> ChoosingFunctions = ["Abs", "Clamp", "CopySign", "Max", "MaxNumber", "Min", "MinNumber"];

    /// <summary>Finds the value.</summary>
    /// <param name="method">The function.</param>
    /// <param name="arguments">Its arguments, converted to the types of its parameters.</param>
    /// <param name="ownType">The type of the network's numbers.</param>
    /// <param name="isInexact">Whether an argument is not a number of the network's precision.</param>
    /// <returns>The value, or why there is none; nothing where the function is not known.</returns>
    public static Result Find(IMethodSymbol method, IReadOnlyList<FormulaValue> arguments, SpecialType ownType, Func<FormulaValue, bool> isInexact)
    {
        if (method.Name == "Sign" && arguments.Count == 1 && arguments[0] is { IsWhole: false } x)
        {
            return x.Type == ownType || !isInexact(x) ? new(new FormulaValue(Sign(x.Tree), method.ReturnType.SpecialType)) : Result.OtherPrecision;
        }

        if (arguments.Count > 0 && arguments.All(argument => argument.IsWhole))
        {
            return OfWholeNumbers(method, arguments);
        }

        SpecialType type = method.ReturnType.SpecialType;
        if (type is not (SpecialType.System_Single or SpecialType.System_Double) || arguments.Any(argument => argument.Type != type))
        {
            return default;
        }

        Expression[] trees = [.. arguments.Select(argument => argument.Tree)];
        if (method.Name == "Clamp" && trees.Length == 3 && trees[1] is Constant low && trees[2] is Constant high && low.Value > high.Value)
        {
            return new(Reason: "throws an exception: its lower bound is more than its upper one");
        }

        if (KnownFunctions.Find(method.Name, trees) is not { } tree)
        {
            return default;
        }

        bool choosing = ChoosingFunctions.Contains(method.Name);
        bool inexact = arguments.Any(isInexact);
        return type == ownType ? new(new FormulaValue(tree, type))
            : ownType == SpecialType.System_Double || (inexact && !choosing) ? Result.OtherPrecision
            : new(new FormulaValue(tree, type, IsRounded: inexact || !choosing));
    }

    /// <summary>1, -1 or 0; of NaN, where C# throws an exception, NaN.</summary>
    private static Expression Sign(Expression x) => SelectGreater(
        x, 0, new WholeNumber(1), SelectGreater(0, x, new WholeNumber(-1), new Select(Comparison.Equal, x, 0, new WholeNumber(0), double.NaN)));

    private static Result OfWholeNumbers(IMethodSymbol method, IReadOnlyList<FormulaValue> arguments)
    {
        SpecialType type = method.ReturnType.SpecialType;
        Func<BigInteger, BigInteger, BigInteger>? function = (method.Name, arguments.Count) switch
        {
            ("Abs", 1) => (a, _) => BigInteger.Abs(a),
            ("Sign", 1) => (a, _) => a.Sign,
            ("Min", 2) => BigInteger.Min,
            ("Max", 2) => BigInteger.Max,
            _ => null,
        };
        if (function is null || !WholeNumbers.IsWhole(type))
        {
            return default;
        }

        Expression tree = arguments[0].Tree.Combine(
            arguments[arguments.Count - 1].Tree,
            (a, b) => a is WholeNumber first && b is WholeNumber second ? new WholeNumber(function(first.Value, second.Value)) : (Expression)double.NaN);
        return tree.Numbers().Any(number => number is WholeNumber whole && WholeNumbers.Wrap(whole.Value, type) != whole.Value)
            ? new(Reason: "overflows, which throws an exception")
            : new(new FormulaValue(tree, type));
    }

    /// <summary>The value of a call, or why it has none.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Reason">What is wrong with the call.</param>
    /// <param name="IsOfOtherPrecision">Whether the network's precision would give another value.</param>
    internal readonly record struct Result(FormulaValue? Value = null, string? Reason = null, bool IsOfOtherPrecision = false)
    {
        public static Result OtherPrecision { get; } = new(IsOfOtherPrecision: true);
    }
}
