using XorGen.Sample.Datasets;
using XorGen.Sample.Networks;
using XorGen.Sample.Problems.CrossValidated;

namespace XorGen.Sample.Problems;

/// <summary>Fisher's irises.</summary>
internal sealed class IrisProblem() : ClassificationProblem<IrisClassifier>(new(ClassicData.Iris))
{
    /// <inheritdoc/>
    public override string Name => "iris";

    /// <inheritdoc/>
    public override string Summary => "Irises: three species from four lengths";

    /// <inheritdoc/>
    public override double Goal => 0.960;

    /// <inheritdoc/>
    protected override string Introduction =>
        "150 flowers, measured by E. Anderson and made famous by R. A. Fisher in 1936. Setosa is easy; versicolor and virginica overlap.";

    /// <inheritdoc/>
    protected override TrainingOptions Training { get; } = new() { Epochs = 150, BatchSize = 16, LearningRate = 0.01 };
}
