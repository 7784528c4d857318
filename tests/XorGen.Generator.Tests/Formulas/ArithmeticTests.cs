namespace XorGen.Generator.Tests.Formulas;

/// <summary>A formula has the value that C# gives it: of whole numbers, conversions, constants, conditions and branches.</summary>
public class ArithmeticTests
{
    private static readonly string[] Both =
    [
        // Whole numbers wrap around, round quotients to zero and shift by the lower bits of the count.
        "static {T} F({T} x) { int a = 2000000000; int b = 2000000000; return x + (a + b); }",
        "static {T} F({T} x) { int a = 7; return x * (a / 2) + a % 4 - (-a / 2); }",
        "static {T} F({T} x) { int a = -9; return x * (a >> 1) + (a >>> 28) + (a << 33) + (~a & 6 | 16 ^ 3); }",
        "static {T} F({T} x) { uint a = 5; return x * (a - 6); }",
        "static {T} F({T} x) { long a = long.MaxValue; return x + (a + 1); }",
        "static {T} F({T} x) { ulong a = ulong.MaxValue; return x + a; }",
        "static {T} F({T} x) { int a = 300; byte b = unchecked((byte)a); return x * b; }",
        "static {T} F({T} x) { int a = int.MinValue; return x + -a + unchecked(a * 3); }",
        "static {T} F({T} x) => x == x ? Math.Sign(x) / 2 * x + Math.Sign(x) * 3 - 1 : x;",
        "static {T} F({T} x) { int n = x > 0 ? 2000000000 : -5; return n + n; }",
        "static {T} F({T} x) { int n = x > 1 ? 3 : 2; return n / 2 > 1 || n == 3 ? x : -x; }",
        "static {T} G(long n) => n / 2; static {T} F({T} x) => x * G(3) + Math.Max(2, 3) - Math.Abs(-4) + Math.Min(7, 8);",
        "static {T} F({T} x) { int n = 16777217; return x * n + 16777217; }",

        // Zeros, infinities and NaN.
        "static {T} F({T} x) => x * 0;",
        "static {T} F({T} x) => x + 0;",
        "static {T} F({T} x) => 0 - x;",
        "static {T} F({T} x) => 0 / x;",
        "static {T} F({T} x) => -x + 1 - 1;",
        "static {T} F({T} x) => x - x;",
        "const {T} Tenth = ({T})0.1; static {T} F({T} x) => x + Tenth + Tenth * 3 + (Tenth + Tenth + Tenth);",

        // Ways through a body.
        "static {T} F({T} x) { if (x > 0) { if (x > 1) { return 1; } } return x; }",
        "static {T} F({T} x) { {T} y = x; if (x > 0) { y = 2 * x; if (x > 2) y = y + 1; } else if (x < -1) { x = -1; return x * y; } return y - 1; }",
        "static {T} F({T} x) { bool big = x > 1 || x < -1; if (!big) return x * x; return big && x > 0 ? 1 : -2; }",
        "static {T} F({T} x) { return G(y: x, x: 2); static {T} G({T} x, {T} y, {T} z = 3) => x - y * z; }",
    ];

    private static readonly string[] Single =
    [
        // One operation on floats in double precision, rounded to float, is that in single precision; so are a choice and a comparison.
        "static float F(float x) => (float)(x * 0.5);",
        "static float F(float x) => (float)(x / 3.0);",
        "static float F(float x) => (float)(1.0 - x);",
        "static float F(float x) => (float)Math.Sqrt(x);",
        "static float F(float x) => (float)Math.Max(x, 0.1);",
        "static float F(float x) => (float)Math.Clamp(x, -0.3, 0.7);",
        "static float F(float x) => x > 0.1 ? 1 : x < -0.1 ? -1 : 0.1 <= x ? 5 : x == 0.1 ? 9 : x;",
        "static float F(float x) => x >= 1e300 ? 1 : x < -1e300 ? 2 : x > 1e-60 ? 3 : x >= -1e-60 ? 4 : x;",
        "static float F(float x) => (float)(x > 0 ? 0.1 : x);",
        "static float F(float x) { double y = 0.1; double z = y + 0.2; return x * (float)z + (float)(y * 3); }",
        "static float F(float x) { double y = x > 0 ? 0.1 : 0.7; return (float)(y * y); }",
        "static float F(float x) => x * (float)0.1 + (float)(0.1 + 0.2);",
        "static float F(float x) { float y = 0.1f; return x == 5 ? y * y * y : y + 0.2f + 0.3f; }",
    ];

    private static readonly string[] Double =
    [
        "static double F(double x) => x * 0.1f + 1 / 3f;",
        "static double F(double x) { float y = 0.1f; float z = y * 3; return x + z + y; }",
        "static double F(double x) { float y = x > 0 ? 0.1f : 0.3f; return (y + 0.7f) * x; }",
    ];

    private static readonly double[] Points =
    [
        .. new[] { 0, 1e-45, 1e-30, 0.1, 0.10000000149011612, 0.09999999403953552, 0.3, 0.5, 0.7, 1, 1.5, 2, 2.5, 3, 5, 7.3, 1e6, 1e20, 3e38, 1e300, double.PositiveInfinity }
            .SelectMany(x => new[] { x, -x }),
        double.NaN,
    ];

    [Fact]
    public void A_formula_has_the_value_of_the_method_to_the_bit()
    {
        using var networks = new FormulaNetworks([.. Both, .. Single, .. Double]);
        var failures = new List<string>();
        for (int i = 0; i < Both.Length + Single.Length + Double.Length; i++)
        {
            try
            {
                networks.Check(i, Points, null, 0);
            }
            catch (Xunit.Sdk.XunitException exception)
            {
                failures.Add($"{Both.Concat(Single).Concat(Double).ElementAt(i)}: {exception.Message}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }
}
