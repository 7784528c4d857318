using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // 2 x / ln 2 = n + f with |f| <= 1/2, h = f ln(2) / 2, and by the addition theorem, with t = tanh h,
    // tanh x = (tanh(n ln(2) / 2) + t) / (1 + tanh(n ln(2) / 2) t) = ((1 - 2^-n) + (1 + 2^-n) t) / ((1 + 2^-n) + (1 - 2^-n) t).
    // Both sums are one fused step from t, side by side. tanh h = h + f^3 P(f^2), P of degree 2, minimax for the relative
    // error, 2^-32.6. The powers begin with f, which is there before h and has an error that is nothing to them.
    // The low part of ln 2 is left out of h: n times it is small beside h or, where n is large, tanh is flat.
    // Negating x negates n, f, h and the numerator and leaves the denominator, all but for a factor 2^n, so tanh is odd to
    // the bit; and the numerator is never the larger, so |tanh| <= 1. Beyond 9.2 the result rounds to 1.
    // Largest error: 2.50 ulp, at 4.5059447.

    /// <summary>Returns the hyperbolic tangent of x: odd to the bit (-0 of -0), never beyond 1 in magnitude.</summary>
    /// <remarks>Largest error: 2.50 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector one = TLanes.Create(1);
        TVector shifted = TLanes.FusedMultiplyAdd(x, TLanes.Create(2 * Log2E), TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector f = TLanes.Subtract(TLanes.Multiply(x, TLanes.Create(2 * Log2E)), n);
        TVector h = TLanes.FusedMultiplyAdd(n, TLanes.Create(-0.5f * Ln2High), x);
        TVector power = TLanes.SubtractBits(one, TLanes.ShiftBitsLeft(shifted, MantissaBits));
        TVector difference = TLanes.Subtract(one, power);
        TVector sum = TLanes.Add(one, power);
        TVector f2 = TLanes.Multiply(f, f);
        TVector p = TLanes.FusedMultiplyAdd(
            TLanes.Multiply(f2, f2), TLanes.Create(-3.1666725e-05f), Linear<TVector, TLanes>(f2, -0.013876023f, 0.00066657044f));
        TVector t = TLanes.FusedMultiplyAdd(TLanes.Multiply(f, f2), p, h);
        TVector tanh = TLanes.Divide(
            TLanes.FusedMultiplyAdd(sum, t, difference), TLanes.FusedMultiplyAdd(difference, t, sum));

        // The sign is that of x already, but for x = -0 and beyond the limit.
        return TLanes.CopySign(TLanes.Select(TLanes.GreaterThan(TLanes.Abs(x), TLanes.Create(9.2f)), one, tanh), x);
    }

    /// <summary>Returns the hyperbolic tangent of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 2.50 ulp.</remarks>
    public static float Tanh(float x) =>
        Tanh<Vector128<float>, Lanes128Single>(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
