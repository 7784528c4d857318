using System.Numerics;
using Sums = XorGen.Numerics.RowWeights;

namespace XorGen.Training;

/// <summary>
/// Cross-entropy with weights of the classes where a row has a part of several classes, by label smoothing or by its targets: each part counts
/// by the weight of its class, as in torch.nn.CrossEntropyLoss.
/// </summary>
/// <remarks>
/// <para>With the weights w, sample weights s, targets t and smoothed targets t' = (1 - smoothing) t + smoothing / classes, the loss of a batch is
/// <c>sum over rows and classes of s w_c t'_c (-log p_c)</c> over <c>sum of s w_c t_c</c>. For labels that is PyTorch's to the letter. For
/// distributions as targets PyTorch divides by the number of rows instead; the sum of the weights is taken here too, so that a label and its row
/// with a 1 are the same.</para>
/// <para>The kernels know weights of rows only. But cross-entropy is linear in the targets: the rows hold <c>e_c = s w_c t'_c</c>, and a batch is
/// trained on with the targets y that its kernel smooths to <c>e_c rows / sum of s w_c t_c</c>, without weights.</para>
/// </remarks>
internal sealed class ClassWeightedTargets<T>(int classes, double labelSmoothing)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private T[] scaled = [];

    /// <summary>Returns the rows that take the place of rows with targets that are distributions.</summary>
    public static TrainingRows<T, T> Of(
        scoped in TrainingRows<T, T> rows, double labelSmoothing, IReadOnlyList<double> classWeights, IReadOnlyList<double>? sampleWeights)
    {
        int classes = rows.TargetWidth;
        var parts = new T[rows.Targets.Length];
        var weights = new T[rows.Count];
        for (int row = 0; row < weights.Length; row++)
        {
            double weight = 0;
            for (int j = 0; j < classes; j++)
            {
                double target = double.CreateTruncating(rows.Targets[(row * classes) + j]);
                double smoothed = ((1 - labelSmoothing) * target) + (labelSmoothing / classes);
                double factor = (sampleWeights?[row] ?? 1) * classWeights[j];
                parts[(row * classes) + j] = T.CreateTruncating(factor * smoothed);
                weight += factor * target;
            }

            weights[row] = T.CreateTruncating(weight);
        }

        return new(rows.Inputs, parts, rows.InputWidth, classes) { Weights = weights, ClassWeighted = new(classes, labelSmoothing) };
    }

    /// <summary>Whether rows have a part of several classes, so that the weight of one class is not all that they need.</summary>
    public static bool AreNeededFor(in TrainingRows<T, T> rows, double labelSmoothing)
    {
        if (labelSmoothing > 0)
        {
            return true;
        }

        foreach (T target in rows.Targets)
        {
            if (target != T.Zero && target != T.One)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the targets that a batch is trained on with; valid until the next call.</summary>
    public ReadOnlySpan<T> Targets(in TrainingRows<T, T> rows)
    {
        if (scaled.Length < rows.Targets.Length)
        {
            scaled = new T[rows.Targets.Length];
        }

        double factor = rows.Count / Sums.Sum(rows.Weights) / (1 - labelSmoothing);
        double share = labelSmoothing / classes / (1 - labelSmoothing);
        for (int i = 0; i < rows.Targets.Length; i++)
        {
            scaled[i] = T.CreateTruncating((factor * double.CreateTruncating(rows.Targets[i])) - share);
        }

        return scaled.AsSpan(0, rows.Targets.Length);
    }

    /// <summary>Returns the loss of the best constant prediction: the entropy of the classes' shares of all parts.</summary>
    public double Baseline(in TrainingRows<T, T> rows)
    {
        Span<double> sums = new double[classes];
        double total = 0;
        for (int i = 0; i < rows.Targets.Length; i++)
        {
            double part = double.CreateTruncating(rows.Targets[i]);
            sums[i % classes] += part;
            total += part;
        }

        double entropy = 0;
        foreach (double sum in sums)
        {
            entropy -= sum > 0 ? sum * NaturalLogarithm.Of(sum / total) : 0;
        }

        return entropy / Sums.Sum(rows.Weights);
    }
}
