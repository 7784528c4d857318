using XorGen.Numerics;

namespace XorGen.Training.Schedules;

/// <summary>The functions of the schedules, of correctly rounded operations only: the same bits on every machine.</summary>
internal static class ScheduleFunctions
{
    // 1 / (2 k)! and 1 / (2 k + 1)!, with signs that alternate, from the last term to the first. For arguments up to π / 4
    // the first terms left out are below 2e-18.
    private static readonly double[] CosineSeries =
    [
        1 / 20_922_789_888_000.0, -1 / 87_178_291_200.0, 1 / 479_001_600.0, -1 / 3_628_800.0, 1 / 40_320.0, -1 / 720.0, 1 / 24.0, -1 / 2.0, 1,
    ];

    private static readonly double[] SineSeries =
    [
        1 / 355_687_428_096_000.0, -1 / 1_307_674_368_000.0, 1 / 6_227_020_800.0, -1 / 39_916_800.0, 1 / 362_880.0, -1 / 5_040.0, 1 / 120.0, -1 / 6.0, 1,
    ];

    /// <summary>x^n by squaring.</summary>
    public static double Power(double x, long n)
    {
        double result = 1;
        for (double square = x; n > 0; n >>= 1)
        {
            result = (n & 1) == 1 ? result * square : result;
            square *= square;
        }

        return result;
    }

    /// <summary>x^y for x from 0 to 1 and positive y.</summary>
    public static double Power(double x, double y)
    {
        if (y == Math.Floor(y) && y < 1 << 20)
        {
            return Power(x, (long)y);
        }

        return x == 0 ? 0 : ElementaryDouble.Exp(y * ElementaryDouble.Log(x));
    }

    /// <summary>From one value to another along half a cosine: to + (from - to) (1 + cos(π part)) / 2.</summary>
    public static double HalfCosine(double from, double to, double part) =>
        to + ((from - to) / 2 * (1 + CosineOfPi(part)));

    /// <summary>cos(π x) for x that is not negative, within 2e-16.</summary>
    public static double CosineOfPi(double x)
    {
        // Exact: the cosine has the period 2, is even around 1, and odd around 1/2.
        double y = x - (2 * Math.Floor(x / 2));
        y = y > 1 ? 2 - y : y;
        return y > 0.5 ? -FirstQuarter(1 - y) : FirstQuarter(y);
    }

    /// <summary>cos(π y) for y from 0 to 1/2.</summary>
    private static double FirstQuarter(double y)
    {
        if (y <= 0.25)
        {
            double angle = Math.PI * y;
            return Series(CosineSeries, angle * angle);
        }

        double complement = Math.PI * (0.5 - y);
        return complement * Series(SineSeries, complement * complement);
    }

    private static double Series(double[] coefficients, double x)
    {
        double sum = 0;
        foreach (double coefficient in coefficients)
        {
            sum = Math.FusedMultiplyAdd(sum, x, coefficient);
        }

        return sum;
    }
}
