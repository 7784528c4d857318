using System.Numerics;

namespace XorGen.Training;

/// <summary>
/// The loss of the best constant prediction: the plateau on which training from small parameters begins, and which a
/// network has to leave before the restart rule may judge it.
/// </summary>
public enum BaselineLoss
{
    /// <summary>The entropy of the mean target of each output, the mean over outputs: for binary cross-entropy.</summary>
    BinaryEntropy,

    /// <summary>The entropy of the mean target distribution: for cross-entropy.</summary>
    Entropy,

    /// <summary>The variance of each target, the mean over outputs: for the mean squared error.</summary>
    Variance,

    /// <summary>The smallest mean of the Huber loss, the mean over outputs.</summary>
    Huber,

    /// <summary>The smallest mean of log cosh, the mean over outputs.</summary>
    LogCosh,

    /// <summary>The mean distance of each target from its median, the mean over outputs: for the mean absolute error.</summary>
    AbsoluteDeviation,

    /// <summary>The smallest mean of the hinge loss, the mean over outputs: twice the share of the rarer of the targets -1 and 1.</summary>
    Margin,

    /// <summary>The smallest mean of the squared hinge loss, the mean over outputs: 1 less the square of the mean of the targets -1 and 1.</summary>
    SquaredMargin,

    /// <summary>Mean less mean times log mean of each target, the mean over outputs: for Poisson's negative log-likelihood.</summary>
    Poisson,

    /// <summary>The entropy of the mean target distribution less the mean entropy of the targets: for the divergence of Kullback and Leibler.</summary>
    Divergence,

    /// <summary>(log v + 1) / 2 of the variance v of each target, the mean over targets: for the Gaussian negative log-likelihood.</summary>
    Gaussian,
}

/// <summary>A baseline, and what else decides it.</summary>
/// <param name="Kind">The loss.</param>
/// <param name="LabelSmoothing">The part of each target that the loss gives to all classes alike.</param>
/// <param name="Delta">Where the Huber loss becomes linear.</param>
/// <param name="Outputs">What the outputs can be.</param>
internal readonly record struct Baseline(BaselineLoss Kind, double LabelSmoothing, double Delta, OutputRange Outputs)
{
    public Baseline(BaselineLoss kind, double labelSmoothing)
        : this(kind, labelSmoothing, 1, OutputRange.All)
    {
    }

    /// <summary>Gets a value indicating whether the best constant has to be searched for.</summary>
    public bool IsSearched => Kind switch
    {
        BaselineLoss.Huber or BaselineLoss.LogCosh or BaselineLoss.AbsoluteDeviation or BaselineLoss.Margin or BaselineLoss.SquaredMargin => true,
        BaselineLoss.Variance => Outputs != OutputRange.All,
        _ => false,
    };

    public static implicit operator Baseline(BaselineLoss kind) => new(kind, 0);

    /// <summary>Returns the mean of a class's targets after that.</summary>
    public double Smooth(double mean, int classes) => mean + (LabelSmoothing * ((1.0 / classes) - mean));
}

/// <summary>Computes <see cref="BaselineLoss"/>.</summary>
internal static class BaselineLosses
{
    /// <summary>Of the Gaussian negative log-likelihood.</summary>
    private const double SmallestVariance = 1e-6;

    /// <summary>Returns the baseline of targets, row-major.</summary>
    /// <param name="baseline">The loss.</param>
    /// <param name="targets">Rows of targets.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="rowWeights">A weight for each row, or nothing.</param>
    public static double Of<T>(Baseline baseline, ReadOnlySpan<T> targets, int width, ReadOnlySpan<T> rowWeights = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        BaselineLoss kind = baseline.Kind;
        if (baseline.IsSearched)
        {
            return ConstantSearch.SmallestLoss(new(kind, baseline.Delta), baseline.Outputs, targets, width, rowWeights) / width;
        }

        double total = 0;
        for (int j = 0; j < width; j++)
        {
            // Relative to the first target, so that the variance keeps its digits where the mean is large.
            double first = double.CreateTruncating(targets[j]);
            double sum = 0;
            double squares = 0;
            double weights = 0;
            for (int row = 0; row < targets.Length / width; row++)
            {
                double weight = WeightOf(rowWeights, row);
                double y = double.CreateTruncating(targets[(row * width) + j]) - first;
                sum += weight * y;
                squares += weight * y * y;
                weights += weight;
            }

            double shift = sum / weights;
            double mean = first + shift;
            total += kind switch
            {
                BaselineLoss.Divergence => Surprise(mean) - (Surprises(targets, j, width, rowWeights) / weights),
                _ => OfMoments(baseline, mean, (squares / weights) - (shift * shift), width),
            };
        }

        return kind is BaselineLoss.Entropy or BaselineLoss.Divergence ? total : total / width;
    }

    /// <summary>Returns the entropy of the labels.</summary>
    public static double OfLabels<T>(Baseline baseline, ReadOnlySpan<int> labels, int classes, ReadOnlySpan<T> rowWeights = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] weights = new double[classes];
        for (int row = 0; row < labels.Length; row++)
        {
            weights[labels[row]] += WeightOf(rowWeights, row);
        }

        double sum = weights.Sum();
        double total = 0;
        foreach (double weight in weights)
        {
            total += Surprise(baseline.Smooth(weight / sum, classes));
        }

        return total;
    }

    private static double OfMoments(Baseline baseline, double mean, double variance, int width) => baseline.Kind switch
    {
        BaselineLoss.BinaryEntropy => Surprise(baseline.Smooth(mean, 2)) + Surprise(1 - baseline.Smooth(mean, 2)),
        BaselineLoss.Entropy => Surprise(baseline.Smooth(mean, width)),
        BaselineLoss.Poisson => mean + Surprise(mean),
        BaselineLoss.Gaussian => (NaturalLogarithm.Of(Math.Max(variance, SmallestVariance)) + (variance / Math.Max(variance, SmallestVariance))) / 2,
        _ => variance,
    };

    private static double Surprises<T>(ReadOnlySpan<T> targets, int column, int width, ReadOnlySpan<T> rowWeights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int row = 0; row < targets.Length / width; row++)
        {
            sum += WeightOf(rowWeights, row) * Surprise(double.CreateTruncating(targets[(row * width) + column]));
        }

        return sum;
    }

    private static double WeightOf<T>(ReadOnlySpan<T> rowWeights, int row)
        where T : unmanaged, IFloatingPointIeee754<T> => rowWeights.IsEmpty ? 1 : double.CreateTruncating(rowWeights[row]);

    private static double Surprise(double p) => p > 0 ? -p * NaturalLogarithm.Of(p) : 0;
}
