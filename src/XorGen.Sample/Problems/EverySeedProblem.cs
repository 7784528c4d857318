using XorGen.Sample.Output;
using XorGen.Sample.Plots;

namespace XorGen.Sample.Problems;

/// <summary>
/// A problem with two classes that a network is to solve, every row of it, whatever seed it starts from. As with XOR, Fit
/// starts again from new random numbers when it is stuck, so that no seed is unlucky.
/// </summary>
/// <typeparam name="TNetwork">The network: one sigmoid output.</typeparam>
internal abstract class EverySeedProblem<TNetwork> : Problem
    where TNetwork : INetwork<float>, new()
{
    /// <summary>The number of seeds that the goal is measured with.</summary>
    public const int SeedCount = 100;

    /// <inheritdoc/>
    protected sealed override Type Network => typeof(TNetwork);

    /// <summary>Gets the rows, one after the other.</summary>
    protected abstract float[] Inputs { get; }

    /// <summary>Gets the class of each row, 0 or 1.</summary>
    protected abstract float[] Targets { get; }

    /// <summary>Gets how the network is trained, but for the seed.</summary>
    protected abstract TrainingOptions Training { get; }

    /// <summary>Gets a target below which no row can be on the wrong side: a wrong one alone costs ln 2, divided by the number of rows.</summary>
    protected double SafeLoss => 0.69 / Targets.Length;

    /// <summary>Trains a network from each of the seeds 0, 1, 2, ...</summary>
    public IReadOnlyList<SeedRun> Run(int seeds, IProgress<WorkProgress> progress)
    {
        var runs = new List<SeedRun>();
        for (int seed = 0; seed < seeds; seed++)
        {
            runs.Add(Train(seed, out _));
            progress.Report(new WorkProgress(
                (double)runs.Count / seeds, $"{runs.Count(run => run.Solved)} of {runs.Count} seeds solved"));
        }

        return runs;
    }

    /// <summary>Draws what a network says.</summary>
    protected abstract Panel AnswerPanel(TNetwork network);

    /// <inheritdoc/>
    protected sealed override Solution Solve(IPresenter presenter)
    {
        IReadOnlyList<SeedRun> runs = presenter.Work("Training", progress => Run(SeedCount, progress));
        presenter.Show(RunTable(runs));
        int solved = runs.Count(run => run.Solved);
        return new Solution(solved == SeedCount, $"Solved from {solved} of {SeedCount} seeds; the goal is all of them.", () => [Draw(runs)]);
    }

    private SeedRun Train(int seed, out TNetwork network)
    {
        network = new TNetwork();
        network.Initialize(seed);
        TrainingReport report = network.Fit(Inputs, Targets, Training with { ShuffleSeed = seed });
        var outputs = new float[Targets.Length];
        network.Predict(Inputs, outputs);
        bool solved = outputs.Zip(Targets).All(row => row.First > 0.5f == row.Second > 0.5f);
        return new SeedRun(seed, solved, report);
    }

    private static Spectre.Console.Table RunTable(IReadOnlyList<SeedRun> runs)
    {
        SeedRun[] byEpochs = [.. runs.OrderBy(run => run.Report.Epochs)];
        return Tables.Of(
            ["seeds", "solved", "without a restart", "epochs, restarts included: median", "most", "time with JIT"],
            [
                [
                    $"{runs.Count}",
                    $"{runs.Count(run => run.Solved)}",
                    $"{runs.Count(run => run.Report.Restarts == 0)}",
                    $"{byEpochs[byEpochs.Length / 2].Report.Epochs:N0}",
                    $"{byEpochs[^1].Report.Epochs:N0}",
                    $"{runs.Sum(run => run.Report.Elapsed.TotalSeconds):F1} s",
                ],
            ]);
    }

    private Picture Draw(IReadOnlyList<SeedRun> runs)
    {
        Train(seed: 0, out TNetwork network);
        return Panel.SideBySide(Name, 1000, 500, AnswerPanel(network), new Panel(1, plot => EpochPanel.Draw(plot, runs)));
    }
}
