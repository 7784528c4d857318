using XorGen.Generator.Expressions;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Losses;

/// <summary>Negative log-likelihoods: the output is the parameter of a distribution.</summary>
internal static class LikelihoodLosses
{
    private const double SmallestOutput = 1e-30;

    /// <summary>The eps of torch.nn.GaussianNLLLoss.</summary>
    private const double SmallestVariance = 1e-6;

    public static IEnumerable<Loss> Entries =>
    [
        new LogitLoss
        {
            // By its logits, because in that formula nothing cancels that matters.
            Name = "binary_cross_entropy",
            Aliases = ["bce"],
            NamesElsewhere = ["BCELoss", "BCEWithLogitsLoss", "log_loss", "sigmoid_cross_entropy", "MultiLabelSoftMarginLoss"],
            Formula = "-(y log a + (1 - y) log(1 - a))",
            LogitFormula = "max(z, 0) - y z + log(1 + exp(-|z|))",
            Source = "torch.nn.BCEWithLogitsLoss; label smoothing as keras.losses.BinaryCrossentropy's",
            Targets = "from 0 to 1; of a single output also the labels 0 and 1",
            Domain = "ZeroToOne",
            NegativeTarget = 0,
            IsMeanOverOutputs = true,
            OutputActivations = ["sigmoid"],
            HasBoundedDelta = true,
            Baseline = "BinaryEntropy",
            ClassThreshold = "Probability",
            SmoothedClasses = outputs => 2,
            Value = (z, y) => BinaryEntropy(z, Softplus(-Abs(z)), y),
            ValueFromSoftplus = BinaryEntropy,
            Delta = (z, a, y) => a - y,
        },
        new SoftmaxCrossEntropyLoss
        {
            Name = "cross_entropy",
            Aliases = ["categorical_cross_entropy", "nll_loss", "nll"],
            NamesElsewhere = ["CrossEntropyLoss", "SparseCategoricalCrossentropy", "softmax_cross_entropy", "NLLLoss2d"],
            Formula = "-sum_j y_j log a_j",
            LogarithmFormula = "-sum_j y_j a_j",
            Source = "torch.nn.CrossEntropyLoss, its label smoothing too; torch.nn.NLLLoss on log_softmax, whose output is log a_j",
            Targets = "from 0 to 1 and add up to 1 in each row, within 0.05; or labels, from 0 to the number of outputs less 1",
            Domain = "Distribution",
            IsMeanOverOutputs = false,
            OutputActivations = ["softmax", "log_softmax"],
            Baseline = "Entropy",
            TakesLabels = true,
            HasBoundedDelta = true,
            SmoothedClasses = outputs => outputs,
        },
        new ElementwiseLoss
        {
            // 0 log 0 = 0. An output that has underflowed counts as the smallest that keeps the quotient finite.
            Name = "kl_divergence",
            Aliases = ["kl_div", "kullback_leibler"],
            NamesElsewhere = ["KLDivLoss", "KLD"],
            Formula = "sum_j y_j log(y_j / a_j)",
            LogarithmFormula = "sum_j y_j (log y_j - a_j)",
            Source = "S. Kullback and R. Leibler, 1951; torch.nn.KLDivLoss(reduction='batchmean') on log_softmax",
            Targets = "from 0 to 1 and add up to 1 in each row, within 0.05",
            Domain = "Distribution",
            IsMeanOverOutputs = false,
            OutputActivations = ["softmax", "log_softmax"],
            Baseline = "Divergence",
            Cost = (a, y, delta) => SelectGreater(y, 0, y * (Log(y) - Log(Max(SmallestOutput, a))), y * a * 0),
            Slope = (a, y, delta) => -y / Max(SmallestOutput, a),
            LogarithmCost = (a, y, delta) => SelectGreater(y, 0, y * (Log(y) - a), y * a * 0),
            LogarithmSlope = (a, y, delta) => -y,
        },
        new LogitLoss
        {
            // The logarithm of the rate is z: with a linear output torch's log_input=True, with an exponential one log_input=False.
            Name = "poisson_nll",
            Aliases = ["poisson"],
            NamesElsewhere = ["PoissonNLLLoss"],
            Formula = "rate - y log rate",
            LogitFormula = "exp(z) - y z",
            Source = "torch.nn.PoissonNLLLoss; a is log rate on a linear output, rate on an exponential one",
            Targets = "not negative: counts, whole or not",
            Domain = "NotNegative",
            IsMeanOverOutputs = true,
            OutputActivations = ["exponential", "linear"],
            Baseline = "Poisson",
            Value = (z, y) => FusedMultiplyAdd(-y, z, Exp(z)),
            Delta = (z, a, y) => Exp(z) - y,
        },
        new MeanVarianceLoss
        {
            // With v no smaller than eps. Like PyTorch's, the derivative by v is that of the formula where v is smaller.
            Name = "gaussian_nll",
            Aliases = ["gaussian_nll_loss"],
            Formula = "(log v + (m - y)^2 / v) / 2",
            Source = "torch.nn.GaussianNLLLoss(full=False, eps=1e-6)",
            Targets = "any finite number, one for each mean and variance",
            IsMeanOverOutputs = true,
            OutputActivations = ["mean_variance"],
            ImpliedOutputActivation = "mean_variance",
            OutputsPerTarget = 2,
            Baseline = "Gaussian",
            Value = (m, v, y) => FusedMultiplyAdd(m - y, (m - y) / Clamped(v), Log(Clamped(v))) * 0.5,
            MeanSlope = (m, v, y) => (m - y) / Clamped(v),
            VarianceSlope = (m, v, y) => FusedMultiplyAdd(y - m, (m - y) / Clamped(v), 1) * 0.5 / Clamped(v),
        },
    ];

    private static Expression Clamped(Expression variance) => Max(SmallestVariance, variance);

    /// <summary>
    /// At an infinite z, where the sum would be infinity less infinity or zero times infinity, it is |z| times the part of the target on the other
    /// side: zero where there is none (a NaN, of which Max makes zero), else infinity.
    /// </summary>
    private static Expression BinaryEntropy(Expression z, Expression softplus, Expression y) => SelectEqual(
        Abs(z), double.PositiveInfinity, Max(Abs(z) * SelectGreater(z, 0, 1 - y, y), 0), FusedMultiplyAdd(-y, z, Max(0, z)) + softplus);
}
