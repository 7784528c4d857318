using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

/// <summary>
/// Adds partial sums of single precision up in double precision: a float sum of very many terms of one sign loses a part of each term, since
/// its own last place grows with it (10 million equal rows: some percent).
/// </summary>
/// <remarks>
/// The partial sums are those of so many rows as the network and the number of rows say, so the result does not depend on the machine. Sums that are in
/// double precision already have no need of it.
/// </remarks>
public static class ManySums
{
    /// <summary>The most rows that an unrolled network adds up in one sum of single precision for each lane.</summary>
    public const int LaneRows = 8192;

    /// <summary>The most rows, in whole blocks, that a blocked network adds up in one sum of single precision: each of them is one term.</summary>
    internal const int BlockedRows = 512;

    /// <summary>Moves sums of the first rows to totals in memory of the thread, and begins the sums anew.</summary>
    /// <param name="sums">The sums; they become -0, to which to add changes nothing.</param>
    /// <returns>The totals, as many as there are sums, valid until the thread asks for such memory again.</returns>
    public static Span<double> Begin(Span<float> sums)
    {
        Span<double> totals = Scratch<double>.Get(sums.Length);
        for (int i = 0; i < sums.Length; i++)
        {
            totals[i] = sums[i];
        }

        sums.Fill(-0f);
        return totals;
    }

    /// <summary>Adds sums of further rows to the totals, and begins the sums anew.</summary>
    /// <param name="sums">The sums; they become -0.</param>
    /// <param name="totals">The totals.</param>
    public static void Add(Span<float> sums, Span<double> totals)
    {
        AddTo(totals, sums);
        sums.Fill(-0f);
    }

    /// <summary>Rounds the totals to sums.</summary>
    /// <param name="totals">The totals.</param>
    /// <param name="sums">Receives as many sums.</param>
    public static void End(ReadOnlySpan<double> totals, Span<float> sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = (float)totals[i];
        }
    }

    /// <summary>Adds to each total its sum. Each addition is by itself, so the width of the vectors does not matter.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static void AddTo(Span<double> totals, ReadOnlySpan<float> sums)
    {
        ref float source = ref MemoryMarshal.GetReference(sums);
        ref double target = ref MemoryMarshal.GetReference(totals);
        int i = 0;
        for (; i + Vector256<float>.Count <= sums.Length; i += Vector256<float>.Count)
        {
            (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(Vector256.LoadUnsafe(ref source, (nuint)i));
            (Vector256.LoadUnsafe(ref target, (nuint)i) + lower).StoreUnsafe(ref target, (nuint)i);
            (Vector256.LoadUnsafe(ref target, (nuint)i + 4) + upper).StoreUnsafe(ref target, (nuint)i + 4);
        }

        for (; i < sums.Length; i++)
        {
            totals[i] += sums[i];
        }
    }
}
