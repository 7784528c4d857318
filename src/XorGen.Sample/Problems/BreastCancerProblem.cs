using XorGen.Sample.Datasets;
using XorGen.Sample.Networks;
using XorGen.Sample.Problems.CrossValidated;

namespace XorGen.Sample.Problems;

/// <summary>Malignant and benign tumours.</summary>
internal sealed class BreastCancerProblem() : ClassificationProblem<BreastCancerClassifier>(new(ClassicData.BreastCancer))
{
    /// <inheritdoc/>
    public override string Name => "breast-cancer";

    /// <inheritdoc/>
    public override string Summary => "Breast cancer: malignant or benign, from thirty measurements of cell nuclei";

    /// <inheritdoc/>
    public override double Goal => 0.970;

    /// <inheritdoc/>
    protected override string Introduction =>
        "569 tumours of the Wisconsin diagnostic data. With two classes a single sigmoid output is enough: the probability of class 1, benign.";

    /// <inheritdoc/>
    protected override TrainingOptions Training { get; } = new() { Epochs = 50, BatchSize = 32, LearningRate = 0.01 };
}
