using System.Diagnostics;

namespace XorGen.Benchmarks.Measurement;

/// <summary>What it takes until another core sees what one has written: less by far where the two share a cache.</summary>
internal static class HandOver
{
    private const int Exchanges = 20_000;

    /// <summary>Measures the way of a cache line between two threads.</summary>
    /// <returns>Nanoseconds for one direction.</returns>
    public static double Nanoseconds()
    {
        int turn = 0;
        var other = new Thread(() => Exchange(ref turn, 1));
        other.Start();
        long start = Stopwatch.GetTimestamp();
        Exchange(ref turn, 0);
        other.Join();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / (2 * Exchanges);
    }

    private static void Exchange(ref int turn, int mine)
    {
        for (int i = 0; i < Exchanges; i++)
        {
            while (Volatile.Read(ref turn) % 2 != mine)
            {
                Thread.SpinWait(1);
            }

            Volatile.Write(ref turn, turn + 1);
        }
    }
}
