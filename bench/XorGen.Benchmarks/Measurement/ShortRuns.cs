using System.Diagnostics;
using System.Runtime;

namespace XorGen.Benchmarks.Measurement;

/// <summary>Times many small loops by turns, and keeps the best of each: for tables of one contender.</summary>
internal static class ShortRuns
{
    /// <summary>How often the JIT is given time to compile again what has turned out to be hot.</summary>
    private const int WarmUps = 4;

    private const int CallsBeforeTheNextTier = 40;
    private const double SliceNanoseconds = 500_000;

    /// <summary>Returns the nanoseconds of one time, for each loop.</summary>
    public static double[] Best(IReadOnlyList<TimedLoop> loops, int rounds)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            foreach (TimedLoop loop in loops)
            {
                for (int call = 0; call < CallsBeforeTheNextTier; call++)
                {
                    loop.Run(1);
                }
            }

            WaitForCompiler();
        }

        int[] times = [.. loops.Select(Calibrate)];
        var best = new double[loops.Count];
        Array.Fill(best, double.PositiveInfinity);
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < best.Length; i++)
            {
                best[i] = Math.Min(best[i], Time(loops[i], times[i]) / times[i]);
            }
        }

        return best;
    }

    /// <summary>Hundreds of networks keep the JIT busy for seconds: waits until it has compiled nothing for a while.</summary>
    private static void WaitForCompiler()
    {
        long compiled = -1;
        while (JitInfo.GetCompiledMethodCount() is long now && now != compiled)
        {
            compiled = now;
            Thread.Sleep(300);
        }
    }

    private static int Calibrate(TimedLoop loop)
    {
        int times = 1;
        while (Time(loop, times) < SliceNanoseconds / 2 && times < 1 << 26)
        {
            times *= 2;
        }

        return times;
    }

    private static double Time(TimedLoop loop, int times)
    {
        long start = Stopwatch.GetTimestamp();
        loop.Run(times);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
