using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>
/// Elementary functions in double precision, the same to the bit on every machine and at every vector width.
/// </summary>
/// <remarks>
/// <para>They are made of correctly rounded operations and integer work on the bits only (see <see cref="ILanes{TVector, T}"/>),
/// with the polynomials in Estrin's form, because a small network waits for their latency. The polynomials are this
/// project's own minimax fits (Remez exchange at 200 bits, then each coefficient rounded to nearest).</para>
/// <para>NaN gives NaN. A result below the smallest normal number may be flushed to zero; each function says where.
/// "Largest error found" is in units of the last place of the exact result. It is what a search has found, and no bound: 100 million random and telling
/// arguments of the whole range, and from the worst of each few thousand of them on the neighbourhood. Another argument may be off by a little more.</para>
/// </remarks>
[CLSCompliant(false)]
public static partial class ElementaryDouble
{
    // ln 2 = Ln2High + Ln2Low. n * Ln2High is subtracted by a fused multiply-add, so all bits of Ln2High may be used.
    private const double Log2E = 1.4426950408889634;
    private const double Ln2High = 0.6931471805599453;
    private const double Ln2Low = 2.3190468138462996e-17;

    // ln 2 again, for the logarithms, with so few bits in the first part that k * Ln2Short is exact for every exponent k.
    private const double Ln2Short = 0.6931471805598903;
    private const double Ln2Rest = 5.497923018708371e-14;

    // Adding 1.5 * 2^52 rounds to the nearest integer and leaves it in the lowest bits.
    private const double RoundToInteger = 6755399441055744.0;

    // The largest x whose exp is finite, and the smallest whose exp is a normal number.
    private const double ExpMaximum = 709.782712893384;
    private const double ExpMinimum = -708.3964185322641;

    private const int MantissaBits = 52;

    /// <summary>Returns c0 + c1 x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Linear<TVector, TLanes>(TVector x, double c0, double c1)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => TLanes.FusedMultiplyAdd(x, TLanes.Create(c1), TLanes.Create(c0));

    /// <summary>
    /// Returns e^r - 1 for |r| &lt;= ln(2) / 2, to the full relative accuracy near 0.
    /// </summary>
    // e^r - 1 = r + r^2 P(r), P of degree 10, minimax on [-0.34668, 0.34668] for the relative error of e^r - 1, 2^-61.7.
    // "rough" is r before n times the low part of ln 2 is taken off. It is there four cycles earlier, so the higher powers,
    // to which the difference is nothing, begin with it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ReducedExpMinusOne<TVector, TLanes>(TVector rough, TVector r)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector rough2 = TLanes.Multiply(rough, rough);
        TVector p810 = TLanes.FusedMultiplyAdd(
            rough2, TLanes.Create(2.0875318937498646e-09), Linear<TVector, TLanes>(rough, 2.7557402748448556e-07, 2.5109002662139066e-08));
        TVector p47 = TLanes.FusedMultiplyAdd(
            rough2,
            Linear<TVector, TLanes>(rough, 2.480158717233233e-05, 2.755724431167384e-06),
            Linear<TVector, TLanes>(rough, 0.0013888888888962518, 0.00019841269886021798));
        TVector rough4 = TLanes.Multiply(rough2, rough2);
        TVector p410 = TLanes.FusedMultiplyAdd(rough4, p810, p47);
        TVector r2 = TLanes.Multiply(r, r);
        TVector p03 = TLanes.FusedMultiplyAdd(
            r2,
            Linear<TVector, TLanes>(rough, 0.04166666666666651, 0.008333333333321672),
            Linear<TVector, TLanes>(r, 0.5, 0.16666666666666677));
        TVector p = TLanes.FusedMultiplyAdd(rough4, p410, p03);
        return TLanes.FusedMultiplyAdd(r2, p, r);
    }

    /// <summary>
    /// Returns P(f) in ln(1 + f) = f + f^2 P(f) for -0.25 &lt;= f &lt;= 0.5.
    /// </summary>
    // P of degree 20, minimax for the relative error of ln(1 + f), 2^-59.4.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LogPolynomial<TVector, TLanes>(TVector f, TVector f2)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector p01 = Linear<TVector, TLanes>(f, -0.49999999999999994, 0.3333333333333323);
        TVector p23 = Linear<TVector, TLanes>(f, -0.2500000000000385, 0.20000000000043724);
        TVector p45 = Linear<TVector, TLanes>(f, -0.16666666665973276, 0.14285714278732176);
        TVector p67 = Linear<TVector, TLanes>(f, -0.12500000049791377, 0.11111111662408284);
        TVector p89 = Linear<TVector, TLanes>(f, -0.09999998566246336, 0.0909088537272788);
        TVector p1011 = Linear<TVector, TLanes>(f, -0.08333331103780808, 0.07692866291292878);
        TVector p1213 = Linear<TVector, TLanes>(f, -0.07143980545073594, 0.06660327743705528);
        TVector p1415 = Linear<TVector, TLanes>(f, -0.062236857544179416, 0.05892625184504344);
        TVector p1617 = Linear<TVector, TLanes>(f, -0.057842504880905345, 0.05665854953787188);
        TVector p1819 = Linear<TVector, TLanes>(f, -0.047174122280145676, 0.02647602982743376);
        TVector f4 = TLanes.Multiply(f2, f2);
        TVector p03 = TLanes.FusedMultiplyAdd(f2, p23, p01);
        TVector p47 = TLanes.FusedMultiplyAdd(f2, p67, p45);
        TVector p811 = TLanes.FusedMultiplyAdd(f2, p1011, p89);
        TVector p1215 = TLanes.FusedMultiplyAdd(f2, p1415, p1213);
        TVector p1619 = TLanes.FusedMultiplyAdd(f2, p1819, p1617);
        TVector f8 = TLanes.Multiply(f4, f4);
        TVector p07 = TLanes.FusedMultiplyAdd(f4, p47, p03);
        TVector p815 = TLanes.FusedMultiplyAdd(f4, p1215, p811);
        TVector p1620 = TLanes.FusedMultiplyAdd(f4, TLanes.Create(-0.00702652672550677), p1619);
        TVector p820 = TLanes.FusedMultiplyAdd(f8, p1620, p815);
        return TLanes.FusedMultiplyAdd(f8, p820, p07);
    }

    /// <summary>
    /// Returns k ln 2 + ln(1 + f) for an integer k and 1 + f in [0.75, 1.5], where f is the rounded sum of
    /// <paramref name="high"/> and a small <paramref name="low"/>.
    /// </summary>
    // The leading sum k * Ln2Short + high is split by Dekker's Fast2Sum (|k ln 2| > |high|, or k = 0) into its rounded value and
    // the exact rest, off the critical path, so that only the last addition rounds to the full.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LogOfReduced<TVector, TLanes>(TVector k, TVector f, TVector high, TVector low)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector scaled = TLanes.Multiply(k, TLanes.Create(Ln2Short));
        TVector sum = TLanes.Add(scaled, high);
        TVector rest = TLanes.Add(TLanes.Add(TLanes.Subtract(scaled, sum), high), low);
        rest = TLanes.FusedMultiplyAdd(k, TLanes.Create(Ln2Rest), rest);
        TVector f2 = TLanes.Multiply(f, f);
        return TLanes.Add(sum, TLanes.FusedMultiplyAdd(f2, LogPolynomial<TVector, TLanes>(f, f2), rest));
    }
}
