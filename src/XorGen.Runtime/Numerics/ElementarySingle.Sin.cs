using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // pi / 2 = HalfPiHigh + HalfPiMiddle + HalfPiLow, to three times the precision.
    private const float HalfPiHigh = 1.5707964f;
    private const float HalfPiMiddle = -4.371139e-08f;
    private const float HalfPiLow = -1.7151245e-15f;
    private const float TwoOverPi = 0.63661975f;

    // Beyond it the argument is not reduced.
    private const float LargestAngle = 1e5f;

    /// <summary>Returns the sine of x. It is 0 where |x| is more than 100,000, and NaN of an infinity.</summary>
    /// <remarks>Largest error: 1.57 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sin<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector sine = SineOfQuarter<TVector, TLanes>(x, TLanes.Create(RoundToInteger));

        // -0 of -0, which the reduction does not keep.
        return TLanes.Select(TLanes.Equal(x, TLanes.Zero), x, sine);
    }

    /// <summary>Returns the sine of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 1.57 ulp.</remarks>
    public static float Sin(float x) =>
        Sin<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Returns the cosine of x. It is 0 where |x| is more than 100,000, and NaN of an infinity.</summary>
    /// <remarks>Largest error: 1.57 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Cos<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => SineOfQuarter<TVector, TLanes>(x, TLanes.Create(RoundToInteger + 1));

    /// <summary>Returns the cosine of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 1.57 ulp.</remarks>
    public static float Cos(float x) =>
        Cos<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Returns sin(x) or, where the number that rounds to an integer is one more, sin(x + pi / 2) = cos(x).</summary>
    // x = n pi / 2 + r, |r| <= pi / 4 and a little: in three fused steps, the first of which is exact. sin r = r + r^3 S(r^2),
    // S of degree 3, and cos r = 1 - r^2 / 2 + r^4 C(r^2), C of degree 2, minimax for the relative errors,
    // 2^-37.5 and 2^-33.0. The lowest bit of n chooses between them, the next one is the sign.
    // Largest error up to |x| = 100,000: 1.57 ulp, at 40508.508f.
    // Largest error, of Cos: 1.57 ulp, at 36521.793f.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SineOfQuarter<TVector, TLanes>(TVector x, TVector roundToQuarter)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector shifted = TLanes.FusedMultiplyAdd(x, TLanes.Create(TwoOverPi), TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector r = TLanes.FusedMultiplyAdd(n, TLanes.Create(-HalfPiHigh), x);
        r = TLanes.FusedMultiplyAdd(n, TLanes.Create(-HalfPiMiddle), r);
        r = TLanes.FusedMultiplyAdd(n, TLanes.Create(-HalfPiLow), r);

        TVector y = TLanes.Multiply(r, r);
        TVector s0To1 = Linear<TVector, TLanes>(y, -0.16666667f, 0.008333329f);
        TVector s2To3 = Linear<TVector, TLanes>(y, -0.0001983931f, 2.7181022e-06f);
        TVector y2 = TLanes.Multiply(y, y);
        TVector s0To3 = TLanes.FusedMultiplyAdd(y2, s2To3, s0To1);
        TVector sine = TLanes.FusedMultiplyAdd(TLanes.Multiply(r, y), s0To3, r);
        TVector c0To1 = Linear<TVector, TLanes>(y, 0.041666646f, -0.0013887314f);
        TVector c0To2 = TLanes.FusedMultiplyAdd(y2, TLanes.Create(2.4432966e-05f), c0To1);
        TVector half = TLanes.FusedMultiplyAdd(y, TLanes.Create(-0.5f), TLanes.Create(1));
        TVector cosine = TLanes.FusedMultiplyAdd(TLanes.Multiply(y, y), c0To2, half);

        TVector quarter = TLanes.AddBits(shifted, TLanes.SubtractBits(roundToQuarter, TLanes.Create(RoundToInteger)));
        TVector isOdd = TLanes.ShiftBitsRightArithmetic(TLanes.ShiftBitsLeft(quarter, 31), 31);
        TVector sign = TLanes.And(TLanes.ShiftBitsLeft(quarter, 30), TLanes.Create(-0.0f));
        TVector result = TLanes.Xor(TLanes.Select(isOdd, cosine, sine), sign);

        // Of an infinity this is NaN.
        TVector outside = TLanes.Subtract(x, x);
        return TLanes.Select(TLanes.LessThanOrEqual(TLanes.Abs(x), TLanes.Create(LargestAngle)), result, outside);
    }
}
