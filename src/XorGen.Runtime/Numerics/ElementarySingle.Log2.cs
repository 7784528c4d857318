using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // With x = 2^k (1 + f) as in Log: log2 x = k + ln(1 + f) log2 e, exact where x is a power of two, and
    // log10 x = k log10 2 + ln(1 + f) log10 e. The constants are in two parts; k Log10Of2Short is exact for every exponent k.
    private const float Log2ERest = 1.925963e-08f;
    private const float Log10E = 0.4342945f;
    private const float Log10ERest = -1.010305e-08f;
    private const float Log10Of2Short = 0.3010254f;
    private const float Log10Of2Rest = 4.605039e-06f;

    /// <summary>Returns the logarithm of x to base 2, exact where x is a power of two: -infinity of 0, NaN of a negative number.</summary>
    /// <remarks>Largest error: 2.50 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log2<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector k = SplitExponent<TVector, TLanes>(x, 0.75f, out TVector f);
        TVector f2 = TLanes.Multiply(f, f);
        TVector ln = TLanes.FusedMultiplyAdd(f2, LogPolynomial<TVector, TLanes>(f, f2), f);
        TVector fraction = TLanes.FusedMultiplyAdd(ln, TLanes.Create(Log2E), TLanes.Multiply(ln, TLanes.Create(Log2ERest)));
        return WithSpecialLogarithms<TVector, TLanes>(x, TLanes.Add(k, fraction));
    }

    /// <summary>Returns the logarithm of x to base 2: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 2.50 ulp.</remarks>
    public static float Log2(float x) =>
        Log2<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Returns the logarithm of x to base 10: -infinity of 0, NaN of a negative number.</summary>
    /// <remarks>Largest error: 2.70 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log10<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector k = SplitExponent<TVector, TLanes>(x, 0.75f, out TVector f);
        TVector f2 = TLanes.Multiply(f, f);
        TVector ln = TLanes.FusedMultiplyAdd(f2, LogPolynomial<TVector, TLanes>(f, f2), f);
        TVector rest = TLanes.FusedMultiplyAdd(k, TLanes.Create(Log10Of2Rest), TLanes.Multiply(ln, TLanes.Create(Log10ERest)));
        TVector fraction = TLanes.FusedMultiplyAdd(ln, TLanes.Create(Log10E), rest);
        return WithSpecialLogarithms<TVector, TLanes>(x, TLanes.FusedMultiplyAdd(k, TLanes.Create(Log10Of2Short), fraction));
    }

    /// <summary>Returns the logarithm of x to base 10: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 2.70 ulp.</remarks>
    public static float Log10(float x) =>
        Log10<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Splits a positive x into 2^k (1 + f), 1 + f at least a lower bound and less than twice that, and returns k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SplitExponent<TVector, TLanes>(TVector x, float lowest, out TVector f)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        const float ExponentToNumber = 8388608f;   // 2^23: its lowest mantissa bit is worth 1
        TVector one = TLanes.Create(1);
        TVector subnormal = TLanes.LessThan(x, TLanes.Create(1.17549435E-38f));
        TVector normal = TLanes.Select(subnormal, TLanes.Multiply(x, TLanes.Create(16777216f)), x);
        TVector bias = TLanes.Select(
            subnormal, TLanes.Create(ExponentToNumber + 151), TLanes.Create(ExponentToNumber + 127));
        TVector carried = TLanes.AddBits(normal, TLanes.SubtractBits(one, TLanes.Create(lowest)));
        TVector mantissa = TLanes.And(carried, TLanes.Create(BitConverter.UInt32BitsToSingle(0x007FFFFF)));
        f = TLanes.Subtract(TLanes.AddBits(mantissa, TLanes.Create(lowest)), one);
        return TLanes.Subtract(
            TLanes.Or(TLanes.ShiftBitsRightLogical(carried, MantissaBits), TLanes.Create(ExponentToNumber)), bias);
    }

    /// <summary>Puts in what a logarithm is of 0, of negative numbers, infinity and NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector WithSpecialLogarithms<TVector, TLanes>(TVector x, TVector logarithm)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector special = TLanes.Select(TLanes.LessThan(x, TLanes.Zero), TLanes.Create(float.NaN), x);
        special = TLanes.Select(TLanes.Equal(x, TLanes.Zero), TLanes.Create(float.NegativeInfinity), special);
        TVector inside = TLanes.And(
            TLanes.GreaterThan(x, TLanes.Zero), TLanes.LessThan(x, TLanes.Create(float.PositiveInfinity)));
        return TLanes.Select(inside, logarithm, special);
    }
}
