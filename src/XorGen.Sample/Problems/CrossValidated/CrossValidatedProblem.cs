using XorGen.Sample.Output;

namespace XorGen.Sample.Problems.CrossValidated;

/// <summary>
/// A problem whose network is judged by the mean of a five-fold cross-validation over some seeds. Nothing about a fold is known
/// to the network that is tested on it: the scalers too are fitted to the other folds.
/// </summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal abstract class CrossValidatedProblem<TNetwork> : Problem, ISeeded
    where TNetwork : INetwork<float>, new()
{
    /// <summary>The number of folds.</summary>
    public const int FoldCount = 5;

    /// <summary>The number of seeds that the goal is measured with.</summary>
    public const int SeedCount = 3;

    /// <inheritdoc/>
    public int FirstSeed { get; set; }

    /// <inheritdoc/>
    public int Seeds { get; set; } = SeedCount;

    /// <summary>Gets the mean score that is to be reached.</summary>
    public abstract double Goal { get; }

    /// <inheritdoc/>
    protected sealed override Type Network => typeof(TNetwork);

    /// <summary>Gets the name of the score.</summary>
    protected abstract string ScoreName { get; }

    /// <summary>Gets how the network is trained, but for the seed.</summary>
    protected abstract TrainingOptions Training { get; }

    /// <summary>Gets the rows, one after the other.</summary>
    protected abstract float[] Inputs { get; }

    /// <summary>Gets what the network should answer, one after the other.</summary>
    protected abstract float[] Targets { get; }

    /// <summary>Trains and tests a network on each fold of each seed.</summary>
    public IReadOnlyList<TestedFold> CrossValidate(IProgress<WorkProgress> progress)
    {
        var folds = new List<TestedFold>();
        for (int seed = FirstSeed; seed < FirstSeed + Seeds; seed++)
        {
            foreach (RowSplit split in Split(seed))
            {
                folds.Add(Test(split, seed, folds.Count % FoldCount));
                progress.Report(new WorkProgress(
                    (double)folds.Count / (Seeds * FoldCount),
                    $"{folds.Count} folds, {ScoreName} {MeanScore(folds):F4}"));
            }
        }

        return folds;
    }

    /// <summary>Returns the mean of the folds' scores.</summary>
    public static double MeanScore(IReadOnlyList<TestedFold> folds) => folds.Average(fold => fold.Score);

    /// <summary>Returns the five ways to leave a fold out.</summary>
    protected abstract IReadOnlyList<RowSplit> Split(int seed);

    /// <summary>Returns how the targets are scaled before they are trained on, or null if they are not.</summary>
    protected virtual Scaler? FitTargets(float[] targets) => null;

    /// <summary>Returns how good some outputs are.</summary>
    protected abstract double Score(IReadOnlyList<int> rows, float[] outputs);

    /// <summary>Shows more than the scores, and returns how to draw it.</summary>
    protected abstract Func<IReadOnlyList<Plots.Picture>> ShowDetails(IReadOnlyList<TestedFold> folds, IPresenter presenter);

    /// <inheritdoc/>
    protected sealed override Solution Solve(IPresenter presenter)
    {
        IReadOnlyList<TestedFold> folds = presenter.Work("Cross-validation", CrossValidate);
        presenter.Show(ScoreTable(folds));
        Func<IReadOnlyList<Plots.Picture>> draw = ShowDetails(folds, presenter);
        double mean = MeanScore(folds);
        bool met = mean >= Goal;
        return new Solution(met, $"Mean {ScoreName} {mean:F4}; the goal, at least {Goal:F3}, is {(met ? "met" : "missed")}.", draw);
    }

    private TestedFold Test(RowSplit split, int seed, int number)
    {
        int columns = Inputs.Length / Rows;
        float[] inputs = Gather(Inputs, split.Train);
        Standardizer inputScaler = Standardizer.Fit<float>(inputs, columns);
        float[] targets = Gather(Targets, split.Train);
        Scaler? targetScaler = FitTargets(targets);
        float[] testInputs = inputScaler.Transform<float>(Gather(Inputs, split.Test));
        float[] testTargets = Scaled(Gather(Targets, split.Test));

        var network = new TNetwork();
        network.Initialize(seed);
        TrainingReport report = network.Fit(
            inputScaler.Transform<float>(inputs),
            Scaled(targets),
            Training with { ShuffleSeed = seed, Validation = Validation.Of(testInputs, testTargets) });

        var outputs = new float[testTargets.Length];
        network.Predict(testInputs, outputs);
        float[] answers = targetScaler is null ? outputs : targetScaler.InverseTransform<float>(outputs);
        return new TestedFold(
            seed, number, split.Test, answers, Score(split.Test, answers), report.LossHistory, report.ValidationLossHistory, report.Hints);

        float[] Scaled(float[] values) => targetScaler is null ? values : targetScaler.Transform<float>(values);
    }

    /// <summary>Gets the number of rows.</summary>
    protected abstract int Rows { get; }

    private float[] Gather(float[] values, IReadOnlyList<int> rows) => XorGen.Rows.Gather<float>(values, values.Length / Rows, rows);

    private Spectre.Console.Table ScoreTable(IReadOnlyList<TestedFold> folds)
    {
        string[] headers = [ScoreName, .. Enumerable.Range(1, FoldCount).Select(fold => $"fold {fold}"), "mean"];
        IEnumerable<string[]> seeds = folds.GroupBy(fold => fold.Seed).Select(group => (string[])
            [$"seed {group.Key}", .. group.Select(fold => $"{fold.Score:F4}"), $"{group.Average(fold => fold.Score):F4}"]);
        string[] all = ["all", .. Enumerable.Repeat(string.Empty, FoldCount), $"{MeanScore(folds):F4}"];
        return Tables.Of(headers, seeds.Append(all));
    }
}
