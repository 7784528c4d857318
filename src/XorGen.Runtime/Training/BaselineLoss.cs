using System.Numerics;
using XorGen.Numerics;

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

    /// <summary>Half the variance: for losses that are half the square of a small error.</summary>
    HalfVariance,

    /// <summary>The mean distance of each target from its mean, the mean over outputs: for the mean absolute error.</summary>
    AbsoluteDeviation,

    /// <summary>1 less the magnitude of the mean of each target, which is -1 or 1, the mean over outputs: for the hinge loss.</summary>
    Margin,

    /// <summary>1 less the square of the mean of each target, which is -1 or 1, the mean over outputs: for the squared hinge loss.</summary>
    SquaredMargin,

    /// <summary>Mean less mean times log mean of each target, the mean over outputs: for Poisson's negative log-likelihood.</summary>
    Poisson,

    /// <summary>The entropy of the mean target distribution less the mean entropy of the targets: for the divergence of Kullback and Leibler.</summary>
    Divergence,
}

/// <summary>Computes <see cref="BaselineLoss"/>.</summary>
internal static class BaselineLosses
{
    /// <summary>Returns the baseline of targets, row-major.</summary>
    public static double Of<T>(BaselineLoss kind, ReadOnlySpan<T> targets, int outputs)
        where T : unmanaged, INumber<T>
    {
        double total = 0;
        for (int j = 0; j < outputs; j++)
        {
            // Relative to the first target, so that the variance keeps its digits where the mean is large.
            double first = double.CreateTruncating(targets[j]);
            double sum = 0;
            double squares = 0;
            double surprises = 0;
            int rows = 0;
            for (int i = j; i < targets.Length; i += outputs)
            {
                double target = double.CreateTruncating(targets[i]);
                double y = target - first;
                sum += y;
                squares += y * y;
                surprises += kind == BaselineLoss.Divergence ? Surprise(target) : 0;
                rows++;
            }

            double shift = sum / rows;
            double mean = first + shift;
            total += kind switch
            {
                BaselineLoss.BinaryEntropy => Surprise(mean) + Surprise(1 - mean),
                BaselineLoss.Entropy => Surprise(mean),
                BaselineLoss.Divergence => Surprise(mean) - (surprises / rows),
                BaselineLoss.AbsoluteDeviation => AbsoluteDeviation(targets, j, outputs, mean) / rows,
                BaselineLoss.Margin => 1 - Math.Abs(mean),
                BaselineLoss.SquaredMargin => 1 - (mean * mean),
                BaselineLoss.Poisson => mean + Surprise(mean),
                BaselineLoss.HalfVariance => ((squares / rows) - (shift * shift)) / 2,
                _ => (squares / rows) - (shift * shift),
            };
        }

        return kind is BaselineLoss.Entropy or BaselineLoss.Divergence ? total : total / outputs;
    }

    /// <summary>Returns the entropy of the labels.</summary>
    public static double Of(ReadOnlySpan<int> labels, int outputs)
    {
        double total = 0;
        for (int j = 0; j < outputs; j++)
        {
            total += Surprise((double)labels.Count(j) / labels.Length);
        }

        return total;
    }

    private static double AbsoluteDeviation<T>(ReadOnlySpan<T> targets, int first, int outputs, double mean)
        where T : unmanaged, INumber<T>
    {
        double sum = 0;
        for (int i = first; i < targets.Length; i += outputs)
        {
            sum += Math.Abs(double.CreateTruncating(targets[i]) - mean);
        }

        return sum;
    }

    private static double Surprise(double p) => p > 0 ? -p * ElementaryDouble.Log(p) : 0;
}
