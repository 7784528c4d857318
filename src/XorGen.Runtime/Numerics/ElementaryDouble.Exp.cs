using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // exp(x) = 2^n e^r, n = round(x / ln 2), r = x - n ln 2 with |r| <= ln(2) / 2 in two fused steps (the first is exact).
    // e^r = 1 + (r + r^2 P(r)); n is added to its exponent bits.
    // Largest error: 1.04 ulp, found by the search of the tests, at -472.3786569287501.

    /// <summary>Returns e^x. It is 0 where e^x is below the smallest normal number (x &lt; ln 2.2250738585072014E-308), infinity where it overflows.</summary>
    /// <remarks>Largest error found: 1.04 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector shifted = TLanes.FusedMultiplyAdd(x, TLanes.Create(Log2E), TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector rough = TLanes.FusedMultiplyAdd(n, TLanes.Create(-Ln2High), x);
        TVector r = TLanes.FusedMultiplyAdd(n, TLanes.Create(-Ln2Low), rough);
        TVector e = TLanes.Add(ReducedExpMinusOne<TVector, TLanes>(rough, r), TLanes.Create(1));
        e = TLanes.AddBits(e, TLanes.ShiftBitsLeft(shifted, MantissaBits));

        // Beyond the range: x + infinity is infinity for a large x and NaN for NaN.
        TVector outside = TLanes.Add(x, TLanes.Create(double.PositiveInfinity));
        outside = TLanes.Select(TLanes.LessThan(x, TLanes.Create(ExpMinimum)), TLanes.Zero, outside);
        TVector inside = TLanes.And(
            TLanes.GreaterThanOrEqual(x, TLanes.Create(ExpMinimum)),
            TLanes.LessThanOrEqual(x, TLanes.Create(ExpMaximum)));
        return TLanes.Select(inside, e, outside);
    }

    /// <summary>Returns e^x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 1.04 ulp.</remarks>
    public static double Exp(double x) =>
        Exp<Vector128<double>, Lanes128Double>(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
