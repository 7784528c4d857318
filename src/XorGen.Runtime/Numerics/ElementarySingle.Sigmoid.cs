using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // 1 / (1 + e^-x), e^-x = 2^n (1 + q), q = e^r - 1, so it is 2^-n / (q + (2^-n + 1)): q is late, and all else is there.
    // Largest error: 2.45 ulp, at -16.642534.

    /// <summary>
    /// Returns the logistic function 1 / (1 + e^-x), with the full relative accuracy for negative x too. It is 0 where
    /// the result is below the smallest normal number (x &lt; ln 1.17549435E-38).
    /// </summary>
    /// <remarks>Largest error: 2.45 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector one = TLanes.Create(1);
        TVector shifted = TLanes.FusedMultiplyAdd(x, TLanes.Create(-Log2E), TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector r = TLanes.FusedMultiplyAdd(n, TLanes.Create(-Ln2High), TLanes.Negate(x));

        // q = (r + r^2 (p0 + p1 r)) + r^4 (p2 + ... + p5 r^3): one step shorter than r + r^2 P(r), for one more rounding,
        // which is small beside 1 + 2^-n. What ReducedExpMinusOne would still take off, n low(ln 2), goes into "start" for
        // the factor 1 of e^r and into "rest" for the factor q.
        TVector low = TLanes.Multiply(n, TLanes.Create(-Ln2Low));
        TVector r2 = TLanes.Multiply(r, r);
        TVector start = TLanes.FusedMultiplyAdd(r2, Linear<TVector, TLanes>(r, 0.5f, 0.16666666f), TLanes.Add(r, low));
        TVector p25 = TLanes.FusedMultiplyAdd(
            r2, Linear<TVector, TLanes>(r, 0.0013940649f, 0.00019845879f), Linear<TVector, TLanes>(r, 0.041666362f, 0.00833339f));
        TVector q = TLanes.FusedMultiplyAdd(TLanes.Multiply(r2, r2), p25, start);
        TVector power = TLanes.SubtractBits(one, TLanes.ShiftBitsLeft(shifted, MantissaBits));
        TVector rest = TLanes.FusedMultiplyAdd(low, start, TLanes.Add(power, one));
        TVector sigmoid = TLanes.Divide(power, TLanes.Add(q, rest));

        // Beyond these bounds 2^n leaves the normal numbers; above, the result rounds to 1 anyway. "outside" of NaN is NaN.
        TVector outside = TLanes.Select(TLanes.LessThan(x, TLanes.Create(ExpMinimum)), TLanes.Zero, TLanes.Min(one, x));
        TVector inside = TLanes.And(
            TLanes.GreaterThanOrEqual(x, TLanes.Create(ExpMinimum)), TLanes.LessThanOrEqual(x, TLanes.Create(17.5f)));
        return TLanes.Select(inside, sigmoid, outside);
    }

    /// <summary>Returns the logistic function of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 2.45 ulp.</remarks>
    public static float Sigmoid(float x) =>
        Sigmoid<Vector128<float>, Lanes128Single>(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
