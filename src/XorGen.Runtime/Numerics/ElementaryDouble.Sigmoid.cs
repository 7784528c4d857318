using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // x / ln 2 = n + 2 h / ln 2 with |h| <= ln(2) / 4, and sigmoid x = e^h / (e^h + 2^-n e^-h). With tanh h = odd / (1 + even),
    // e^h : e^-h = (1 + even + odd) : (1 + even - odd), so the denominator is (1 + 2^-n) (1 + even) + (1 - 2^-n) odd.
    // tanh h is the quotient of odd = h + h^3 A(h^2) and 1 + even = 1 + h^2 B(h^2), A and B linear, minimax for the relative
    // error, 2^-57.4. The powers begin with "rough", which is there before n times the low part of ln 2 is taken off. What
    // they lose of it, which counts where n is in the hundreds, goes into even: h (2 B(0) - 3 A(0)) n low(ln 2) / 2.
    // The denominator is 1 + 2^-n and something small. What the rounding of 1 + 2^-n has lost ("rest") goes into that.
    // Largest error: 2.48 ulp, found by the search of the tests, at 36.308198342974634.

    /// <summary>
    /// Returns the logistic function 1 / (1 + e^-x), with the full relative accuracy for negative x too. It is 0 where
    /// the result is below the smallest normal number (x &lt; ln 2.2250738585072014E-308).
    /// </summary>
    /// <remarks>Largest error found: 2.48 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => Sigmoid<TVector, TLanes>(x, out _, out _, out _);

    /// <summary>Returns the logistic function of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 2.48 ulp.</remarks>
    public static double Sigmoid(double x) =>
        Sigmoid<Vector128<double>, Lanes128Double>(Vector128.CreateScalarUnsafe(x)).ToScalar();

    // ln(1 + e^-|x|) = ln(1 + m / M) = 2 artanh(r / 2), r = 2 m / (2 M + m), m and M the smaller and the larger of
    // 1 + even + odd and 2^-n (1 + even - odd); and 2 artanh(r / 2) = r + r^3 P(r^2), r <= 2/3, P of degree 9, minimax for the relative error, 2^-59.4.
    // Negating x exchanges m and M, all but for a factor 2^n, so x and -x give the same bits.
    // Largest error of the softplus: 3.31 ulp, found by the search of the tests, at 0.44023154417759347.

    /// <summary>
    /// Returns the logistic function of x, the same to the bit as <see cref="Sigmoid{TVector, TLanes}(TVector)"/>, and, from
    /// the same intermediate results, the softplus of -|x|: the cross-entropy of a sigmoid's output takes both.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <param name="softplus">
    /// Receives ln(1 + e^-|x|). It is 0 where the result is below the smallest normal number. Largest error found: 3.31 ulp.
    /// </param>
    /// <returns>The logistic function.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TVector, TLanes>(TVector x, out TVector softplus)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector sigmoid = Sigmoid<TVector, TLanes>(x, out TVector power, out TVector odd, out TVector even);
        TVector one = TLanes.Create(1);
        TVector numerator = TLanes.Add(one, TLanes.Add(even, odd));
        TVector other = TLanes.Multiply(power, TLanes.Add(one, TLanes.Subtract(even, odd)));
        TVector smaller = TLanes.Min(numerator, other);
        TVector larger = TLanes.Max(numerator, other);
        TVector r = TLanes.Divide(smaller, TLanes.FusedMultiplyAdd(smaller, TLanes.Create(0.5), larger));
        TVector r2 = TLanes.Multiply(r, r);
        TVector r4 = TLanes.Multiply(r2, r2);
        TVector p03 = TLanes.FusedMultiplyAdd(
            r4,
            Linear<TVector, TLanes>(r2, 0.0022321428553217504, 0.0004340278115942479),
            Linear<TVector, TLanes>(r2, 0.08333333333333288, 0.012500000000048472));
        TVector p47 = TLanes.FusedMultiplyAdd(
            r4,
            Linear<TVector, TLanes>(r2, 4.059180162762191e-06, 9.235338992135215e-07),
            Linear<TVector, TLanes>(r2, 8.877804921754058e-05, 1.8782407688957498e-05));
        TVector r8 = TLanes.Multiply(r4, r4);
        TVector p49 = TLanes.FusedMultiplyAdd(
            r8, Linear<TVector, TLanes>(r2, 1.5916781181800922e-07, 8.110878999543936e-08), p47);
        TVector p = TLanes.FusedMultiplyAdd(r8, p49, p03);
        TVector log = TLanes.FusedMultiplyAdd(TLanes.Multiply(r, r2), p, r);
        softplus = TLanes.Select(TLanes.GreaterThan(TLanes.Abs(x), TLanes.Create(-ExpMinimum)), TLanes.Zero, log);
        return sigmoid;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sigmoid<TVector, TLanes>(TVector x, out TVector power, out TVector odd, out TVector even)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector one = TLanes.Create(1);
        TVector shifted = TLanes.FusedMultiplyAdd(x, TLanes.Create(Log2E), TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector rough = TLanes.FusedMultiplyAdd(n, TLanes.Create(-0.5 * Ln2High), TLanes.Multiply(x, TLanes.Create(0.5)));
        TVector h = TLanes.FusedMultiplyAdd(n, TLanes.Create(-0.5 * Ln2Low), rough);
        TVector h2 = TLanes.Multiply(rough, rough);
        odd = TLanes.FusedMultiplyAdd(
            TLanes.Multiply(rough, h2), Linear<TVector, TLanes>(h2, 0.11109938245072258, 0.0010574197104013115), h);
        TVector lost = TLanes.Multiply(rough, TLanes.Multiply(n, TLanes.Create(-0.5555672842159327 * 0.5 * Ln2Low)));
        even = TLanes.FusedMultiplyAdd(h2, Linear<TVector, TLanes>(h2, 0.4444327157840502, 0.015868324973614675), lost);
        power = TLanes.SubtractBits(one, TLanes.ShiftBitsLeft(shifted, MantissaBits));
        TVector sum = TLanes.Add(one, power);
        TVector rest = TLanes.Subtract(power, TLanes.Subtract(sum, one));
        TVector small = TLanes.FusedMultiplyAdd(
            TLanes.Subtract(one, power), odd, TLanes.FusedMultiplyAdd(sum, even, rest));
        TVector sigmoid = TLanes.Divide(TLanes.Add(one, TLanes.Add(even, odd)), TLanes.Add(sum, small));

        // Beyond these bounds 2^-n leaves the normal numbers; above, the result rounds to 1 anyway. "outside" of NaN is NaN.
        TVector outside = TLanes.Min(one, TLanes.Max(TLanes.Zero, x));
        TVector inside = TLanes.And(
            TLanes.GreaterThanOrEqual(x, TLanes.Create(ExpMinimum)), TLanes.LessThanOrEqual(x, TLanes.Create(37.5)));
        return TLanes.Select(inside, sigmoid, outside);
    }
}
