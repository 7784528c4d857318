using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>
/// Elementary functions in single precision, the same to the bit on every machine and at every vector width.
/// </summary>
/// <remarks>
/// <para>They are made of correctly rounded operations and integer work on the bits only (see <see cref="ILanes{TVector, T}"/>),
/// with the polynomials in Estrin's form, because a small network waits for their latency. The polynomials are this
/// project's own minimax fits (Remez exchange at 200 bits, then each coefficient rounded to nearest).</para>
/// <para>NaN gives NaN. A result below the smallest normal number may be flushed to zero; each function says where.
/// "Largest error" is in units of the last place of the exact result, over every one of the 2^32 inputs.</para>
/// </remarks>
[CLSCompliant(false)]
public static partial class ElementarySingle
{
    // ln 2 = Ln2High + Ln2Low. n * Ln2High is subtracted by a fused multiply-add, so all bits of Ln2High may be used.
    private const float Log2E = 1.442695f;
    private const float Ln2High = 0.6931472f;
    private const float Ln2Low = -1.9046542e-09f;

    // ln 2 again, for the logarithms, with so few bits in the first part that k * Ln2Short is exact for every exponent k.
    private const float Ln2Short = 0.69314575f;
    private const float Ln2Rest = 1.4286068e-06f;

    // Adding 1.5 * 2^23 rounds to the nearest integer and leaves it in the lowest bits.
    private const float RoundToInteger = 12582912f;

    // The largest x whose exp is finite, and the smallest whose exp is a normal number.
    private const float ExpMaximum = 88.72283f;
    private const float ExpMinimum = -87.33654f;

    private const int MantissaBits = 23;

    /// <summary>Returns c0 + c1 x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Linear<TVector, TLanes>(TVector x, float c0, float c1)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => TLanes.FusedMultiplyAdd(x, TLanes.Create(c1), TLanes.Create(c0));

    /// <summary>
    /// Returns e^r - 1 for |r| &lt;= ln(2) / 2, to the full relative accuracy near 0.
    /// </summary>
    // e^r - 1 = r + r^2 P(r), P of degree 5, minimax on [-0.34668, 0.34668] for the relative error of e^r - 1, 2^-32.0.
    // "rough" is r before n times the low part of ln 2 is taken off. It is there four cycles earlier, so the higher powers,
    // to which the difference is nothing, begin with it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ReducedExpMinusOne<TVector, TLanes>(TVector rough, TVector r)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector p45 = Linear<TVector, TLanes>(rough, 0.0013940649f, 0.00019845879f);
        TVector p25 = TLanes.FusedMultiplyAdd(TLanes.Multiply(rough, rough), p45, Linear<TVector, TLanes>(rough, 0.041666362f, 0.00833339f));
        TVector r2 = TLanes.Multiply(r, r);
        TVector p = TLanes.FusedMultiplyAdd(r2, p25, Linear<TVector, TLanes>(r, 0.5f, 0.16666666f));
        return TLanes.FusedMultiplyAdd(r2, p, r);
    }

    /// <summary>
    /// Returns P(f) in ln(1 + f) = f + f^2 P(f) for -0.25 &lt;= f &lt;= 0.5.
    /// </summary>
    // P of degree 9, minimax for the relative error of ln(1 + f), 2^-30.4.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LogPolynomial<TVector, TLanes>(TVector f, TVector f2)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector p01 = Linear<TVector, TLanes>(f, -0.49999997f, 0.33333343f);
        TVector p23 = Linear<TVector, TLanes>(f, -0.2500029f, 0.19999623f);
        TVector p45 = Linear<TVector, TLanes>(f, -0.1665229f, 0.14272037f);
        TVector p67 = Linear<TVector, TLanes>(f, -0.1275004f, 0.11755465f);
        TVector p89 = Linear<TVector, TLanes>(f, -0.09126898f, 0.037319735f);
        TVector f4 = TLanes.Multiply(f2, f2);
        TVector p03 = TLanes.FusedMultiplyAdd(f2, p23, p01);
        TVector p47 = TLanes.FusedMultiplyAdd(f2, p67, p45);
        TVector p49 = TLanes.FusedMultiplyAdd(f4, p89, p47);
        return TLanes.FusedMultiplyAdd(f4, p49, p03);
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
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector scaled = TLanes.Multiply(k, TLanes.Create(Ln2Short));
        TVector sum = TLanes.Add(scaled, high);
        TVector rest = TLanes.Add(TLanes.Add(TLanes.Subtract(scaled, sum), high), low);
        rest = TLanes.FusedMultiplyAdd(k, TLanes.Create(Ln2Rest), rest);
        TVector f2 = TLanes.Multiply(f, f);
        return TLanes.Add(sum, TLanes.FusedMultiplyAdd(f2, LogPolynomial<TVector, TLanes>(f, f2), rest));
    }
}
