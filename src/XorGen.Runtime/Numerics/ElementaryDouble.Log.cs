using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // x = 2^k m with m in [0.75, 1.5), split in the bits: adding bits(1) - bits(0.75) carries into the exponent where
    // m would be 1.5 or more. ln x = k ln 2 + ln(1 + f), f = m - 1 exactly. A subnormal x is first scaled by 2^54.
    // Largest error: 1.16 ulp, found by the search of the tests, at 1.4836793144161038.

    /// <summary>Returns the natural logarithm of x: -infinity of 0, NaN of a negative number.</summary>
    /// <remarks>Largest error found: 1.16 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        const double ExponentToNumber = 4503599627370496.0;   // 2^52: its lowest mantissa bit is worth 1
        TVector subnormal = TLanes.LessThan(x, TLanes.Create(2.2250738585072014E-308));
        TVector normal = TLanes.Select(subnormal, TLanes.Multiply(x, TLanes.Create(18014398509481984.0)), x);
        TVector bias = TLanes.Select(subnormal, TLanes.Create(ExponentToNumber + 1077), TLanes.Create(ExponentToNumber + 1023));

        TVector carried = TLanes.AddBits(normal, TLanes.Create(BitConverter.UInt64BitsToDouble(0x0008000000000000)));
        TVector k = TLanes.Subtract(
            TLanes.Or(TLanes.ShiftBitsRightLogical(carried, MantissaBits), TLanes.Create(ExponentToNumber)), bias);
        TVector m = TLanes.AddBits(TLanes.And(carried, TLanes.Create(BitConverter.UInt64BitsToDouble(0x000FFFFFFFFFFFFF))), TLanes.Create(0.75));
        TVector f = TLanes.Subtract(m, TLanes.Create(1));
        TVector log = LogOfReduced<TVector, TLanes>(k, f, f, TLanes.Zero);

        TVector special = TLanes.Select(TLanes.LessThan(x, TLanes.Zero), TLanes.Create(double.NaN), x);
        special = TLanes.Select(TLanes.Equal(x, TLanes.Zero), TLanes.Create(double.NegativeInfinity), special);
        TVector inside = TLanes.And(
            TLanes.GreaterThan(x, TLanes.Zero), TLanes.LessThan(x, TLanes.Create(double.PositiveInfinity)));
        return TLanes.Select(inside, log, special);
    }

    /// <summary>Returns the natural logarithm of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 1.16 ulp.</remarks>
    public static double Log(double x) =>
        Log<Vector128<double>, Lanes128Double>(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
