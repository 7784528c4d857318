using XorGen.Sample.Datasets;
using XorGen.Sample.Networks;
using XorGen.Sample.Output;
using XorGen.Sample.Plots;
using XorGen.Sample.Problems.CrossValidated;

namespace XorGen.Sample.Problems;

/// <summary>The progression of diabetes.</summary>
internal sealed class DiabetesProblem : CrossValidatedProblem<DiabetesRegressor>
{
    private readonly Lazy<MeasuredRows> _data = new(ClassicData.Diabetes);

    /// <inheritdoc/>
    public override string Name => "diabetes";

    /// <inheritdoc/>
    public override string Summary => "Diabetes: its progression after a year, from ten measurements";

    /// <inheritdoc/>
    public override double Goal => 0.42;

    /// <inheritdoc/>
    protected override string Introduction =>
        "442 patients. The measurements explain about half of the variance; what is left is noise, which a network must not learn: " +
        "weight decay and few epochs. The target is standardised too, and the answers are scaled back.";

    /// <inheritdoc/>
    protected override string ScoreName => "R2";

    /// <inheritdoc/>
    protected override float[] Inputs => _data.Value.Inputs;

    /// <inheritdoc/>
    protected override float[] Targets => _data.Value.Targets;

    /// <inheritdoc/>
    protected override int Rows => Targets.Length;

    /// <inheritdoc/>
    protected override TrainingOptions Training { get; } = new() { Epochs = 40, BatchSize = 32, LearningRate = 0.01 };

    /// <inheritdoc/>
    protected override IReadOnlyList<RowSplit> Split(int seed) => CrossValidation.KFold(Rows, FoldCount, seed);

    /// <inheritdoc/>
    protected override Scaler FitTargets(float[] targets) => Standardizer.Fit<float>(targets, 1);

    /// <inheritdoc/>
    protected override double Score(IReadOnlyList<int> rows, float[] outputs) => Report(rows, outputs).R2;

    /// <inheritdoc/>
    protected override Func<IReadOnlyList<Picture>> ShowDetails(IReadOnlyList<TestedFold> folds, IPresenter presenter)
    {
        presenter.Show(Tables.Of(
            ["error on the rows not seen", "mean absolute", "root mean square"],
            folds.GroupBy(fold => fold.Seed).Select(group => ErrorRow($"seed {group.Key}", [.. group]))));
        return () => [RegressionPicture.Of(Name, folds, Targets)];
    }

    private string[] ErrorRow(string name, IReadOnlyList<TestedFold> folds)
    {
        RegressionReport report = Report([.. folds.SelectMany(fold => fold.Rows)], [.. folds.SelectMany(fold => fold.Outputs)]);
        return [name, $"{report.MeanAbsoluteError:F2}", $"{report.RootMeanSquaredError:F2}"];
    }

    private RegressionReport Report(IReadOnlyList<int> rows, float[] outputs) =>
        RegressionReport.Of<float>(XorGen.Rows.Gather<float>(Targets, 1, rows), outputs);
}
