using XorGen.Sample.Datasets;
using XorGen.Sample.Networks;
using XorGen.Sample.Problems.CrossValidated;

namespace XorGen.Sample.Problems;

/// <summary>Wines of three cultivars.</summary>
internal sealed class WineProblem() : ClassificationProblem<WineClassifier>(new(ClassicData.Wine))
{
    /// <inheritdoc/>
    public override string Name => "wine";

    /// <inheritdoc/>
    public override string Summary => "Wines: three cultivars from thirteen chemical measurements";

    /// <inheritdoc/>
    public override double Goal => 0.985;

    /// <inheritdoc/>
    protected override string Introduction =>
        "178 wines of one Italian region, from grapes of three cultivars. There are few rows and many columns, so that a strong " +
        "weight decay helps, and a learning rate that falls to zero.";

    /// <inheritdoc/>
    protected override TrainingOptions Training { get; } = new()
    {
        Epochs = 100,
        BatchSize = 16,
        LearningRate = 0.01,
        LearningRateSchedule = LearningRateSchedule.Cosine(),
    };
}
