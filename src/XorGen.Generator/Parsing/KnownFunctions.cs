using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Parsing;

/// <summary>The functions of Math, MathF, float and double, and of the runtime, as trees, for special arguments too.</summary>
internal static class KnownFunctions
{
    private static readonly Dictionary<string, Func<Expression, Expression>> OfOne = new()
    {
        ["Abs"] = Abs,
        ["Acos"] = Of(FunctionName.Acos),
        ["Acosh"] = Of(FunctionName.Acosh),
        ["Asin"] = Of(FunctionName.Asin),
        ["Asinh"] = Of(FunctionName.Asinh),
        ["Atan"] = Atan,
        ["Atanh"] = Of(FunctionName.Atanh),
        ["Cbrt"] = Of(FunctionName.Cbrt),
        ["Cos"] = Cos,
        ["Cosh"] = Of(FunctionName.Cosh),
        ["DegreesToRadians"] = x => x * Math.PI / 180,
        ["Erf"] = Erf,
        ["Exp"] = Exp,
        ["Exp10"] = Of(FunctionName.Exp10),
        ["Exp2"] = Of(FunctionName.Exp2),
        ["ExpM1"] = Expm1,
        ["Expm1"] = Expm1,
        ["Log"] = Log,
        ["Log10"] = Of(FunctionName.Log10),
        ["Log1p"] = Log1p,
        ["Log2"] = Of(FunctionName.Log2),
        ["LogP1"] = Log1p,
        ["RadiansToDegrees"] = x => x * 180 / Math.PI,
        ["Sigmoid"] = Sigmoid,
        ["Sin"] = Sin,
        ["Sinh"] = Of(FunctionName.Sinh),
        ["Softplus"] = Softplus,
        ["Sqrt"] = Sqrt,
        ["Tan"] = Of(FunctionName.Tan),
        ["Tanh"] = Tanh,
    };

    private static readonly Dictionary<string, Func<Expression, Expression, Expression>> OfTwo = new()
    {
        ["Atan2"] = (y, x) => new BinaryFunction(FunctionName.Atan2, y, x),
        ["CopySign"] = CopySign,
        ["Hypot"] = Hypot,
        ["Log"] = LogOfBase,
        ["Max"] = Maximum,
        ["MaxNumber"] = (a, b) => Number(a, b, Maximum),
        ["Maximum"] = Maximum,
        ["Min"] = Minimum,
        ["MinNumber"] = (a, b) => Number(a, b, Minimum),
        ["Minimum"] = Minimum,
        ["Pow"] = Power,
    };

    private static readonly Dictionary<string, Func<Expression, Expression, Expression, Expression>> OfThree = new()
    {
        ["Clamp"] = Clamp,
        ["FusedMultiplyAdd"] = FusedMultiplyAdd,
    };

    /// <summary>Gets their names, for messages.</summary>
    public static string Names => string.Join(
        ", ", OfOne.Keys.Concat(OfTwo.Keys).Concat(OfThree.Keys).Append("Sign").Distinct().OrderBy(name => name, StringComparer.Ordinal));

    /// <summary>Returns a function's value, or null where there is none of that name with so many arguments.</summary>
    public static Expression? Find(string name, IReadOnlyList<Expression> arguments) => arguments.Count switch
    {
        1 => OfOne.TryGetValue(name, out Func<Expression, Expression> function) ? function(arguments[0]) : null,
        2 => OfTwo.TryGetValue(name, out Func<Expression, Expression, Expression> function) ? function(arguments[0], arguments[1]) : null,
        3 => OfThree.TryGetValue(name, out Func<Expression, Expression, Expression, Expression> function)
            ? function(arguments[0], arguments[1], arguments[2])
            : null,
        _ => null,
    };

    private static Func<Expression, Expression> Of(FunctionName name) => x => new Function(name, x);

    /// <summary>
    /// The larger of a constant and x is one operation, which takes x where it is NaN or as large. To the constant 0, which C# takes for more than
    /// -0, 0 is added: that makes 0 of -0 and nothing else of anything else.
    /// </summary>
    private static Expression Maximum(Expression a, Expression b) => (a, b) switch
    {
        (Constant { Value: double.NaN }, _) or (_, Constant { Value: double.NaN }) => double.NaN,
        (Constant c, _) => c.Value == 0 && !c.Value.IsNegativeZero() ? Max(c, b) + 0 : Max(c, b),
        (_, Constant) => Maximum(b, a),
        _ => new BinaryFunction(FunctionName.Maximum, a, b),
    };

    private static Expression Minimum(Expression a, Expression b) => (a, b) switch
    {
        (Constant { Value: double.NaN }, _) or (_, Constant { Value: double.NaN }) => double.NaN,
        (Constant c, _) when !c.Value.IsNegativeZero() => Min(c, b),
        (not Constant, Constant) => Minimum(b, a),
        _ => new BinaryFunction(FunctionName.Minimum, a, b),
    };

    /// <summary>The other number where one is NaN.</summary>
    private static Select Number(Expression a, Expression b, Func<Expression, Expression, Expression> function) =>
        new Select(Comparison.Equal, a, a, new Select(Comparison.Equal, b, b, function(a, b), a), b);

    /// <summary>The sign is that of 1 / b where b is 0; that of a NaN, which depends on the processor, is taken to be positive.</summary>
    private static Select CopySign(Expression a, Expression b) => new Select(
        Comparison.LessThan, b, 0, -Abs(a), new Select(Comparison.Equal, b, 0, new Select(Comparison.LessThan, 1 / b, 0, -Abs(a), Abs(a)), Abs(a)));

    /// <summary>A value that is NaN, or a bound that is, stays out of it. Bounds that are no constants may be exchanged, where C# throws: NaN.</summary>
    private static Expression Clamp(Expression x, Expression low, Expression high)
    {
        Expression clamped = Min(high, Max(low, x));
        return (low, high) is (Constant, Constant) ? clamped : SelectGreater(low, high, double.NaN, clamped);
    }

    /// <summary>As Math.Log(a, newBase): NaN to base 1, and to the bases 0 and infinity but of 1.</summary>
    private static Expression LogOfBase(Expression x, Expression newBase) => newBase switch
    {
        Constant { Value: 2 } => new Function(FunctionName.Log2, x),
        Constant { Value: 10 } => new Function(FunctionName.Log10, x),
        Constant { Value: > 0 and not 1 and not double.PositiveInfinity } => Log(x) / Log(newBase),
        _ => new Select(Comparison.Equal, newBase, 1, double.NaN, new Select(Comparison.Equal, x, 1, Log(x) / Log(newBase), OfStrangeBase(x, newBase))),
    };

    private static Select OfStrangeBase(Expression x, Expression newBase) => new Select(
        Comparison.Equal, newBase, 0, double.NaN, new Select(Comparison.Equal, newBase, double.PositiveInfinity, double.NaN, Log(x) / Log(newBase)));

    private static Expression Power(Expression a, Expression b) => (a, b) switch
    {
        (_, Constant power) => Powers.Of(a, power.Value),
        (Constant { Value: 1 }, _) => 1,
        (Constant { Value: 2 }, _) => new Function(FunctionName.Exp2, b),
        (Constant { Value: 10 }, _) => new Function(FunctionName.Exp10, b),
        _ => new BinaryFunction(FunctionName.Pow, a, b),
    };
}
