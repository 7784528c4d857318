namespace XorGen.Training;

/// <summary>The natural logarithm in plain arithmetic, to a few units in the last place, the same on every machine.</summary>
/// <remarks>
/// The restart rule has to know the entropy of the targets, and that roughly. The logarithm of the kernels,
/// <see cref="Numerics.ElementaryDouble.Log(double)"/>, is twenty methods over vectors, which take a short program 2 ms to compile.
/// </remarks>
internal static class NaturalLogarithm
{
    private const double Ln2 = 0.69314718055994530942;

    /// <summary>Returns log x = k ln 2 + 2 artanh s of a positive x = 2^k m, where s = (m - 1) / (m + 1) and m is from 2/3 to 4/3.</summary>
    public static double Of(double x)
    {
        int k = Math.ILogB(x);
        double m = Math.ScaleB(x, -k);
        if (m > 4.0 / 3)
        {
            m /= 2;
            k++;
        }

        // artanh s = s (1 + s^2/3 + s^4/5 + ...), in Horner's scheme; |s| is at most 1/5, so the terms left out are below 2^-57 of it.
        double s = (m - 1) / (m + 1);
        double square = s * s;
        double sum = 0;
        for (int n = 25; n > 1; n -= 2)
        {
            sum = square * (sum + (1.0 / n));
        }

        return (k * Ln2) + (2 * (s + (s * sum)));
    }
}
