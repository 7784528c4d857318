using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Losses;

/// <summary>The loss functions.</summary>
internal static class LossCatalogue
{
    public static Catalogue<Loss> All { get; } = new(
        "loss",
        new LogitLoss
        {
            // max(z, 0) - y z + log(1 + exp(-|z|)), in which nothing cancels that matters.
            Name = "binary_cross_entropy",
            Aliases = ["bce"],
            Formula = "-(y log a + (1 - y) log(1 - a))",
            IsMeanOverOutputs = true,
            OutputActivation = "sigmoid",
            Baseline = "BinaryEntropy",
            Value = (z, y) => FusedMultiplyAdd(-y, z, Max(0, z)) + Softplus(-Abs(z)),
            Delta = (a, y) => a - y,
        },
        new SoftmaxCrossEntropyLoss
        {
            Name = "cross_entropy",
            Aliases = ["categorical_cross_entropy"],
            Formula = "-sum_j y_j log a_j",
            IsMeanOverOutputs = false,
            OutputActivation = "softmax",
            Baseline = "Entropy",
            TakesLabels = true,
        },
        new ElementwiseLoss
        {
            Name = "mse",
            Aliases = ["mean_squared_error"],
            Formula = "(a - y)^2",
            IsMeanOverOutputs = true,
            Baseline = "Variance",
            Value = (a, y) => (a - y) * (a - y),
            Derivative = (a, y) => (a - y) * 2,
        });
}
