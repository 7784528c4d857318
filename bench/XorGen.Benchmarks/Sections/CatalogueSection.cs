using System.Globalization;
using System.Text;
using XorGen.Benchmarks.Measurement;
using XorGen.Benchmarks.Networks;
using XorGen.Benchmarks.Reports;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Sections;

/// <summary>Training with every activation and every optimizer that has a step of its own.</summary>
internal sealed class CatalogueSection : ISection
{
    private const int Rounds = 60;
    private const int Batch = 32;

    private static readonly INetwork<float>[] WithActivations =
    [
        new WithLinear(),
        new WithSigmoid(),
        new WithTanh(),
        new WithRelu(),
        new WithLeakyRelu(),
        new WithPRelu(),
        new WithRelu6(),
        new WithThreshold(),
        new WithElu(),
        new WithSelu(),
        new WithCelu(),
        new WithSoftplus(),
        new WithSquareplus(),
        new WithExponential(),
        new WithGelu(),
        new WithGeluTanh(),
        new WithSilu(),
        new WithMish(),
        new WithHardTanh(),
        new WithHardSigmoid(),
        new WithHardSwish(),
        new WithLogSigmoid(),
        new WithSoftsign(),
        new WithElliot(),
        new WithArctan(),
        new WithTanhShrink(),
        new WithHardShrink(),
        new WithSoftShrink(),
        new WithGaussian(),
        new WithSin(),
        new WithCos(),
    ];

    private static readonly INetwork<float>[] ByOptimizers =
    [
        new BySgd(),
        new ByAdam(),
        new ByAdamW(),
        new ByNAdam(),
        new ByAmsGrad(),
        new ByRmsProp(),
        new ByAdagrad(),
        new ByAdadelta(),
        new ByLion(),
        new ByRprop(),
    ];

    public string Key => "catalogue";

    public string Description => "4-16-16-3 with every activation and optimizer";

    public string Run(MeasurementOptions options)
    {
        var text = new StringBuilder($"{Conditions.Text} 4-16-16-3, softmax, batches of {Batch}: nanoseconds per sample of `Train` and of `Predict`; best of {options.Rounds(Rounds)} runs, all by turns.\n\n");
        Append(text, "activation (Adam)", WithActivations, network => network.Description.Layers[0].Activation, options);
        Append(text, "optimizer (tanh)", ByOptimizers, network => network.Description.Optimizer, options);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, INetwork<float>[] networks, Func<INetwork<float>, string> name, MeasurementOptions options)
    {
        Problem problem = Problem.Random(Shapes.Flowers, Batch);
        var outputs = new float[problem.Targets.Length];
        TimedLoop[] training = [.. networks.Select(network => new TimedLoop(name(network), times =>
        {
            for (int i = 0; i < times; i++)
            {
                network.Train(problem.Inputs, problem.Targets, 1e-6f);
            }
        }))];
        TimedLoop[] prediction = [.. networks.Select(network => new TimedLoop(name(network), times =>
        {
            for (int i = 0; i < times; i++)
            {
                network.Predict(problem.Inputs, outputs);
            }
        }))];
        double[] best = ShortRuns.Best([.. training, .. prediction], options.Rounds(Rounds));
        text.AppendLine(CultureInfo.InvariantCulture, $"| {title} | `Train` | `Predict` |");
        text.AppendLine("|---|---:|---:|");
        for (int i = 0; i < networks.Length; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {training[i].Name} | {best[i] / Batch:0.0} | {best[networks.Length + i] / Batch:0.0} |");
        }

        text.AppendLine();
    }
}
