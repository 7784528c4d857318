using XorGen.Sample.Datasets;
using XorGen.Sample.Output;
using XorGen.Sample.Plots;

namespace XorGen.Sample.Problems.CrossValidated;

/// <summary>A cross-validated classifier; its score is the accuracy.</summary>
/// <typeparam name="TNetwork">The network: an output for each class, or one for the probability of class 1 of two.</typeparam>
/// <param name="data">The data.</param>
internal abstract class ClassificationProblem<TNetwork>(Lazy<LabelledRows> data) : CrossValidatedProblem<TNetwork>
    where TNetwork : INetwork<float>, new()
{
    private readonly Lazy<float[]> _targets = new(() => TargetsOf(data.Value));

    /// <summary>Gets the data.</summary>
    protected LabelledRows Data => data.Value;

    /// <inheritdoc/>
    protected sealed override string ScoreName => "accuracy";

    /// <inheritdoc/>
    protected sealed override float[] Inputs => Data.Inputs;

    /// <inheritdoc/>
    protected sealed override float[] Targets => _targets.Value;

    /// <inheritdoc/>
    protected sealed override int Rows => Data.Labels.Length;

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<RowSplit> Split(int seed) => CrossValidation.StratifiedKFold(Data.Labels, FoldCount, seed);

    /// <inheritdoc/>
    protected sealed override double Score(IReadOnlyList<int> rows, float[] outputs) =>
        Metrics.Accuracy(LabelsOf(rows), Predictions(rows.Count, outputs));

    /// <inheritdoc/>
    protected sealed override Func<IReadOnlyList<Picture>> ShowDetails(IReadOnlyList<TestedFold> folds, IPresenter presenter)
    {
        int[] rows = [.. folds.SelectMany(fold => fold.Rows)];
        int[] predictions = Predictions(rows.Length, [.. folds.SelectMany(fold => fold.Outputs)]);
        ClassificationReport report = ClassificationReport.Of(LabelsOf(rows), predictions, Data.ClassNames.Count);
        presenter.Show(Tables.Of(report, Data.ClassNames));
        return () => [ClassificationPicture.Of(Name, report.Confusion, Data.ClassNames, folds), .. MorePictures(rows, predictions)];
    }

    /// <summary>Draws what only this problem has.</summary>
    /// <param name="rows">The rows in the order in which they were tested on.</param>
    /// <param name="predictions">The class that was predicted for each.</param>
    protected virtual IEnumerable<Picture> MorePictures(IReadOnlyList<int> rows, IReadOnlyList<int> predictions) => [];

    private static float[] TargetsOf(LabelledRows data) => data.ClassNames.Count == 2
        ? Array.ConvertAll(data.Labels, label => (float)label)
        : XorGen.Rows.OneHot<float>(data.Labels, data.ClassNames.Count);

    private static int[] Predictions(int rows, float[] outputs) => Metrics.Predictions<float>(outputs, outputs.Length / rows);

    private int[] LabelsOf(IEnumerable<int> rows) => [.. rows.Select(row => Data.Labels[row])];
}
