using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // 2 x / ln 2 = n + f with |f| <= 1/2, h = f ln(2) / 2, and by the addition theorem, with t = tanh h,
    // tanh x = (tanh(n ln(2) / 2) + t) / (1 + tanh(n ln(2) / 2) t) = ((1 - 2^-n) + (1 + 2^-n) t) / ((1 + 2^-n) + (1 - 2^-n) t).
    // Both sums are one fused step from t, side by side. tanh h = h + f^3 P(f^2), P of degree 5, minimax for the relative
    // error, 2^-57.8. The powers begin with f, which is there before h and has an error that is nothing to them.
    // Negating x negates n, f, h and the numerator and leaves the denominator, all but for a factor 2^n, so tanh is odd to
    // the bit; and the numerator is never the larger, so |tanh| <= 1. Beyond 19.2 the result rounds to 1.
    // Largest error: 2.47 ulp, found by the search of the tests, at 10.053463080782286.

    /// <summary>Returns the hyperbolic tangent of x: odd to the bit (-0 of -0), never beyond 1 in magnitude.</summary>
    /// <remarks>Largest error found: 2.47 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector one = TLanes.Create(1);
        TVector shifted = TLanes.FusedMultiplyAdd(x, TLanes.Create(2 * Log2E), TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector f = TLanes.Subtract(TLanes.Multiply(x, TLanes.Create(2 * Log2E)), n);
        TVector h = TLanes.FusedMultiplyAdd(n, TLanes.Create(-0.5 * Ln2High), x);
        h = TLanes.FusedMultiplyAdd(n, TLanes.Create(-0.5 * Ln2Low), h);
        TVector power = TLanes.SubtractBits(one, TLanes.ShiftBitsLeft(shifted, MantissaBits));
        TVector difference = TLanes.Subtract(one, power);
        TVector sum = TLanes.Add(one, power);
        TVector f2 = TLanes.Multiply(f, f);
        TVector f4 = TLanes.Multiply(f2, f2);
        TVector p03 = TLanes.FusedMultiplyAdd(
            f4,
            Linear<TVector, TLanes>(f2, -3.2412058621652536e-05, 1.5775948361613708e-06),
            Linear<TVector, TLanes>(f2, -0.013876027166205042, 0.0006666779072939644));
        TVector p = TLanes.FusedMultiplyAdd(
            TLanes.Multiply(f4, f4), Linear<TVector, TLanes>(f2, -7.674533664785761e-08, 3.5851945721919372e-09), p03);
        TVector t = TLanes.FusedMultiplyAdd(TLanes.Multiply(f, f2), p, h);
        TVector tanh = TLanes.Divide(
            TLanes.FusedMultiplyAdd(sum, t, difference), TLanes.FusedMultiplyAdd(difference, t, sum));

        // The sign is that of x already, but for x = -0 and beyond the limit.
        return TLanes.CopySign(TLanes.Select(TLanes.GreaterThan(TLanes.Abs(x), TLanes.Create(19.2)), one, tanh), x);
    }

    /// <summary>Returns the hyperbolic tangent of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 2.47 ulp.</remarks>
    public static double Tanh(double x) =>
        Tanh<Vector128<double>, Lanes128Double>(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
