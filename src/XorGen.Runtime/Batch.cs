using System.Numerics;
using XorGen.Numerics;

namespace XorGen;

/// <summary>
/// Samples to train on or to evaluate: rows of inputs, with rows of targets or a class label each and, where they are weighted, a
/// weight each. The lengths are checked when it is made, so that nothing behind it has to check them again.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly ref struct Batch<T>
    where T : unmanaged
{
    /// <summary>Makes a batch with rows of targets.</summary>
    /// <param name="inputs">Rows of <paramref name="inputCount"/> values, at least one row.</param>
    /// <param name="targets">As many rows of <paramref name="targetCount"/> values.</param>
    /// <param name="inputCount">The number of inputs of a sample.</param>
    /// <param name="targetCount">The number of targets of a sample.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public Batch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int inputCount, int targetCount)
    {
        Count = Check.SomeRows(inputs.Length, inputCount, targets.Length, targetCount, nameof(inputs), nameof(targets));
        Inputs = inputs;
        Targets = targets;
    }

    /// <summary>Makes a batch with a class label for each sample.</summary>
    /// <param name="inputs">Rows of <paramref name="inputCount"/> values, at least one row.</param>
    /// <param name="labels">The class of each row, from 0 to <paramref name="classCount"/> - 1.</param>
    /// <param name="inputCount">The number of inputs of a sample.</param>
    /// <param name="classCount">The number of classes.</param>
    /// <exception cref="ArgumentException">A span has another length, or a label is out of range.</exception>
    public Batch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, int inputCount, int classCount)
    {
        Count = Check.SomeRows(inputs.Length, inputCount, labels.Length, 1, nameof(inputs), nameof(labels));
        Check.Labels(labels, classCount, nameof(labels));
        Inputs = inputs;
        Labels = labels;
    }

    /// <summary>Makes a batch of rows that have been checked already.</summary>
    internal Batch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, ReadOnlySpan<T> weights, int count)
    {
        Inputs = inputs;
        Targets = targets;
        Labels = labels;
        Weights = weights;
        Count = count;
    }

    /// <summary>Gets the rows of inputs.</summary>
    public ReadOnlySpan<T> Inputs { get; }

    /// <summary>Gets the rows of targets; empty where the samples have labels.</summary>
    public ReadOnlySpan<T> Targets { get; }

    /// <summary>Gets the class of each sample; empty where the samples have targets.</summary>
    public ReadOnlySpan<int> Labels { get; }

    /// <summary>Gets the weight of each sample in the mean; empty where they all have the same.</summary>
    public ReadOnlySpan<T> Weights { get; }

    /// <summary>Gets the number of samples.</summary>
    public int Count { get; }
}

/// <summary>Adds weights to batches.</summary>
public static class Batch
{
    /// <summary>Returns the same samples, weighted: their mean loss is the sum of weight * loss over the sum of the weights.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="batch">The samples.</param>
    /// <param name="weights">A weight for each sample, not negative; their sum is positive.</param>
    /// <exception cref="ArgumentException">There are not as many, one is negative or no number, or their sum is zero.</exception>
    public static Batch<T> WithWeights<T>(this Batch<T> batch, ReadOnlySpan<T> weights)
        where T : unmanaged, INumber<T>
    {
        Check.Weights(weights, batch.Count, nameof(weights));
        return new Batch<T>(batch.Inputs, batch.Targets, batch.Labels, weights, batch.Count);
    }
}
