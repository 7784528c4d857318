using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // u = 1 + x rounded, and c = 1 + x - u exactly (Knuth's TwoSum). u = 2^k m as in Log, and
    // 1 + x = 2^k (m + c 2^-k), so ln(1 + x) = k ln 2 + ln(1 + f), f = (m - 1) + c 2^-k.
    // For k = 0 this f is x itself, which keeps the relative accuracy near 0.
    // Largest error: 1.18 ulp, found by the search of the tests, at 0.49881050336119276.

    /// <summary>Returns ln(1 + x), accurate near 0 too: -infinity of -1, NaN below; -0 of -0.</summary>
    /// <remarks>Largest error found: 1.18 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log1p<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        const double ExponentToNumber = 4503599627370496.0;   // 2^52: its lowest mantissa bit is worth 1
        TVector one = TLanes.Create(1);
        TVector u = TLanes.Add(one, x);
        TVector xInU = TLanes.Subtract(u, one);
        TVector c = TLanes.Add(TLanes.Subtract(one, TLanes.Subtract(u, xInU)), TLanes.Subtract(x, xInU));

        TVector carried = TLanes.AddBits(u, TLanes.Create(BitConverter.UInt64BitsToDouble(0x0008000000000000)));
        TVector k = TLanes.Subtract(
            TLanes.Or(TLanes.ShiftBitsRightLogical(carried, MantissaBits), TLanes.Create(ExponentToNumber)),
            TLanes.Create(ExponentToNumber + 1023));
        TVector m = TLanes.AddBits(TLanes.And(carried, TLanes.Create(BitConverter.UInt64BitsToDouble(0x000FFFFFFFFFFFFF))), TLanes.Create(0.75));

        // 2^-k has the exponent bits 2 * 1023 - (1023 + k). Where x is so large that c cannot matter it is made 0.
        TVector scale = TLanes.SubtractBits(
            TLanes.Create(BitConverter.UInt64BitsToDouble(0x7FE0000000000000)), TLanes.And(carried, TLanes.Create(BitConverter.UInt64BitsToDouble(0x7FF0000000000000))));
        scale = TLanes.And(scale, TLanes.LessThan(x, TLanes.Create(1152921504606846976.0)));

        TVector high = TLanes.Subtract(m, one);
        TVector low = TLanes.Multiply(c, scale);
        TVector log = LogOfReduced<TVector, TLanes>(k, TLanes.Add(high, low), high, low);
        log = TLanes.CopySign(log, x);

        TVector special = TLanes.Select(TLanes.LessThan(x, TLanes.Create(-1)), TLanes.Create(double.NaN), x);
        special = TLanes.Select(TLanes.Equal(x, TLanes.Create(-1)), TLanes.Create(double.NegativeInfinity), special);
        TVector inside = TLanes.And(
            TLanes.GreaterThan(x, TLanes.Create(-1)), TLanes.LessThan(x, TLanes.Create(double.PositiveInfinity)));
        return TLanes.Select(inside, log, special);
    }

    /// <summary>Returns ln(1 + x): lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 1.18 ulp.</remarks>
    public static double Log1p(double x) =>
        Log1p<Vector128<double>, Lanes128Double>(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
