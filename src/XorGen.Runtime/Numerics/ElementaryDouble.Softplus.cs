using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // ln(1 + e^x) = max(x, 0) + ln(1 + E), E = e^-|x| in (0, 1].
    // For E <= 0.5, f = E and k = 0; above, f = (E - 1) / 2 (exactly) and k = 1: 1 + f stays in [0.75, 1.5],
    // and ln(1 + E) = k ln 2 + ln(1 + f).
    // Largest error: 1.89 ulp, found by the search of the tests, at -1.2620051689734706.

    /// <summary>
    /// Returns ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|), without overflow and with the full relative accuracy for negative x too.
    /// It is 0 where the result is below the smallest normal number (x &lt; ln 2.2250738585072014E-308).
    /// </summary>
    /// <remarks>Largest error found: 1.89 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Softplus<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector one = TLanes.Create(1);
        TVector a = TLanes.Abs(x);
        TVector shifted = TLanes.FusedMultiplyAdd(a, TLanes.Create(-Log2E), TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector rough = TLanes.FusedMultiplyAdd(n, TLanes.Create(-Ln2High), TLanes.Negate(a));
        TVector r = TLanes.FusedMultiplyAdd(n, TLanes.Create(-Ln2Low), rough);
        TVector e = TLanes.Add(ReducedExpMinusOne<TVector, TLanes>(rough, r), one);
        e = TLanes.AddBits(e, TLanes.ShiftBitsLeft(shifted, MantissaBits));
        e = TLanes.And(e, TLanes.LessThanOrEqual(a, TLanes.Create(-ExpMinimum)));

        TVector half = TLanes.Create(0.5);
        TVector large = TLanes.GreaterThan(e, half);
        TVector f = TLanes.Select(large, TLanes.FusedMultiplyAdd(e, half, TLanes.Create(-0.5)), e);
        TVector log = LogOfReduced<TVector, TLanes>(TLanes.And(large, one), f, f, TLanes.Zero);

        // Max(0, x) is x where x is NaN.
        return TLanes.Add(TLanes.Max(TLanes.Zero, x), log);
    }

    /// <summary>Returns ln(1 + e^x): lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 1.89 ulp.</remarks>
    public static double Softplus(double x) =>
        Softplus<Vector128<double>, Lanes128Double>(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
