using System.Globalization;

namespace XorGen;

/// <summary>Asserts that numbers agree.</summary>
internal static class Close
{
    /// <summary>Asserts that |actual - expected| is at most tolerance * max(floor, |expected|).</summary>
    public static void Assert(double expected, double actual, double tolerance, string what, double floor = 1e-6)
    {
        double error = Math.Abs(actual - expected) / Math.Max(floor, Math.Abs(expected));
        if (!(error <= tolerance))
        {
            Xunit.Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected:R}, but it is {actual:R} (relative error {error:E2})."));
        }
    }

    public static void Assert(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance, string what, double floor = 1e-6)
    {
        Xunit.Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert(expected[i], actual[i], tolerance, $"{what}[{i}]", floor);
        }
    }
}
