using XorGen.Generator.Expressions;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Parsing;

/// <summary>The functions of Math, MathF, float and double, and of the runtime, as trees.</summary>
internal static class KnownFunctions
{
    private const double Log2E = 1.4426950408889634;
    private const double Log10E = 0.4342944819032518;
    private const int LargestPower = 32;

    private static readonly Dictionary<string, Func<Expression, Expression>> OfOne = new()
    {
        ["Abs"] = Abs,
        ["Atan"] = Atan,
        ["Cos"] = Cos,
        ["Cosh"] = x => (Exp(x) + Exp(-x)) * 0.5,
        ["Erf"] = Erf,
        ["Exp"] = Exp,
        ["ExpM1"] = Expm1,
        ["Expm1"] = Expm1,
        ["Log"] = Log,
        ["Log10"] = x => Log(x) * Log10E,
        ["Log1p"] = Log1p,
        ["Log2"] = x => Log(x) * Log2E,
        ["LogP1"] = Log1p,
        ["Sigmoid"] = Sigmoid,
        ["Sign"] = Sign,
        ["Sin"] = Sin,

        // With u = e^x - 1: (u + u / (u + 1)) / 2, which keeps the relative accuracy near 0.
        ["Sinh"] = x => (Expm1(x) + (Expm1(x) / (Expm1(x) + 1))) * 0.5,
        ["Softplus"] = Softplus,
        ["Sqrt"] = Sqrt,
        ["Tan"] = x => Sin(x) / Cos(x),
        ["Tanh"] = Tanh,
    };

    /// <summary>Gets their names, for messages.</summary>
    public static string Names => string.Join(", ", OfOne.Keys.Concat(["Min", "Max", "Clamp", "Pow", "FusedMultiplyAdd"]).OrderBy(name => name, StringComparer.Ordinal));

    /// <summary>Returns a function's value, or null where there is none of that name with so many arguments.</summary>
    public static Expression? Find(string name, IReadOnlyList<Expression> arguments) => arguments.Count switch
    {
        1 => OfOne.TryGetValue(name, out Func<Expression, Expression> function) ? function(arguments[0]) : null,
        2 => OfTwo(name, arguments[0], arguments[1]),
        3 => OfThree(name, arguments[0], arguments[1], arguments[2]),
        _ => null,
    };

    private static Expression? OfTwo(string name, Expression a, Expression b) => (name, b) switch
    {
        ("Min" or "MinNumber", _) => Ordered(a, b, Min),
        ("Max" or "MaxNumber", _) => Ordered(a, b, Max),
        ("Pow", Constant power) => Power(a, power.Value),
        ("Pow", _) => Exp(b * Log(a)),
        _ => null,
    };

    private static Expression? OfThree(string name, Expression a, Expression b, Expression c) => name switch
    {
        "Clamp" => Min(c, Max(b, a)),
        "FusedMultiplyAdd" => FusedMultiplyAdd(a, b, c),
        _ => null,
    };

    /// <summary>A constant comes first: then a NaN stays one.</summary>
    private static Expression Ordered(Expression a, Expression b, Func<Expression, Expression, Expression> function) =>
        b is Constant ? function(b, a) : function(a, b);

    /// <summary>Whole powers by multiplication, by squaring; a half by the square root; others by exp and log.</summary>
    private static Expression Power(Expression x, double power)
    {
        if (power == 0.5)
        {
            return Sqrt(x);
        }

        if (power != Math.Floor(power) || Math.Abs(power) > LargestPower)
        {
            return Exp(power * Log(x));
        }

        return power < 0 ? 1 / WholePower(x, (int)-power) : WholePower(x, (int)power);
    }

    private static Expression WholePower(Expression x, int power)
    {
        if (power <= 1)
        {
            return power == 0 ? 1 : x;
        }

        Expression half = WholePower(x, power / 2);
        return power % 2 == 0 ? half * half : half * half * x;
    }
}
