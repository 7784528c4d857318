using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // |x|^y = e^(y ln |x|). The exponent is up to 709, so the logarithm needs 10 bits more than a number has: it is made in two parts,
    // as is its product with y. With |x| = 2^k m, m in [1 / sqrt 2, sqrt 2), and s = (m - 1) / (m + 1):
    // ln m = 2 s + s^3 (2 / 3 + s^2 P(s^2)), P Taylor's polynomial of degree 11 of 2 / 5 + 2 / 7 s^2 + ... (|s| <= 0.172, relative error 2^-72).
    // What of these is large is carried in two parts: s, s^2, its product with 2 / 3 and what follows, k ln 2.
    private const double TwoThirds = 0.6666666666666666;
    private const double TwoThirdsRest = 3.700743415417188e-17;

    // Beyond these the result is infinity or rounds to 0 for certain.
    private const double PowerMaximum = 710;
    private const double PowerMinimum = -746;

    /// <summary>Returns x^y, as System.Math.Pow for zeros, negative numbers, infinities and NaN too: subnormal numbers where it is so small.</summary>
    /// <remarks>Largest error found: 1.20 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Pow<TVector, TLanes>(TVector x, TVector y)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        // The magnitude: e^(y ln |x|), the product in two parts.
        TVector a = TLanes.Abs(x);
        TVector logarithm = LogInTwoParts<TVector, TLanes>(a, out TVector logarithmRest);
        TVector power = TLanes.Multiply(y, logarithm);
        TVector powerRest = TLanes.FusedMultiplyAdd(y, logarithmRest, TLanes.FusedMultiplyAdd(y, logarithm, TLanes.Negate(power)));
        TVector shifted = TLanes.FusedMultiplyAdd(power, TLanes.Create(Log2E), TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector r = TLanes.FusedMultiplyAdd(n, TLanes.Create(-Ln2High), power);
        r = TLanes.Add(TLanes.FusedMultiplyAdd(n, TLanes.Create(-Ln2Low), r), powerRest);
        TVector one = TLanes.Create(1);
        TVector e = TLanes.Add(ReducedExpMinusOne<TVector, TLanes>(r, r), one);
        TVector result = ScaleWithin<TVector, TLanes>(power, PowerMinimum, PowerMaximum, e, shifted, n);
        TVector overflows = TLanes.And(
            TLanes.GreaterThan(n, TLanes.Create(1023.5)), TLanes.GreaterThanOrEqual(e, one));
        result = TLanes.Select(
            TLanes.And(overflows, TLanes.LessThanOrEqual(power, TLanes.Create(PowerMaximum))), TLanes.Create(double.PositiveInfinity), result);

        // 1 to the power of an infinity, the sign of odd powers, and what has no real power.
        TVector magnitudeOfY = TLanes.Abs(y);
        TVector isWhole = IsWhole<TVector, TLanes>(magnitudeOfY);
        TVector isEven = IsWhole<TVector, TLanes>(TLanes.Multiply(magnitudeOfY, TLanes.Create(0.5)));
        TVector isOdd = TLanes.And(isWhole, TLanes.Xor(isWhole, isEven));
        result = TLanes.Select(TLanes.And(TLanes.Equal(a, one), TLanes.Equal(y, y)), one, result);
        result = TLanes.Xor(result, TLanes.And(TLanes.And(x, isOdd), TLanes.Create(-0.0)));
        TVector isFiniteAndNegative = TLanes.And(
            TLanes.LessThan(x, TLanes.Zero), TLanes.GreaterThan(x, TLanes.Create(double.NegativeInfinity)));
        result = TLanes.Select(isFiniteAndNegative, TLanes.Select(isWhole, result, TLanes.Create(double.NaN)), result);
        TVector isOne = TLanes.Or(TLanes.Equal(x, one), TLanes.Equal(y, TLanes.Zero));
        return TLanes.Select(isOne, one, result);
    }

    /// <summary>Returns x^y: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 1.20 ulp.</remarks>
    public static double Pow(double x, double y) =>
        Pow<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x), Vector128.CreateScalar(y)).ToScalar();

    /// <summary>Returns the logarithm of a number that is not negative, as the sum of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LogInTwoParts<TVector, TLanes>(TVector a, out TVector rest)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector two = TLanes.Create(2);
        TVector k = SplitExponent<TVector, TLanes>(a, 0.7071067811865476, out TVector f);

        // s = f / (2 + f), the rests of the sum and of the quotient being exact.
        TVector d = TLanes.Add(two, f);
        TVector dRest = TLanes.Subtract(f, TLanes.Subtract(d, two));
        TVector s = TLanes.Divide(f, d);
        TVector minusS = TLanes.Negate(s);
        TVector sRest = TLanes.Divide(TLanes.FusedMultiplyAdd(minusS, dRest, TLanes.FusedMultiplyAdd(minusS, d, f)), d);

        TVector z = TLanes.Multiply(s, s);
        TVector twoS = TLanes.Add(s, s);
        TVector zRest = TLanes.FusedMultiplyAdd(twoS, sRest, TLanes.FusedMultiplyAdd(s, s, TLanes.Negate(z)));
        TVector p0To1 = Linear<TVector, TLanes>(z, 0.4, 0.2857142857142857);
        TVector p2To3 = Linear<TVector, TLanes>(z, 0.2222222222222222, 0.18181818181818182);
        TVector p4To5 = Linear<TVector, TLanes>(z, 0.15384615384615385, 0.13333333333333333);
        TVector p6To7 = Linear<TVector, TLanes>(z, 0.11764705882352941, 0.10526315789473684);
        TVector p8To9 = Linear<TVector, TLanes>(z, 0.09523809523809523, 0.08695652173913043);
        TVector p10To11 = Linear<TVector, TLanes>(z, 0.08, 0.07407407407407407);
        TVector z2 = TLanes.Multiply(z, z);
        TVector p0To3 = TLanes.FusedMultiplyAdd(z2, p2To3, p0To1);
        TVector p4To7 = TLanes.FusedMultiplyAdd(z2, p6To7, p4To5);
        TVector p8To11 = TLanes.FusedMultiplyAdd(z2, p10To11, p8To9);
        TVector z4 = TLanes.Multiply(z2, z2);
        TVector p4To11 = TLanes.FusedMultiplyAdd(z4, p8To11, p4To7);
        TVector p = TLanes.FusedMultiplyAdd(z4, p4To11, p0To3);

        // c = 2 / 3 + z P, t = z c, u = s t.
        TVector zp = TLanes.Multiply(z, p);
        TVector c = TLanes.Add(TLanes.Create(TwoThirds), zp);
        TVector cRest = TLanes.Add(TLanes.Add(TLanes.Subtract(TLanes.Create(TwoThirds), c), zp), TLanes.Create(TwoThirdsRest));
        TVector t = TLanes.Multiply(z, c);
        TVector tRest = TLanes.FusedMultiplyAdd(
            zRest, c, TLanes.FusedMultiplyAdd(z, cRest, TLanes.FusedMultiplyAdd(z, c, TLanes.Negate(t))));
        TVector u = TLanes.Multiply(s, t);
        TVector uRest = TLanes.FusedMultiplyAdd(
            sRest, t, TLanes.FusedMultiplyAdd(s, tRest, TLanes.FusedMultiplyAdd(s, t, TLanes.Negate(u))));

        // k ln 2 + 2 s + u: each sum by Dekker's Fast2Sum, the first number being the largest or 0.
        TVector exponent = TLanes.Multiply(k, TLanes.Create(Ln2Short));
        TVector first = TLanes.Add(exponent, twoS);
        TVector firstRest = TLanes.Add(TLanes.Subtract(exponent, first), twoS);
        TVector second = TLanes.Add(first, u);
        TVector secondRest = TLanes.Add(TLanes.Subtract(first, second), u);
        TVector small = TLanes.FusedMultiplyAdd(k, TLanes.Create(Ln2Rest), TLanes.FusedMultiplyAdd(two, sRest, uRest));
        small = TLanes.Add(TLanes.Add(firstRest, secondRest), small);
        TVector sum = TLanes.Add(second, small);
        rest = TLanes.Add(TLanes.Subtract(second, sum), small);

        TVector inside = TLanes.And(
            TLanes.GreaterThan(a, TLanes.Zero), TLanes.LessThan(a, TLanes.Create(double.PositiveInfinity)));
        TVector special = TLanes.Select(TLanes.Equal(a, TLanes.Zero), TLanes.Create(double.NegativeInfinity), a);
        return TLanes.Select(inside, sum, special);
    }

    /// <summary>Returns the mask of numbers, which are not negative, that are whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector IsWhole<TVector, TLanes>(TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        // From here on every number is whole, and adding it rounds to the nearest whole number.
        TVector first = TLanes.Create(4503599627370496.0);
        TVector rounded = TLanes.Subtract(TLanes.Add(a, first), first);
        return TLanes.Or(TLanes.GreaterThanOrEqual(a, first), TLanes.Equal(rounded, a));
    }
}
