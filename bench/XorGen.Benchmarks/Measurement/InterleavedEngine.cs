using System.Diagnostics;
using XorGen.Benchmarks.Peers;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Measurement;

/// <summary>
/// Runs all contenders in turn, many times, each for a few milliseconds: whatever the machine does besides, it does to
/// all of them. The minimum is what counts on a machine that is shared.
/// </summary>
internal sealed class InterleavedEngine(int rounds, TimeSpan slice) : IEngine
{
    /// <summary>How often the JIT is given time to compile again what has turned out to be hot.</summary>
    private const int WarmUps = 4;

    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(40);

    public string Method =>
        $"Interleaved: {rounds} rounds, in each of which every contender runs for about {slice.TotalMilliseconds:0.#} ms. Best (median).";

    public IReadOnlyList<Result> Measure(Work work, IReadOnlyList<(string Peer, Contender Contender)> contenders)
    {
        foreach ((_, Contender contender) in contenders)
        {
            Warm(contender);
        }

        long[] operations = [.. contenders.Select(entry => Calibrate(entry.Contender))];
        var samples = contenders.Select(_ => new List<double>(rounds)).ToArray();
        var allocated = new double[contenders.Count];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                double time = contenders[i].Contender.Time(operations[i]);
                allocated[i] = (GC.GetAllocatedBytesForCurrentThread() - before) / operations[i];
                samples[i].Add(time / operations[i] / work.Divisor);
            }
        }

        return [.. contenders.Select((entry, i) => Result.Of(work.Key, entry.Peer, samples[i], allocated[i]))];
    }

    /// <summary>Tiered compilation counts calls, and then waits 100 ms before it compiles in the background.</summary>
    private static void Warm(Contender contender)
    {
        for (int i = 0; i < (contender.IsManaged ? WarmUps : 1); i++)
        {
            long start = Stopwatch.GetTimestamp();
            int calls = 0;
            while (calls < 40 && (calls < 2 || Stopwatch.GetElapsedTime(start) < WarmUp))
            {
                contender.Run(1);
                calls++;
            }

            long operations = 1;
            start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < WarmUp)
            {
                contender.Run(operations);
                operations *= 2;
            }

            if (contender.IsManaged)
            {
                Thread.Sleep(120);
            }
        }
    }

    private long Calibrate(Contender contender)
    {
        long operations = 1;
        while (true)
        {
            double time = Math.Min(contender.Time(operations), contender.Time(operations));
            if (time >= slice.TotalNanoseconds / 4)
            {
                return Math.Max(1, (long)(operations * slice.TotalNanoseconds / time));
            }

            operations *= 2;
        }
    }
}
