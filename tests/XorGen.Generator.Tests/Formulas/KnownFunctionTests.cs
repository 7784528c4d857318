namespace XorGen.Generator.Tests.Formulas;

/// <summary>Every function that formulas know: its values over its whole range are those of C#, and its slopes those of the derivative.</summary>
public class KnownFunctionTests
{
    private static readonly double[] Points =
    [
        .. new[]
        {
            0, 1e-45, 1e-40, 1e-30, 1e-20, 1e-10, 1e-5, 0.001, 0.1, 0.3, 0.5, 0.7071, 0.9, 0.99, 0.999, 1, 1.001, 1.1, 1.5, 2, 2.5, 3, 3.3, 4, 5, 7.3, 9.2, 10, 15, 18, 20.5, 33, 44, 60, 87, 88.5,
            89, 89.4, 90, 100, 127, 128, 150, 500, 700, 709.7, 710, 710.4, 711, 1e4, 1e5, 1e8, 1e15, 1e20, 1e30, 3e38, 1e39, 1e100, 1e200, 1e308, double.PositiveInfinity,
        }.SelectMany(x => new[] { x, -x }),
        double.NaN,
    ];

    /// <summary>The formula, its derivative, by how many last places its value may be off, and whether it gives 0 for subnormal results.</summary>
    private static readonly (string Formula, Func<double, double>? Slope, double LastPlaces, bool Flushes, Func<double, bool>? Domain)[] Functions =
    [
        ("{M}.Abs(x)", x => Math.Sign(x), 0, false, null),
        ("{M}.Acos(x)", x => -1 / Math.Sqrt((1 - x) * (1 + x)), 4, false, null),
        ("{M}.Acosh(x)", x => 1 / (Math.Sqrt(x - 1) * Math.Sqrt(x + 1)), 4, false, null),
        ("{M}.Asin(x)", x => 1 / Math.Sqrt((1 - x) * (1 + x)), 4, false, null),
        ("{M}.Asinh(x)", x => 1 / double.Hypot(1, x), 4, false, null),
        ("{M}.Atan(x)", x => 1 / (1 + (x * x)), 3, false, null),
        ("{M}.Atanh(x)", x => 1 / ((1 - x) * (1 + x)), 4, false, null),
        ("{M}.Cbrt(x)", x => 1 / (3 * Math.Cbrt(x) * Math.Cbrt(x)), 2, false, null),
        ("{M}.Cos(x)", x => -Math.Sin(x), 3, false, x => Math.Abs(x) <= 1e4),
        ("{M}.Cosh(x)", x => Math.Sinh(x), 3, false, null),
        ("{M}.Exp(x)", x => Math.Exp(x), 2, true, null),
        ("{T}.Exp10(x)", x => Math.Log(10) * Math.Pow(10, x), 6, false, null),
        ("{T}.Exp2(x)", x => Math.Log(2) * Math.Pow(2, x), 3, false, null),
        ("{M}.Pow(2, x)", x => Math.Log(2) * Math.Pow(2, x), 3, false, null),
        ("{M}.Pow(10, x)", x => Math.Log(10) * Math.Pow(10, x), 3, false, null),
        ("{M}.Pow(({T})0.3, x)", null, 3, false, null),
        ("{T}.ExpM1(x)", null, 8e6, false, x => Math.Abs(x) > 0.1),
        ("{M}.Log(x)", x => 1 / x, 3, false, null),
        ("{M}.Log2(x)", x => 1 / (x * Math.Log(2)), 4, false, null),
        ("{M}.Log10(x)", x => 1 / (x * Math.Log(10)), 4, false, null),
        ("{M}.Log(x, 3)", x => 1 / (x * Math.Log(3)), 6, false, null),
        ("{M}.Log(x, 2)", x => 1 / (x * Math.Log(2)), 6, false, null),
        ("{M}.Log(x, 1)", null, 6, false, null),
        ("{M}.Log(x, 0)", null, 6, false, null),
        ("{M}.Log(5, x)", null, 6, false, null),
        ("{M}.Sin(x)", x => Math.Cos(x), 3, false, x => Math.Abs(x) <= 1e4),
        ("{M}.Sinh(x)", x => Math.Cosh(x), 5, false, null),
        ("{M}.Sqrt(x)", x => 1 / (2 * Math.Sqrt(x)), 0, false, null),
        ("{M}.Tan(x)", x => 1 + (Math.Tan(x) * Math.Tan(x)), 6, false, x => Math.Abs(x) <= 1e4),
        ("{M}.Tanh(x)", null, 4, false, null),
        ("{M}.Pow(x, 0)", x => 0, 0, false, null),
        ("{M}.Pow(x, 1)", x => 1, 0, false, null),
        ("{M}.Pow(x, 2)", x => 2 * x, 1, false, null),
        ("{M}.Pow(x, 3)", x => 3 * x * x, 2, false, null),
        ("{M}.Pow(x, 8)", x => 8 * Math.Pow(x, 7), 8, false, null),
        ("{M}.Pow(x, 9)", x => 9 * Math.Pow(x, 8), 2, false, null),
        ("{M}.Pow(x, 32)", x => 32 * Math.Pow(x, 31), 2, false, null),
        ("{M}.Pow(x, 33)", x => 33 * Math.Pow(x, 32), 2, false, null),
        ("{M}.Pow(x, 100)", x => 100 * Math.Pow(x, 99), 2, false, null),
        ("{M}.Pow(x, -1)", x => -1 / (x * x), 2, false, null),
        ("{M}.Pow(x, -2)", x => -2 / (x * x * x), 3, false, null),
        ("{M}.Pow(x, -7)", x => -7 / Math.Pow(x, 8), 8, false, null),
        ("{M}.Pow(x, -33)", x => -33 * Math.Pow(x, -34), 2, false, null),
        ("{M}.Pow(x, ({T})0.5)", x => 0.5 * Math.Pow(x, -0.5), 1, false, null),
        ("{M}.Pow(x, ({T})1.5)", x => 1.5 * Math.Pow(x, 0.5), 2, false, null),
        ("{M}.Pow(x, ({T})2.5)", x => 2.5 * Math.Pow(x, 1.5), 2, false, null),
        ("{M}.Pow(x, ({T})-0.75)", x => -0.75 * Math.Pow(x, -1.75), 2, false, null),
        ("{M}.Pow(x, x)", x => x <= 0 ? double.NaN : Math.Pow(x, x) * (1 + Math.Log(x)), 2, false, x => x > 1e-30 || x == -1),
        ("{M}.Max(x, 0)", null, 0, false, null),
        ("{M}.Max(-({T})0, x)", null, 0, false, null),
        ("{M}.Max(x, ({T})0.5)", x => x >= 0.5 ? 1 : 0, 0, false, null),
        ("{M}.Max(x, -x)", null, 0, false, null),
        ("{M}.Max(x, {T}.NaN)", null, 0, false, null),
        ("{M}.Min(x, 0)", null, 0, false, null),
        ("{M}.Min(x, -({T})0)", null, 0, false, x => x != 0),
        ("{M}.Min(({T})0.5, x)", x => x <= 0.5 ? 1 : 0, 0, false, null),
        ("{M}.Min(-x, x)", null, 0, false, null),
        ("{M}.Min({T}.NaN, x)", null, 0, false, null),
        ("{T}.MaxNumber(x, 0)", null, 0, false, null),
        ("{T}.MinNumber(3, x)", null, 0, false, null),
        ("{T}.MaxNumber(x, {T}.NaN)", null, 0, false, null),
        ("{T}.Clamp(x, -2, 3)", x => x is >= -2 and <= 3 ? 1 : 0, 0, false, null),
        ("Math.Clamp(x, 0, ({T})1)", x => x is >= 0 and <= 1 ? 1 : 0, 0, false, null),
        ("{M}.CopySign(3, x)", x => 0, 0, false, x => !double.IsNaN(x)),
        ("{M}.CopySign(x, -1)", null, 0, false, x => !double.IsNaN(x)),
        ("{M}.FusedMultiplyAdd(x, x, -1)", x => 2 * x, 0, false, null),
        ("{M}.Atan2(x, 2)", x => 2 / (4 + (x * x)), 3, false, null),
        ("{M}.Atan2(-1, x)", x => 1 / (1 + (x * x)), 3, false, null),
        ("{T}.Hypot(x, 3)", x => double.IsInfinity(x) ? double.NaN : x / double.Hypot(x, 3), 3, false, x => !double.IsInfinity(x)),
        ("{T}.DegreesToRadians(x)", x => Math.PI / 180, 3, false, x => Math.Abs(x) < 1e37),
        ("{T}.RadiansToDegrees(x)", x => 180 / Math.PI, 3, false, x => Math.Abs(x) < 1e35),
    ];

    [Fact]
    [Trait("Category", "Thorough")]
    public void Values_and_slopes_are_right_over_the_whole_range() => AssertAll(everyForm: false);

    [Fact]
    [Trait("Category", "Exhaustive")]
    public void Values_and_slopes_are_right_in_every_precision_and_layout() => AssertAll(everyForm: true);

    private static void AssertAll(bool everyForm)
    {
        using var networks = new FormulaNetworks([.. Functions.Select(function => $"static {{T}} F({{T}} x) => {function.Formula};")], everyForm);
        var failures = new List<string>();
        for (int i = 0; i < Functions.Length; i++)
        {
            (string formula, Func<double, double>? slope, double lastPlaces, bool flushes, Func<double, bool>? domain) = Functions[i];
            try
            {
                networks.Check(i, Points.Where(domain ?? (x => true)), slope, lastPlaces, flushes);
            }
            catch (Xunit.Sdk.XunitException exception)
            {
                failures.Add($"{formula}: {exception.Message}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }
}
