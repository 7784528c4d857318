using System.Globalization;
using Xunit.Abstractions;

namespace XorGen.Training;

/// <summary>With the defaults and a target, XOR is learned from each of 10,000 seeds. The README reports the numbers printed here.</summary>
public class XorConvergenceTests(ITestOutputHelper output)
{
    private const int FewSeeds = 500;
    private const int AllSeeds = 10_000;
    private const double TargetLoss = 0.01;
    private const double LargestError = 0.1;

    [Fact]
    public void Tanh_in_single_precision_learns_from_the_first_seeds() => AssertAllSolve(FewSeeds, seed => Solve(new XorTanhSingle(seed)));

    [Fact]
    [Trait("Category", "Thorough")]
    public void Tanh_in_single_precision_learns_from_every_seed() => AssertAllSolve(AllSeeds, seed => Solve(new XorTanhSingle(seed)));

    [Fact]
    public void Tanh_in_double_precision_learns_from_the_first_seeds() => AssertAllSolve(FewSeeds, seed => Solve(new XorTanhDouble(seed)));

    [Fact]
    [Trait("Category", "Thorough")]
    public void Tanh_in_double_precision_learns_from_every_seed() => AssertAllSolve(AllSeeds, seed => Solve(new XorTanhDouble(seed)));

    [Fact]
    public void Sigmoid_in_single_precision_learns_from_the_first_seeds() => AssertAllSolve(FewSeeds, seed => Solve(new XorSigmoidSingle(seed)));

    [Fact]
    [Trait("Category", "Thorough")]
    public void Sigmoid_in_single_precision_learns_from_every_seed() => AssertAllSolve(AllSeeds, seed => Solve(new XorSigmoidSingle(seed)));

    [Fact]
    public void Sigmoid_in_double_precision_learns_from_the_first_seeds() => AssertAllSolve(FewSeeds, seed => Solve(new XorSigmoidDouble(seed)));

    [Fact]
    [Trait("Category", "Thorough")]
    public void Sigmoid_in_double_precision_learns_from_every_seed() => AssertAllSolve(AllSeeds, seed => Solve(new XorSigmoidDouble(seed)));

    private void AssertAllSolve(int seeds, Func<int, (TrainingReport Report, double[] Outputs)> solve)
    {
        var failures = new List<int>();
        var epochs = new List<int>();
        int withoutRestart = 0;
        for (int seed = 0; seed < seeds; seed++)
        {
            (TrainingReport report, double[] outputs) = solve(seed);
            bool isSolved = report.StopReason == StopReason.TargetReached
                && report.FinalLoss <= TargetLoss
                && outputs.Zip(Xor.Targets, (a, y) => Math.Abs(a - y)).All(error => error < LargestError);
            if (!isSolved)
            {
                failures.Add(seed);
            }

            withoutRestart += report.Restarts == 0 ? 1 : 0;
            epochs.Add(report.Epochs);
        }

        epochs.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{seeds - failures.Count} of {seeds} solved, {withoutRestart} without a restart; epochs: median {epochs[seeds / 2]}, 99th percentile {epochs[seeds * 99 / 100]}, most {epochs[^1]}."));
        Assert.Empty(failures);
    }

    private static (TrainingReport Report, double[] Outputs) Solve(INetwork<float> network)
    {
        TrainingReport report = network.Fit(Xor.SingleInputs, Xor.SingleTargets, new() { TargetLoss = TargetLoss });
        var outputs = new float[4];
        network.Predict(Xor.SingleInputs, outputs);
        return (report, [.. outputs.Select(a => (double)a)]);
    }

    private static (TrainingReport Report, double[] Outputs) Solve(INetwork<double> network)
    {
        TrainingReport report = network.Fit(Xor.Inputs, Xor.Targets, new() { TargetLoss = TargetLoss });
        var outputs = new double[4];
        network.Predict(Xor.Inputs, outputs);
        return (report, outputs);
    }
}
