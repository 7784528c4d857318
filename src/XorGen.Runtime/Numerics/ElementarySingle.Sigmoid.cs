using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // 1 / (1 + e^-x), e^-x = 2^n (1 + q), q = e^r - 1, so the denominator is 2^n q + (2^n + 1): one rounding.
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
        r = TLanes.FusedMultiplyAdd(n, TLanes.Create(-Ln2Low), r);
        TVector q = ReducedExpMinusOne<TVector, TLanes>(r);
        TVector power = TLanes.AddBits(TLanes.ShiftBitsLeft(shifted, MantissaBits), one);
        TVector denominator = TLanes.FusedMultiplyAdd(power, q, TLanes.Add(power, one));
        TVector sigmoid = TLanes.Divide(one, denominator);

        // Beyond these bounds 2^n leaves the normal numbers; above, the result rounds to 1 anyway.
        sigmoid = TLanes.Select(TLanes.LessThan(x, TLanes.Create(ExpMinimum)), TLanes.Zero, sigmoid);
        return TLanes.Select(TLanes.GreaterThan(x, TLanes.Create(17.5f)), one, sigmoid);
    }

    /// <summary>Returns the logistic function of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 2.45 ulp.</remarks>
    public static float Sigmoid(float x) =>
        Sigmoid<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();
}
