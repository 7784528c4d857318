using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // x / ln 2 = n + 2 h / ln 2 with |h| <= ln(2) / 4, and sigmoid x = e^h / (e^h + 2^-n e^-h). With tanh h = odd / (1 + even),
    // e^h : e^-h = (1 + even + odd) : (1 + even - odd), so the denominator is (1 + 2^-n) (1 + even) + (1 - 2^-n) odd.
    // tanh h is the quotient of odd = h + a f^3 and 1 + even = 1 + b f^2, f = 2 h / ln 2, minimax for the relative error, 2^-30.5.
    // The denominator is 1 + 2^-n and something small. What the rounding of 1 + 2^-n has lost ("rest") goes into that.
    // Largest error: 2.50 ulp, at -50.24143.

    /// <summary>
    /// Returns the logistic function 1 / (1 + e^-x), with the full relative accuracy for negative x too. It is 0 where
    /// the result is below the smallest normal number (x &lt; ln 1.17549435E-38).
    /// </summary>
    /// <remarks>Largest error: 2.50 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => Sigmoid<TVector, TLanes>(x, out _, out _, out _);

    /// <summary>Returns the logistic function of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 2.50 ulp.</remarks>
    public static float Sigmoid(float x) =>
        Sigmoid<Vector128<float>, Lanes128Single>(Vector128.CreateScalarUnsafe(x)).ToScalar();

    // ln(1 + e^-|x|) = ln(1 + m / M) = 2 artanh(r / 2), r = 2 m / (2 M + m), m and M the smaller and the larger of
    // 1 + even + odd and 2^-n (1 + even - odd); and 2 artanh(r / 2) = r + r^3 P(r^2), r <= 2/3, P of degree 3, minimax for the relative error, 2^-27.7.
    // Negating x exchanges m and M, all but for a factor 2^n, so x and -x give the same bits.
    // Largest error of the softplus: 3.22 ulp, at 2.043027.

    /// <summary>
    /// Returns the logistic function of x, the same to the bit as <see cref="Sigmoid{TVector, TLanes}(TVector)"/>, and, from
    /// the same intermediate results, the softplus of -|x|: the cross-entropy of a sigmoid's output takes both.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <param name="softplus">
    /// Receives ln(1 + e^-|x|). It is 0 where the result is below the smallest normal number. Largest error: 3.22 ulp.
    /// </param>
    /// <returns>The logistic function.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TVector, TLanes>(TVector x, out TVector softplus)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector sigmoid = Sigmoid<TVector, TLanes>(x, out TVector power, out TVector odd, out TVector even);
        TVector one = TLanes.Create(1);
        TVector numerator = TLanes.Add(one, TLanes.Add(even, odd));
        TVector other = TLanes.Multiply(power, TLanes.Add(one, TLanes.Subtract(even, odd)));
        TVector smaller = TLanes.Min(numerator, other);
        TVector larger = TLanes.Max(numerator, other);
        TVector r = TLanes.Divide(smaller, TLanes.FusedMultiplyAdd(smaller, TLanes.Create(0.5f), larger));
        TVector r2 = TLanes.Multiply(r, r);
        TVector p = TLanes.FusedMultiplyAdd(
            TLanes.Multiply(r2, r2), Linear<TVector, TLanes>(r2, 0.002187641f, 0.00054710906f), Linear<TVector, TLanes>(r2, 0.08333302f, 0.012506727f));
        TVector log = TLanes.FusedMultiplyAdd(TLanes.Multiply(r, r2), p, r);
        softplus = TLanes.Select(TLanes.GreaterThan(TLanes.Abs(x), TLanes.Create(-ExpMinimum)), TLanes.Zero, log);
        return sigmoid;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sigmoid<TVector, TLanes>(TVector x, out TVector power, out TVector odd, out TVector even)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector one = TLanes.Create(1);
        TVector shifted = TLanes.FusedMultiplyAdd(x, TLanes.Create(Log2E), TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector f = TLanes.Subtract(TLanes.Multiply(x, TLanes.Create(Log2E)), n);
        TVector h = TLanes.FusedMultiplyAdd(n, TLanes.Create(-0.5f * Ln2High), TLanes.Multiply(x, TLanes.Create(0.5f)));
        h = TLanes.FusedMultiplyAdd(n, TLanes.Create(-0.5f * Ln2Low), h);
        TVector f2 = TLanes.Multiply(f, f);
        odd = TLanes.FusedMultiplyAdd(TLanes.Multiply(f, f2), TLanes.Create(0.0027718968f), h);
        even = TLanes.Multiply(f2, TLanes.Create(0.048035726f));
        power = TLanes.SubtractBits(one, TLanes.ShiftBitsLeft(shifted, MantissaBits));
        TVector sum = TLanes.Add(one, power);
        TVector rest = TLanes.Subtract(power, TLanes.Subtract(sum, one));
        TVector small = TLanes.FusedMultiplyAdd(
            TLanes.Subtract(one, power), odd, TLanes.FusedMultiplyAdd(sum, even, rest));
        TVector sigmoid = TLanes.Divide(TLanes.Add(one, TLanes.Add(even, odd)), TLanes.Add(sum, small));

        // Beyond these bounds 2^-n leaves the normal numbers; above, the result rounds to 1 anyway. "outside" of NaN is NaN.
        TVector outside = TLanes.Min(one, TLanes.Max(TLanes.Zero, x));
        TVector inside = TLanes.And(
            TLanes.GreaterThanOrEqual(x, TLanes.Create(ExpMinimum)), TLanes.LessThanOrEqual(x, TLanes.Create(17.5f)));
        return TLanes.Select(inside, sigmoid, outside);
    }
}
