namespace XorGen;

/// <summary>The names of the loss functions.</summary>
public static class Losses
{
    /// <summary>-(y log a + (1 - y) log(1 - a)), the mean over outputs and rows; computed from logits. Needs a sigmoid output. Targets are from 0 to 1; a network with one output takes labels 0 and 1 too.</summary>
    public const string BinaryCrossEntropy = "binary_cross_entropy";

    /// <summary>-sum_j y_j log a_j, the mean over rows; computed from logits. Needs a softmax output, or log_softmax, of which it is PyTorch's NLLLoss. Targets are from 0 to 1 and add up to 1 in each row, or are labels.</summary>
    public const string CrossEntropy = "cross_entropy";

    /// <summary>sum_j y_j log(y_j / a_j), the mean over rows. Needs a softmax or log_softmax output. Targets are from 0 to 1 and add up to 1 in each row.</summary>
    public const string KlDivergence = "kl_divergence";

    /// <summary>rate - y log rate, the mean over outputs and rows. A linear output is log rate, an exponential one is rate. Targets are not negative.</summary>
    public const string PoissonNll = "poisson_nll";

    /// <summary>
    /// (log v + (m - y)^2 / v) / 2, the mean over targets and rows: m the first half of the outputs and v the second, at least 1e-6. A row
    /// has half as many targets as outputs. Needs a mean_variance output, which is its default.
    /// Targets are any finite numbers.
    /// </summary>
    public const string GaussianNll = "gaussian_nll";

    /// <summary>(a - y)^2, the mean over outputs and rows. Targets are any finite numbers.</summary>
    public const string Mse = "mse";

    /// <summary>|a - y|, the mean over outputs and rows. Targets are any finite numbers.</summary>
    public const string Mae = "mae";

    /// <summary>(a - y)^2 / 2 up to an error of Delta, Delta (|a - y| - Delta / 2) beyond; the mean over outputs and rows. Targets are any finite numbers.</summary>
    public const string Huber = "huber";

    /// <summary>log(cosh(a - y)), the mean over outputs and rows. Targets are any finite numbers.</summary>
    public const string LogCosh = "log_cosh";

    /// <summary>max(0, 1 - y a), the mean over outputs and rows; targets are -1 or 1; a network with one output takes labels too, 0 for -1 and 1 for 1.</summary>
    public const string Hinge = "hinge";

    /// <summary>max(0, 1 - y a)^2, the mean over outputs and rows; targets are -1 or 1; a network with one output takes labels too, 0 for -1 and 1 for 1.</summary>
    public const string SquaredHinge = "squared_hinge";
}
