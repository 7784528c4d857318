using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Sums = XorGen.Numerics.RowWeights;

namespace XorGen.Training;

/// <summary>The weights of rows, of those of the options for classes and for rows.</summary>
internal static class TrainingWeights
{
    /// <summary>Returns the rows to train on with a weight for each; without weights where all rows count alike.</summary>
    /// <exception cref="ArgumentException">There are not as many weights as classes or rows, one is no weight, or their sum is zero.</exception>
    public static TrainingRows<T, TTarget> Weigh<TNetwork, T, TTarget, TRows>(
        scoped in TrainingRows<T, TTarget> rows, NetworkDescription description, TrainingOptions options, double labelSmoothing)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTarget : unmanaged
        where TRows : ITargetRows<TNetwork, T, TTarget>
    {
        Check(options.ClassWeights, Math.Max(2, description.TargetCount), "options.ClassWeights", "classes");
        Check(options.SampleWeights, rows.Count, "options.SampleWeights", "rows");
        return Weigh<TNetwork, T, TTarget, TRows>(rows, options.ClassWeights, options.SampleWeights, description, labelSmoothing);
    }

    /// <summary>Returns the rows to validate with that were given by themselves, with a weight for each; without weights where all rows count alike.</summary>
    /// <exception cref="ArgumentException">There are not as many weights as rows, or one is no weight.</exception>
    public static TrainingRows<T, TTarget> WeighGiven<TNetwork, T, TTarget, TRows>(
        scoped in TrainingRows<T, TTarget> rows, IReadOnlyList<double>? sampleWeights, NetworkDescription description, TrainingOptions options, double labelSmoothing)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTarget : unmanaged
        where TRows : ITargetRows<TNetwork, T, TTarget>
    {
        Check(sampleWeights, rows.Count, "options.Validation.sampleWeights", "rows");
        return Weigh<TNetwork, T, TTarget, TRows>(rows, options.ClassWeights, sampleWeights, description, labelSmoothing);
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

    private static TrainingRows<T, TTarget> Weigh<TNetwork, T, TTarget, TRows>(
        scoped in TrainingRows<T, TTarget> rows,
        IReadOnlyList<double>? classWeights,
        IReadOnlyList<double>? sampleWeights,
        NetworkDescription description,
        double labelSmoothing)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTarget : unmanaged
        where TRows : ITargetRows<TNetwork, T, TTarget>
    {
        if (classWeights is not null && description.Loss == Losses.CrossEntropy && typeof(TTarget) == typeof(T))
        {
            var values = new TrainingRows<T, T>(rows.Inputs, MemoryMarshal.Cast<TTarget, T>(rows.Targets), rows.InputWidth, rows.TargetWidth);
            if (ClassWeightedTargets<T>.AreNeededFor(values, labelSmoothing))
            {
                values = ClassWeightedTargets<T>.Of(values, labelSmoothing, classWeights, sampleWeights);
                return new(values.Inputs, MemoryMarshal.Cast<T, TTarget>(values.Targets), values.InputWidth, values.TargetWidth)
                {
                    Weights = values.Weights,
                    ClassWeighted = values.ClassWeighted,
                };
            }
        }

        return rows with { Weights = Multiply<TNetwork, T, TTarget, TRows>(rows, classWeights, sampleWeights) };
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
