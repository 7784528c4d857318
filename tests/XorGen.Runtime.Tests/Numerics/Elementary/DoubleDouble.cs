namespace XorGen.Numerics.Elementary;

/// <summary>A number of some 105 bits: the unevaluated sum of two doubles, the second at most half a last place of the first.</summary>
/// <remarks>
/// Sums and products are algorithms 6 and 12 of M. Joldes, J.-M. Muller and V. Popescu, "Tight and rigorous error bounds for basic
/// building blocks of double-word arithmetic", ACM TOMS 44(2), 2017, with errors of a few 2^-106.
/// </remarks>
internal readonly record struct DoubleDouble(double High, double Low)
{
    public static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        (double s, double sError) = TwoSum(a.High, b.High);
        (double t, double tError) = TwoSum(a.Low, b.Low);
        (s, double rest) = FastTwoSum(s, sError + t);
        return FastTwoSum(s, tError + rest);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        double product = a.High * b.High;
        double error = Math.FusedMultiplyAdd(a.High, b.High, -product);
        double cross = Math.FusedMultiplyAdd(a.High, b.Low, Math.FusedMultiplyAdd(a.Low, b.High, a.Low * b.Low));
        return FastTwoSum(product, error + cross);
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        // One step of long division, and the rest.
        double quotient = a.High / b.High;
        DoubleDouble rest = a - (b * quotient);
        double second = rest.High / b.High;
        rest -= b * second;
        return FastTwoSum(quotient, second) + (rest.High / b.High);
    }

    /// <summary>One step of Newton's method from the nearest double on.</summary>
    public DoubleDouble Sqrt()
    {
        double root = Math.Sqrt(High);
        return root == 0 ? this : root + ((this - ((DoubleDouble)root * root)) / (2 * root));
    }

    /// <summary>Multiplies by a power of two, exactly unless it leaves the normal numbers.</summary>
    public DoubleDouble ScaleB(int exponent) => new(Math.ScaleB(High, exponent), Math.ScaleB(Low, exponent));

    private static DoubleDouble TwoSum(double a, double b)
    {
        double sum = a + b;
        double bInSum = sum - a;
        return new(sum, (a - (sum - bInSum)) + (b - bInSum));
    }

    private static DoubleDouble FastTwoSum(double large, double small)
    {
        double sum = large + small;
        return new(sum, small - (sum - large));
    }
}
