using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // 2^x = 2^n e^r, n the nearest integer, r = (x - n) ln 2, of which x - n is exact: so powers with a whole exponent are exact.
    // 10^x = 2^n e^r with n = round(x / log10 2), r = (x - n log10 2) ln 10, as in Exp.
    // log10 2 = Log10Of2High + Log10Of2Low.
    private const float Log2Of10 = 3.321928f;
    private const float Log10Of2High = 0.30103f;
    private const float Log10Of2Low = -1.4320989e-08f;
    private const float Ln10 = 2.3025851f;

    // Beyond these the result is infinity or rounds to 0.
    private const float Exp2Maximum = 127.99999f;
    private const float Exp2Minimum = -150f;
    private const float Exp10Maximum = 38.531837f;
    private const float Exp10Minimum = -45.2f;

    /// <summary>Returns 2^x, exact where x is whole: subnormal numbers and 0 where it is so small, infinity where it overflows.</summary>
    /// <remarks>Largest error: 1.10 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp2<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector shifted = TLanes.Add(x, TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector r = TLanes.Multiply(TLanes.Subtract(x, n), TLanes.Create(Ln2High));
        TVector e = TLanes.Add(ReducedExpMinusOne<TVector, TLanes>(r, r), TLanes.Create(1));
        return ScaleWithin<TVector, TLanes>(x, Exp2Minimum, Exp2Maximum, e, shifted, n);
    }

    /// <summary>Returns 2^x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 1.10 ulp.</remarks>
    public static float Exp2(float x) =>
        Exp2<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Returns 10^x: subnormal numbers and 0 where it is so small, infinity where it overflows.</summary>
    /// <remarks>Largest error: 1.50 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp10<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector shifted = TLanes.FusedMultiplyAdd(x, TLanes.Create(Log2Of10), TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector rest = TLanes.FusedMultiplyAdd(n, TLanes.Create(-Log10Of2High), x);
        rest = TLanes.FusedMultiplyAdd(n, TLanes.Create(-Log10Of2Low), rest);
        TVector r = TLanes.Multiply(rest, TLanes.Create(Ln10));
        TVector e = TLanes.Add(ReducedExpMinusOne<TVector, TLanes>(r, r), TLanes.Create(1));
        return ScaleWithin<TVector, TLanes>(x, Exp10Minimum, Exp10Maximum, e, shifted, n);
    }

    /// <summary>Returns 10^x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 1.50 ulp.</remarks>
    public static float Exp10(float x) =>
        Exp10<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Returns e 2^n for an x within bounds, else 0 below and infinity above; NaN of NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ScaleWithin<TVector, TLanes>(TVector x, float minimum, float maximum, TVector e, TVector shifted, TVector n)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector outside = TLanes.Add(x, TLanes.Create(float.PositiveInfinity));
        outside = TLanes.Select(TLanes.LessThan(x, TLanes.Create(minimum)), TLanes.Zero, outside);
        TVector inside = TLanes.And(
            TLanes.GreaterThanOrEqual(x, TLanes.Create(minimum)), TLanes.LessThanOrEqual(x, TLanes.Create(maximum)));
        return TLanes.Select(inside, Scale<TVector, TLanes>(e, shifted, n), outside);
    }

    /// <summary>Returns e 2^n for an e near 1, rounded where that is subnormal.</summary>
    // There 2^64 is added to the exponent and taken off by a multiplication, which rounds.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Scale<TVector, TLanes>(TVector e, TVector shifted, TVector n)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector small = TLanes.LessThan(n, TLanes.Create(-100f));
        TVector lifted = TLanes.And(small, TLanes.Create(BitConverter.UInt32BitsToSingle(64u << MantissaBits)));
        TVector scaled = TLanes.AddBits(TLanes.AddBits(e, TLanes.ShiftBitsLeft(shifted, MantissaBits)), lifted);
        return TLanes.Select(small, TLanes.Multiply(scaled, TLanes.Create(5.421011e-20f)), scaled);
    }
}
