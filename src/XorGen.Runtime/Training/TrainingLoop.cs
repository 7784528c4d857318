using System.Numerics;
using XorGen.Numerics;

namespace XorGen.Training;

/// <summary>The training loop behind every <c>Fit</c>.</summary>
/// <remarks>
/// It allocates its buffers before the first step, and after it only what callbacks, progress handlers, checkpoints and the report need:
/// its histories have room for the epochs of the options at once, up to a limit, and grow beyond it. The loss of an epoch is added up in double precision, in the order of the batches.
/// </remarks>
public static class TrainingLoop
{
    /// <summary>Trains on target values. Called by generated code.</summary>
    /// <param name="network">The network, changed in place.</param>
    /// <param name="inputs">Rows of inputs.</param>
    /// <param name="targets">Rows of targets.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <param name="seed">The seed that the parameters came from; those of restarts are derived from it.</param>
    /// <param name="baseline">What the best constant prediction costs under the network's loss.</param>
    /// <param name="labelSmoothing">The part of each target that the loss gives to all classes alike.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A span has another length, an option is out of range or does not fit the data, or the data is not finite.</exception>
    /// <exception cref="InvalidOperationException">Another thread is training the network, which is a class.</exception>
    /// <exception cref="InvalidDataException">The checkpoint to resume from is not one of this training.</exception>
    public static TrainingReport Fit<TNetwork, T>(
        ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, TrainingOptions? options, int seed, BaselineLoss baseline, double labelSmoothing = 0)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkDescription description = network.Description;
        Check.SomeRows(inputs.Length, description.InputCount, targets.Length, description.TargetCount, nameof(inputs), nameof(targets));
        return TrainingData.Fit<TNetwork, T, T, ValueRows<TNetwork, T>>(
            ref network, inputs, targets, options ?? new TrainingOptions(), seed, new(baseline, labelSmoothing));
    }

    /// <inheritdoc cref="Fit{TNetwork, T}(ref TNetwork, ReadOnlySpan{T}, ReadOnlySpan{T}, TrainingOptions, int, BaselineLoss, double)"/>
    public static TrainingReport Fit<TNetwork, T>(
        TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, TrainingOptions? options, int seed, BaselineLoss baseline, double labelSmoothing = 0)
        where TNetwork : class, ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var guarded = network as IGuardedTraining;
        int before = guarded is null ? 0 : guarded.Guard.EnterFit();
        try
        {
            return Fit(ref network, inputs, targets, options, seed, baseline, labelSmoothing);
        }
        finally
        {
            guarded?.Guard.Exit(before);
        }
    }

    /// <inheritdoc cref="Fit{TNetwork, T}(ref TNetwork, ReadOnlySpan{T}, ReadOnlySpan{int}, TrainingOptions, int, double)"/>
    public static TrainingReport Fit<TNetwork, T>(
        TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, TrainingOptions? options, int seed, double labelSmoothing = 0)
        where TNetwork : class, ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var guarded = network as IGuardedTraining;
        int before = guarded is null ? 0 : guarded.Guard.EnterFit();
        try
        {
            return Fit(ref network, inputs, labels, options, seed, labelSmoothing);
        }
        finally
        {
            guarded?.Guard.Exit(before);
        }
    }

    /// <summary>Trains on class labels. Called by generated code.</summary>
    /// <param name="network">The network, changed in place.</param>
    /// <param name="inputs">Rows of inputs.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <param name="seed">The seed that the parameters came from; those of restarts are derived from it.</param>
    /// <param name="labelSmoothing">The part of each label that the loss gives to all classes alike.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A span has another length, an option is out of range or does not fit the data, or the data is not finite.</exception>
    /// <exception cref="InvalidOperationException">Another thread is training the network, which is a class.</exception>
    /// <exception cref="InvalidDataException">The checkpoint to resume from is not one of this training.</exception>
    public static TrainingReport Fit<TNetwork, T>(
        ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, TrainingOptions? options, int seed, double labelSmoothing = 0)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkDescription description = network.Description;
        Check.SomeRows(inputs.Length, description.InputCount, labels.Length, 1, nameof(inputs), nameof(labels));
        Check.Labels(labels, description.OutputCount, nameof(labels));
        return TrainingData.Fit<TNetwork, T, int, LabelRows<TNetwork, T>>(
            ref network, inputs, labels, options ?? new TrainingOptions(), seed, new(BaselineLoss.Entropy, labelSmoothing));
    }
}
