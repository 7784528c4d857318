using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // With x = 2^k (1 + f) as in Log: log2 x = k + ln(1 + f) log2 e, exact where x is a power of two, and
    // log10 x = k log10 2 + ln(1 + f) log10 e. The constants are in two parts; k Log10Of2Short is exact for every exponent k.
    private const double Log2ERest = 2.0355273740931033e-17;
    private const double Log10E = 0.4342944819032518;
    private const double Log10ERest = 1.098319650216765e-17;
    private const double Log10Of2Short = 0.30102999566395283;
    private const double Log10Of2Rest = 2.8363394551044964e-14;

    /// <summary>Returns the logarithm of x to base 2, exact where x is a power of two: -infinity of 0, NaN of a negative number.</summary>
    /// <remarks>Largest error found: 2.50 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log2<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector k = SplitExponent<TVector, TLanes>(x, 0.75, out TVector f);
        TVector f2 = TLanes.Multiply(f, f);
        TVector ln = TLanes.FusedMultiplyAdd(f2, LogPolynomial<TVector, TLanes>(f, f2), f);
        TVector fraction = TLanes.FusedMultiplyAdd(ln, TLanes.Create(Log2E), TLanes.Multiply(ln, TLanes.Create(Log2ERest)));
        return WithSpecialLogarithms<TVector, TLanes>(x, TLanes.Add(k, fraction));
    }

    /// <summary>Returns the logarithm of x to base 2: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 2.50 ulp.</remarks>
    public static double Log2(double x) =>
        Log2<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Returns the logarithm of x to base 10: -infinity of 0, NaN of a negative number.</summary>
    /// <remarks>Largest error found: 2.70 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log10<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector k = SplitExponent<TVector, TLanes>(x, 0.75, out TVector f);
        TVector f2 = TLanes.Multiply(f, f);
        TVector ln = TLanes.FusedMultiplyAdd(f2, LogPolynomial<TVector, TLanes>(f, f2), f);
        TVector rest = TLanes.FusedMultiplyAdd(k, TLanes.Create(Log10Of2Rest), TLanes.Multiply(ln, TLanes.Create(Log10ERest)));
        TVector fraction = TLanes.FusedMultiplyAdd(ln, TLanes.Create(Log10E), rest);
        return WithSpecialLogarithms<TVector, TLanes>(x, TLanes.FusedMultiplyAdd(k, TLanes.Create(Log10Of2Short), fraction));
    }

    /// <summary>Returns the logarithm of x to base 10: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 2.70 ulp.</remarks>
    public static double Log10(double x) =>
        Log10<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Splits a positive x into 2^k (1 + f), 1 + f at least a lower bound and less than twice that, and returns k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SplitExponent<TVector, TLanes>(TVector x, double lowest, out TVector f)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        const double ExponentToNumber = 4503599627370496.0;   // 2^52: its lowest mantissa bit is worth 1
        TVector one = TLanes.Create(1);
        TVector subnormal = TLanes.LessThan(x, TLanes.Create(2.2250738585072014E-308));
        TVector normal = TLanes.Select(subnormal, TLanes.Multiply(x, TLanes.Create(18014398509481984.0)), x);
        TVector bias = TLanes.Select(
            subnormal, TLanes.Create(ExponentToNumber + 1077), TLanes.Create(ExponentToNumber + 1023));
        TVector carried = TLanes.AddBits(normal, TLanes.SubtractBits(one, TLanes.Create(lowest)));
        TVector mantissa = TLanes.And(carried, TLanes.Create(BitConverter.UInt64BitsToDouble(0x000FFFFFFFFFFFFF)));
        f = TLanes.Subtract(TLanes.AddBits(mantissa, TLanes.Create(lowest)), one);
        return TLanes.Subtract(
            TLanes.Or(TLanes.ShiftBitsRightLogical(carried, MantissaBits), TLanes.Create(ExponentToNumber)), bias);
    }

    /// <summary>Puts in what a logarithm is of 0, of negative numbers, infinity and NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector WithSpecialLogarithms<TVector, TLanes>(TVector x, TVector logarithm)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector special = TLanes.Select(TLanes.LessThan(x, TLanes.Zero), TLanes.Create(double.NaN), x);
        special = TLanes.Select(TLanes.Equal(x, TLanes.Zero), TLanes.Create(double.NegativeInfinity), special);
        TVector inside = TLanes.And(
            TLanes.GreaterThan(x, TLanes.Zero), TLanes.LessThan(x, TLanes.Create(double.PositiveInfinity)));
        return TLanes.Select(inside, logarithm, special);
    }
}
