using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // |x|^y = e^(y ln |x|). The exponent is up to 88, so the logarithm needs 7 bits more than a number has: it is made in two parts,
    // as is its product with y. With |x| = 2^k m, m in [1 / sqrt 2, sqrt 2), and s = (m - 1) / (m + 1):
    // ln m = 2 s + s^3 (2 / 3 + s^2 P(s^2)), P Taylor's polynomial of degree 4 of 2 / 5 + 2 / 7 s^2 + ... (|s| <= 0.172, relative error 2^-38).
    // What of these is large is carried in two parts: s, s^2, its product with 2 / 3 and what follows, k ln 2.
    private const float TwoThirds = 0.6666667f;
    private const float TwoThirdsRest = -1.9868216e-08f;

    // Beyond these the result is infinity or rounds to 0 for certain.
    private const float PowerMaximum = 89f;
    private const float PowerMinimum = -105f;

    /// <summary>Returns x^y, as System.Math.Pow for zeros, negative numbers, infinities and NaN too: subnormal numbers where it is so small.</summary>
    /// <remarks>Largest error: 1.20 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Pow<TVector, TLanes>(TVector x, TVector y)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
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
            TLanes.GreaterThan(n, TLanes.Create(127.5f)), TLanes.GreaterThanOrEqual(e, one));
        result = TLanes.Select(
            TLanes.And(overflows, TLanes.LessThanOrEqual(power, TLanes.Create(PowerMaximum))), TLanes.Create(float.PositiveInfinity), result);

        // 1 to the power of an infinity, the sign of odd powers, and what has no real power.
        TVector magnitudeOfY = TLanes.Abs(y);
        TVector isWhole = IsWhole<TVector, TLanes>(magnitudeOfY);
        TVector isEven = IsWhole<TVector, TLanes>(TLanes.Multiply(magnitudeOfY, TLanes.Create(0.5f)));
        TVector isOdd = TLanes.And(isWhole, TLanes.Xor(isWhole, isEven));
        result = TLanes.Select(TLanes.And(TLanes.Equal(a, one), TLanes.Equal(y, y)), one, result);
        result = TLanes.Xor(result, TLanes.And(TLanes.And(x, isOdd), TLanes.Create(-0.0f)));
        TVector isFiniteAndNegative = TLanes.And(
            TLanes.LessThan(x, TLanes.Zero), TLanes.GreaterThan(x, TLanes.Create(float.NegativeInfinity)));
        result = TLanes.Select(isFiniteAndNegative, TLanes.Select(isWhole, result, TLanes.Create(float.NaN)), result);
        TVector isOne = TLanes.Or(TLanes.Equal(x, one), TLanes.Equal(y, TLanes.Zero));
        return TLanes.Select(isOne, one, result);
    }

    /// <summary>Returns x^y: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 1.20 ulp.</remarks>
    public static float Pow(float x, float y) =>
        Pow<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x), Vector128.CreateScalar(y)).ToScalar();

    /// <summary>Returns the logarithm of a number that is not negative, as the sum of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LogInTwoParts<TVector, TLanes>(TVector a, out TVector rest)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector two = TLanes.Create(2);
        TVector k = SplitExponent<TVector, TLanes>(a, 0.70710677f, out TVector f);

        // s = f / (2 + f), the rests of the sum and of the quotient being exact.
        TVector d = TLanes.Add(two, f);
        TVector dRest = TLanes.Subtract(f, TLanes.Subtract(d, two));
        TVector s = TLanes.Divide(f, d);
        TVector minusS = TLanes.Negate(s);
        TVector sRest = TLanes.Divide(TLanes.FusedMultiplyAdd(minusS, dRest, TLanes.FusedMultiplyAdd(minusS, d, f)), d);

        TVector z = TLanes.Multiply(s, s);
        TVector twoS = TLanes.Add(s, s);
        TVector zRest = TLanes.FusedMultiplyAdd(twoS, sRest, TLanes.FusedMultiplyAdd(s, s, TLanes.Negate(z)));
        TVector p0To1 = Linear<TVector, TLanes>(z, 0.4f, 0.2857143f);
        TVector p2To3 = Linear<TVector, TLanes>(z, 0.22222222f, 0.18181819f);
        TVector z2 = TLanes.Multiply(z, z);
        TVector p2To4 = TLanes.FusedMultiplyAdd(z2, TLanes.Create(0.15384616f), p2To3);
        TVector p = TLanes.FusedMultiplyAdd(z2, p2To4, p0To1);

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
            TLanes.GreaterThan(a, TLanes.Zero), TLanes.LessThan(a, TLanes.Create(float.PositiveInfinity)));
        TVector special = TLanes.Select(TLanes.Equal(a, TLanes.Zero), TLanes.Create(float.NegativeInfinity), a);
        return TLanes.Select(inside, sum, special);
    }

    /// <summary>Returns the mask of numbers, which are not negative, that are whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector IsWhole<TVector, TLanes>(TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        // From here on every number is whole, and adding it rounds to the nearest whole number.
        TVector first = TLanes.Create(8388608f);
        TVector rounded = TLanes.Subtract(TLanes.Add(a, first), first);
        return TLanes.Or(TLanes.GreaterThanOrEqual(a, first), TLanes.Equal(rounded, a));
    }
}
