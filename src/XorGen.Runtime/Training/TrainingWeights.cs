using System.Globalization;
using System.Numerics;
using Sums = XorGen.Numerics.RowWeights;

namespace XorGen.Training;

/// <summary>The weights of rows, of those of the options for classes and for rows.</summary>
internal static class TrainingWeights
{
    /// <summary>Returns a weight for each row to train on; nothing where all rows count alike.</summary>
    /// <exception cref="ArgumentException">There are not as many weights as classes or rows, one is no weight, or their sum is zero.</exception>
    public static T[] Of<TNetwork, T, TTarget, TRows>(in TrainingRows<T, TTarget> rows, int outputs, TrainingOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTarget : unmanaged
        where TRows : ITargetRows<TNetwork, T, TTarget>
    {
        Check(options.ClassWeights, Math.Max(2, outputs), "options.ClassWeights", "classes");
        Check(options.SampleWeights, rows.Count, "options.SampleWeights", "rows");
        return Multiply<TNetwork, T, TTarget, TRows>(rows, options.ClassWeights, options.SampleWeights);
    }

    /// <summary>Returns a weight for each row to validate with that was given by itself; nothing where all rows count alike.</summary>
    /// <exception cref="ArgumentException">There are not as many weights as rows, or one is no weight.</exception>
    public static T[] OfGiven<TNetwork, T, TTarget, TRows>(
        in TrainingRows<T, TTarget> rows, IReadOnlyList<double>? sampleWeights, TrainingOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTarget : unmanaged
        where TRows : ITargetRows<TNetwork, T, TTarget>
    {
        Check(sampleWeights, rows.Count, "options.Validation.sampleWeights", "rows");
        return Multiply<TNetwork, T, TTarget, TRows>(rows, options.ClassWeights, sampleWeights);
    }

    /// <summary>Throws if there are weights, but none of them counts.</summary>
    /// <exception cref="ArgumentException">Their sum is zero, or more than the network's numbers hold.</exception>
    public static void CheckSum<T>(ReadOnlySpan<T> weights, string rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = Sums.Sum(weights);
        if (!weights.IsEmpty && !(sum > 0 && double.IsFinite(sum)))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The weights of the {weights.Length} {rows} add up to {sum}; the sum must be a positive number."));
        }
    }

    private static T[] Multiply<TNetwork, T, TTarget, TRows>(
        in TrainingRows<T, TTarget> rows, IReadOnlyList<double>? classWeights, IReadOnlyList<double>? sampleWeights)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTarget : unmanaged
        where TRows : ITargetRows<TNetwork, T, TTarget>
    {
        if (classWeights is null && sampleWeights is null)
        {
            return [];
        }

        var weights = new T[rows.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = T.CreateTruncating((sampleWeights?[i] ?? 1) * (classWeights?[TRows.Class(rows, i)] ?? 1));
        }

        return weights;
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
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{name} has {weights[i]} at index {i}; a weight must be a finite number that is not negative."));
            }
        }
    }
}
