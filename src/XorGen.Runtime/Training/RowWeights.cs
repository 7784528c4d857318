using System.Numerics;

namespace XorGen.Training;

/// <summary>The weights of rows, of those of the options for classes and for rows.</summary>
internal static class RowWeights
{
    /// <summary>Returns a weight for each row; nothing where all rows count alike.</summary>
    /// <exception cref="ArgumentException">There are not as many weights as classes or rows, or one is no weight.</exception>
    public static T[] Of<TNetwork, T, TTarget, TRows>(in TrainingRows<T, TTarget> rows, int outputs, TrainingOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTarget : unmanaged
        where TRows : ITargetRows<TNetwork, T, TTarget>
    {
        if (options.ClassWeights is null && options.SampleWeights is null)
        {
            return [];
        }

        Check(options.ClassWeights, Math.Max(2, outputs), "ClassWeights", "classes");
        Check(options.SampleWeights, rows.Count, "SampleWeights", "rows");
        var weights = new T[rows.Count];
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            double weight = (options.SampleWeights?[i] ?? 1) * (options.ClassWeights?[TRows.Class(rows, i)] ?? 1);
            weights[i] = T.CreateTruncating(weight);
            sum += weight;
        }

        return sum > 0 && double.IsFinite(sum)
            ? weights
            : throw new ArgumentException($"The weights of the {rows.Count} rows add up to {sum}; the sum must be a positive number.", nameof(options));
    }

    private static void Check(IReadOnlyList<double>? weights, int expected, string name, string of)
    {
        if (weights is null)
        {
            return;
        }

        if (weights.Count != expected)
        {
            throw new ArgumentException($"{name} has {weights.Count} weights, but there are {expected} {of}.");
        }

        for (int i = 0; i < weights.Count; i++)
        {
            if (!(weights[i] >= 0 && double.IsFinite(weights[i])))
            {
                throw new ArgumentException($"{name} has {weights[i]} at index {i}; a weight must be a finite number that is not negative.");
            }
        }
    }
}
