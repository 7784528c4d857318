using System.Globalization;
using System.Numerics.Tensors;
using System.Text;
using XorGen.Benchmarks.Elementary;
using XorGen.Benchmarks.Measurement;
using XorGen.Benchmarks.Reports;

namespace XorGen.Benchmarks.Sections;

/// <summary>The elementary functions: how long one waits for a result, and how many come in a time.</summary>
internal sealed class ElementarySection : ISection
{
    private const int Rounds = 150;

    private readonly float[] singles = [.. Enumerable.Range(0, FunctionLoops.Length).Select(i => 0.01f + (i / 256f))];
    private readonly float[] singleResults = new float[FunctionLoops.Length];
    private readonly double[] doubles = [.. Enumerable.Range(0, FunctionLoops.Length).Select(i => 0.01 + (i / 256.0))];
    private readonly double[] doubleResults = new double[FunctionLoops.Length];

    public string Key => "elementary";

    public string Description => "latency and throughput of exp, log, tanh, sigmoid, softplus, erf and gelu";

    public string Run(MeasurementOptions options)
    {
        var text = new StringBuilder(
            $"{Conditions.Text} Nanoseconds; best of {options.Rounds(Rounds)} runs, all by turns. Latency: each argument waits for the last result, by way of a fused multiply-add, in vectors of 128 bits as single rows use them. Throughput: {FunctionLoops.Length} numbers from 0.01 to 4, per number, in the widest vectors.\n\n");
        Append(text, "single", options, Latencies(SingleRows), Throughputs(SingleRows));
        Append(text, "double", options, Latencies(DoubleRows), Throughputs(DoubleRows));
        return text.ToString();
    }

    private static IReadOnlyList<TimedLoop?[]> Latencies(IReadOnlyList<Row> rows) => [.. rows.Select(row => new[] { row.Chain, row.MathChain })];

    private static IReadOnlyList<TimedLoop?[]> Throughputs(IReadOnlyList<Row> rows) => [.. rows.Select(row => new[] { row.Many, row.Math, row.Tensor })];

    private IReadOnlyList<Row> SingleRows =>
    [
        SingleRow<ExpSingle>("exp", MathF.Exp, times => Repeat(times, () => TensorPrimitives.Exp<float>(singles, singleResults))),
        SingleRow<LogSingle>("log", MathF.Log, times => Repeat(times, () => TensorPrimitives.Log<float>(singles, singleResults))),
        SingleRow<TanhSingle>("tanh", MathF.Tanh, times => Repeat(times, () => TensorPrimitives.Tanh<float>(singles, singleResults))),
        SingleRow<SigmoidSingle>("sigmoid", x => 1 / (1 + MathF.Exp(-x)), times => Repeat(times, () => TensorPrimitives.Sigmoid<float>(singles, singleResults))),
        SingleRow<SoftplusSingle>("softplus", x => MathF.Log(1 + MathF.Exp(x)), null),
        SingleRow<ErfSingle>("erf", null, null),
        SingleRow<GeluSingle>("gelu", null, null),
    ];

    private IReadOnlyList<Row> DoubleRows =>
    [
        DoubleRow<ExpDouble>("exp", Math.Exp, times => Repeat(times, () => TensorPrimitives.Exp<double>(doubles, doubleResults))),
        DoubleRow<LogDouble>("log", Math.Log, times => Repeat(times, () => TensorPrimitives.Log<double>(doubles, doubleResults))),
        DoubleRow<TanhDouble>("tanh", Math.Tanh, times => Repeat(times, () => TensorPrimitives.Tanh<double>(doubles, doubleResults))),
        DoubleRow<SigmoidDouble>("sigmoid", x => 1 / (1 + Math.Exp(-x)), times => Repeat(times, () => TensorPrimitives.Sigmoid<double>(doubles, doubleResults))),
        DoubleRow<SoftplusDouble>("softplus", x => Math.Log(1 + Math.Exp(x)), null),
        DoubleRow<ErfDouble>("erf", null, null),
        DoubleRow<GeluDouble>("gelu", null, null),
    ];

    private static void Repeat(int times, Action action)
    {
        for (int i = 0; i < times; i++)
        {
            action();
        }
    }

    private static void Append(StringBuilder text, string precision, MeasurementOptions options, IReadOnlyList<TimedLoop?[]> latencies, IReadOnlyList<TimedLoop?[]> throughputs)
    {
        TimedLoop[] loops = [.. latencies.Concat(throughputs).SelectMany(row => row).OfType<TimedLoop>()];
        double[] best = ShortRuns.Best(loops, options.Rounds(Rounds));
        string Cell(TimedLoop? loop, double divisor) => loop is null
            ? " - |"
            : string.Create(CultureInfo.InvariantCulture, $" {best[Array.IndexOf(loops, loop)] / divisor:0.00} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| {precision} | latency | Math | throughput | Math | System.Numerics.Tensors |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|");
        for (int i = 0; i < latencies.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {latencies[i][0]!.Name} |");
            Array.ForEach(latencies[i], loop => text.Append(Cell(loop, 1)));
            Array.ForEach(throughputs[i], loop => text.Append(Cell(loop, FunctionLoops.Length)));
            text.AppendLine();
        }

        text.AppendLine();
    }

    private Row SingleRow<TFunction>(string name, Func<float, float>? math, Action<int>? tensor)
        where TFunction : struct, IFunction<float> => new(
            FunctionLoops.SingleChain<TFunction>(name),
            FunctionLoops.Single<TFunction>(name, singles, singleResults),
            math is null ? null : FunctionLoops.ScalarChain(name, math, 0.75f),
            math is null ? null : FunctionLoops.Scalar(name, math, singles, singleResults),
            tensor is null ? null : new TimedLoop(name, tensor));

    private Row DoubleRow<TFunction>(string name, Func<double, double>? math, Action<int>? tensor)
        where TFunction : struct, IFunction<double> => new(
            FunctionLoops.DoubleChain<TFunction>(name),
            FunctionLoops.Double<TFunction>(name, doubles, doubleResults),
            math is null ? null : FunctionLoops.ScalarChain(name, math, 0.75),
            math is null ? null : FunctionLoops.Scalar(name, math, doubles, doubleResults),
            tensor is null ? null : new TimedLoop(name, tensor));

    private sealed record Row(TimedLoop Chain, TimedLoop Many, TimedLoop? MathChain, TimedLoop? Math, TimedLoop? Tensor);
}
