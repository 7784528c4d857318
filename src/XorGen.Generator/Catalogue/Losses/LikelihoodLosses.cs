using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Losses;

/// <summary>Negative log-likelihoods: the output is the parameter of a distribution.</summary>
internal static class LikelihoodLosses
{
    private const double SmallestOutput = 1e-30;

    public static IEnumerable<Loss> Entries =>
    [
        new LogitLoss
        {
            // max(z, 0) - y z + log(1 + exp(-|z|)), in which nothing cancels that matters.
            Name = "binary_cross_entropy",
            Aliases = ["bce"],
            Formula = "-(y log a + (1 - y) log(1 - a))",
            Source = "torch.nn.BCEWithLogitsLoss",
            Targets = "0 to 1",
            IsMeanOverOutputs = true,
            OutputActivations = ["sigmoid"],
            Baseline = "BinaryEntropy",
            Value = (z, y) => FusedMultiplyAdd(-y, z, Max(0, z)) + Softplus(-Abs(z)),
            Delta = (z, a, y) => a - y,
        },
        new SoftmaxCrossEntropyLoss
        {
            Name = "cross_entropy",
            Aliases = ["categorical_cross_entropy"],
            Formula = "-sum_j y_j log a_j",
            Source = "torch.nn.CrossEntropyLoss",
            Targets = "a distribution over the outputs, or labels",
            IsMeanOverOutputs = false,
            OutputActivations = ["softmax"],
            Baseline = "Entropy",
            TakesLabels = true,
        },
        new ElementwiseLoss
        {
            // 0 log 0 = 0. An output that has underflowed counts as the smallest that keeps the quotient finite.
            Name = "kl_divergence",
            Aliases = ["kl_div", "kullback_leibler"],
            Formula = "sum_j y_j log(y_j / a_j)",
            Source = "S. Kullback and R. Leibler, 1951; torch.nn.KLDivLoss(reduction='batchmean') of the logarithms",
            Targets = "a distribution over the outputs",
            IsMeanOverOutputs = false,
            OutputActivations = ["softmax"],
            Baseline = "Divergence",
            Cost = (a, y, delta) => SelectGreater(y, 0, y * (Log(y) - Log(Max(SmallestOutput, a))), y * a * 0),
            Slope = (a, y, delta) => -y / Max(SmallestOutput, a),
        },
        new LogitLoss
        {
            // The logarithm of the rate is z: with a linear output torch's log_input=True, with an exponential one log_input=False.
            Name = "poisson_nll",
            Aliases = ["poisson"],
            Formula = "rate - y log rate",
            Source = "torch.nn.PoissonNLLLoss; a is log rate on a linear output, rate on an exponential one",
            Targets = "counts, not negative",
            IsMeanOverOutputs = true,
            OutputActivations = ["exponential", "linear"],
            Baseline = "Poisson",
            Value = (z, y) => FusedMultiplyAdd(-y, z, Exp(z)),
            Delta = (z, a, y) => Exp(z) - y,
        },
    ];
}
