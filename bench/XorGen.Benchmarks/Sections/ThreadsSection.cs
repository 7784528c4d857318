using System.Diagnostics;
using System.Globalization;
using System.Text;
using XorGen.Benchmarks.Measurement;
using XorGen.Benchmarks.Networks;
using XorGen.Benchmarks.Reports;
using XorGen.Training;

namespace XorGen.Benchmarks.Sections;

/// <summary>Training on two threads against one.</summary>
internal sealed class ThreadsSection : ISection
{
    private const int Rounds = 60;
    private const int Epochs = 6;
    private const int Rows = 4096;

    private static readonly int[] Batches = [64, 128, 256, 512, 1024];

    public string Key => "threads";

    public string Description => "784-128-10 on two threads against one";

    public string Run(MeasurementOptions options)
    {
        int rounds = options.Rounds(Rounds);
        float[] inputs = [.. Enumerable.Range(0, Rows * 784).Select(i => (i % 97) / 97f)];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(i => i % 10)];
        var text = new StringBuilder($"{Conditions.Text} 784-128-10, SGD, {Rows} rows, nanoseconds a row; one and two threads by turns, best of {rounds} runs. `Fit` also gathers the shuffled rows. The last column: the way of a cache line from one core to the other, just before the row was measured.\n\n");
        text.AppendLine("| rows in a batch | `Train`, one thread | two threads | | `Fit`, one thread | two threads | | line |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (int batch in Batches)
        {
            double handOver = Enumerable.Range(0, 5).Min(_ => HandOver.Nanoseconds());
            double[] steps = BestByTurns(rounds, threads => Steps(threads, batch, inputs, labels));
            double[] fits = BestByTurns(Math.Max(1, rounds / Epochs), threads => Fit(threads, batch, inputs, labels));
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {batch} | {steps[0]:N0} | {steps[1]:N0} | {steps[0] / steps[1]:0.00} × | {fits[0]:N0} | {fits[1]:N0} | {fits[0] / fits[1]:0.00} × | {handOver:0} ns |"));
        }

        return text.ToString();
    }

    private static double[] BestByTurns(int rounds, Func<int, Func<double>> start)
    {
        Func<double>[] runs = [start(1), start(2)];
        double[] best = [double.PositiveInfinity, double.PositiveInfinity];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < runs.Length; i++)
            {
                best[i] = Math.Min(best[i], runs[i]());
            }
        }

        return best;
    }

    /// <summary>Steps on the batches where they lie.</summary>
    private static Func<double> Steps(int threads, int batch, float[] inputs, int[] labels)
    {
        var network = new MnistSgd();
        return () =>
        {
            ((IThreadedTraining)network).UseThreads(threads);
            long start = Stopwatch.GetTimestamp();
            for (int first = 0; first < Rows; first += batch)
            {
                network.Train(inputs.AsSpan(first * 784, batch * 784), labels.AsSpan(first, batch), 1e-4f);
            }

            return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Rows;
        };
    }

    private static Func<double> Fit(int threads, int batch, float[] inputs, int[] labels)
    {
        var network = new MnistSgd();
        var options = new TrainingOptions { Epochs = Epochs, BatchSize = batch, MaxDegreeOfParallelism = threads, LearningRate = 1e-4, CheckData = false };
        return () =>
        {
            long start = Stopwatch.GetTimestamp();
            network.Fit(inputs, labels, options);
            return Stopwatch.GetElapsedTime(start).TotalNanoseconds / ((double)Rows * Epochs);
        };
    }
}
