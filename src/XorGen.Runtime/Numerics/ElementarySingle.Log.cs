using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // x = 2^k m with m in [0.75, 1.5), split in the bits: adding bits(1) - bits(0.75) carries into the exponent where
    // m would be 1.5 or more. ln x = k ln 2 + ln(1 + f), f = m - 1 exactly. A subnormal x is first scaled by 2^24.
    // Largest error: 1.20 ulp, at 1.4891877.

    /// <summary>Returns the natural logarithm of x: -infinity of 0, NaN of a negative number.</summary>
    /// <remarks>Largest error: 1.20 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        const float ExponentToNumber = 8388608f;   // 2^23: its lowest mantissa bit is worth 1
        TVector subnormal = TLanes.LessThan(x, TLanes.Create(1.17549435E-38f));
        TVector normal = TLanes.Select(subnormal, TLanes.Multiply(x, TLanes.Create(16777216f)), x);
        TVector bias = TLanes.Select(subnormal, TLanes.Create(ExponentToNumber + 151), TLanes.Create(ExponentToNumber + 127));

        TVector carried = TLanes.AddBits(normal, TLanes.Create(BitConverter.UInt32BitsToSingle(0x00400000)));
        TVector k = TLanes.Subtract(
            TLanes.Or(TLanes.ShiftBitsRightLogical(carried, MantissaBits), TLanes.Create(ExponentToNumber)), bias);
        TVector m = TLanes.AddBits(TLanes.And(carried, TLanes.Create(BitConverter.UInt32BitsToSingle(0x007FFFFF))), TLanes.Create(0.75f));
        TVector f = TLanes.Subtract(m, TLanes.Create(1));
        TVector log = LogOfReduced<TVector, TLanes>(k, f, f, TLanes.Zero);

        TVector special = TLanes.Select(TLanes.LessThan(x, TLanes.Zero), TLanes.Create(float.NaN), x);
        special = TLanes.Select(TLanes.Equal(x, TLanes.Zero), TLanes.Create(float.NegativeInfinity), special);
        TVector inside = TLanes.And(
            TLanes.GreaterThan(x, TLanes.Zero), TLanes.LessThan(x, TLanes.Create(float.PositiveInfinity)));
        return TLanes.Select(inside, log, special);
    }

    /// <summary>Returns the natural logarithm of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 1.20 ulp.</remarks>
    public static float Log(float x) =>
        Log<Vector128<float>, Lanes128Single>(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
