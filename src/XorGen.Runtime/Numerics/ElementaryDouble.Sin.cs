using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // pi / 2 = HalfPiHigh + HalfPiMiddle + HalfPiLow, to three times the precision.
    private const double HalfPiHigh = 1.5707963267948966;
    private const double HalfPiMiddle = 6.123233995736766e-17;
    private const double HalfPiLow = -1.4973849048591698e-33;
    private const double TwoOverPi = 0.6366197723675814;

    // Beyond it the argument is not reduced.
    private const double LargestAngle = 1e9;

    /// <summary>Returns the sine of x. It is 0 where |x| is more than 1,000,000,000, and NaN of an infinity.</summary>
    /// <remarks>Largest error found: 1.61 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sin<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector sine = SineOfQuarter<TVector, TLanes>(x, TLanes.Create(RoundToInteger));

        // -0 of -0, which the reduction does not keep.
        return TLanes.Select(TLanes.Equal(x, TLanes.Zero), x, sine);
    }

    /// <summary>Returns the sine of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 1.61 ulp.</remarks>
    public static double Sin(double x) =>
        Sin<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Returns the cosine of x. It is 0 where |x| is more than 1,000,000,000, and NaN of an infinity.</summary>
    /// <remarks>Largest error found: 1.59 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Cos<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => SineOfQuarter<TVector, TLanes>(x, TLanes.Create(RoundToInteger + 1));

    /// <summary>Returns the cosine of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 1.61 ulp.</remarks>
    public static double Cos(double x) =>
        Cos<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Returns sin(x) or, where the number that rounds to an integer is one more, sin(x + pi / 2) = cos(x).</summary>
    // x = n pi / 2 + r, |r| <= pi / 4 and a little: in three fused steps, the first of which is exact. sin r = r + r^3 S(r^2),
    // S of degree 6, and cos r = 1 - r^2 / 2 + r^4 C(r^2), C of degree 6, minimax for the relative errors,
    // 2^-68.7 and 2^-75.0. The lowest bit of n chooses between them, the next one is the sign.
    // Largest error up to |x| = 1,000,000,000: 1.61 ulp, found by the search of the tests, at -60.47700854193528.
    // Largest error, of Cos: 1.59 ulp, found by the search of the tests, at 289.7933562475849.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SineOfQuarter<TVector, TLanes>(TVector x, TVector roundToQuarter)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector shifted = TLanes.FusedMultiplyAdd(x, TLanes.Create(TwoOverPi), TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector r = TLanes.FusedMultiplyAdd(n, TLanes.Create(-HalfPiHigh), x);
        r = TLanes.FusedMultiplyAdd(n, TLanes.Create(-HalfPiMiddle), r);
        r = TLanes.FusedMultiplyAdd(n, TLanes.Create(-HalfPiLow), r);

        TVector y = TLanes.Multiply(r, r);
        TVector s0To1 = Linear<TVector, TLanes>(y, -0.16666666666666666, 0.008333333333333323);
        TVector s2To3 = Linear<TVector, TLanes>(y, -0.0001984126984125476, 2.7557319214044457e-06);
        TVector s4To5 = Linear<TVector, TLanes>(y, -2.505210487645528e-08, 1.6058362466737426e-10);
        TVector y2 = TLanes.Multiply(y, y);
        TVector s0To3 = TLanes.FusedMultiplyAdd(y2, s2To3, s0To1);
        TVector s4To6 = TLanes.FusedMultiplyAdd(y2, TLanes.Create(-7.578505160758899e-13), s4To5);
        TVector y4 = TLanes.Multiply(y2, y2);
        TVector s0To6 = TLanes.FusedMultiplyAdd(y4, s4To6, s0To3);
        TVector sine = TLanes.FusedMultiplyAdd(TLanes.Multiply(r, y), s0To6, r);
        TVector c0To1 = Linear<TVector, TLanes>(y, 0.041666666666666664, -0.0013888888888888872);
        TVector c2To3 = Linear<TVector, TLanes>(y, 2.480158730157051e-05, -2.75573192149811e-07);
        TVector c4To5 = Linear<TVector, TLanes>(y, 2.087675428287538e-09, -1.1470284365843772e-11);
        TVector c0To3 = TLanes.FusedMultiplyAdd(y2, c2To3, c0To1);
        TVector c4To6 = TLanes.FusedMultiplyAdd(y2, TLanes.Create(4.7377292203555886e-14), c4To5);
        TVector c0To6 = TLanes.FusedMultiplyAdd(y4, c4To6, c0To3);
        TVector half = TLanes.FusedMultiplyAdd(y, TLanes.Create(-0.5), TLanes.Create(1));
        TVector cosine = TLanes.FusedMultiplyAdd(TLanes.Multiply(y, y), c0To6, half);

        TVector quarter = TLanes.AddBits(shifted, TLanes.SubtractBits(roundToQuarter, TLanes.Create(RoundToInteger)));
        TVector isOdd = TLanes.ShiftBitsRightArithmetic(TLanes.ShiftBitsLeft(quarter, 63), 63);
        TVector sign = TLanes.And(TLanes.ShiftBitsLeft(quarter, 62), TLanes.Create(-0.0));
        TVector result = TLanes.Xor(TLanes.Select(isOdd, cosine, sine), sign);

        // Of an infinity this is NaN.
        TVector outside = TLanes.Subtract(x, x);
        return TLanes.Select(TLanes.LessThanOrEqual(TLanes.Abs(x), TLanes.Create(LargestAngle)), result, outside);
    }
}
