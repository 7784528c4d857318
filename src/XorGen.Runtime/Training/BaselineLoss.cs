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
            int rows = 0;
            for (int i = j; i < targets.Length; i += outputs)
            {
                double y = double.CreateTruncating(targets[i]) - first;
                sum += y;
                squares += y * y;
                rows++;
            }

            double shift = sum / rows;
            double mean = first + shift;
            total += kind switch
            {
                BaselineLoss.BinaryEntropy => Surprise(mean) + Surprise(1 - mean),
                BaselineLoss.Entropy => Surprise(mean),
                _ => (squares / rows) - (shift * shift),
            };
        }

        return kind == BaselineLoss.Entropy ? total : total / outputs;
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

    private static double Surprise(double p) => p > 0 ? -p * ElementaryDouble.Log(p) : 0;
}
