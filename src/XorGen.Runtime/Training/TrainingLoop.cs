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
    /// <summary>Trains on target values. Called by generated code, which has checked the lengths.</summary>
    /// <param name="network">The network, changed in place.</param>
    /// <param name="inputs">Rows of inputs.</param>
    /// <param name="targets">Rows of targets.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <param name="seed">The seed that the parameters came from; those of restarts are derived from it.</param>
    /// <param name="baseline">What the best constant prediction costs under the network's loss.</param>
    /// <param name="labelSmoothing">The part of each target that the loss gives to all classes alike.</param>
    /// <param name="delta">Where the Huber loss becomes linear.</param>
    /// <param name="outputs">What the outputs can be, where it is not all numbers and the loss does not see to it.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">An option is out of range or does not fit the data, or the data is not finite.</exception>
    /// <exception cref="InvalidDataException">The checkpoint to resume from is not one of this training.</exception>
    public static TrainingReport Fit<TNetwork, T>(
        ref TNetwork network,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<T> targets,
        TrainingOptions? options,
        int seed,
        BaselineLoss baseline,
        double labelSmoothing = 0,
        double delta = 1,
        OutputRange? outputs = null)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        TrainingData.Fit<TNetwork, T, T, ValueRows<TNetwork, T>>(
            ref network, inputs, targets, options ?? new TrainingOptions(), seed, new(baseline, labelSmoothing, delta, outputs ?? OutputRange.All));

    /// <summary>Trains on class labels. Called by generated code, which has checked the lengths.</summary>
    /// <param name="network">The network, changed in place.</param>
    /// <param name="inputs">Rows of inputs.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <param name="seed">The seed that the parameters came from; those of restarts are derived from it.</param>
    /// <param name="labelSmoothing">The part of each label that the loss gives to all classes alike.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">An option is out of range or does not fit the data, or the data is not finite.</exception>
    /// <exception cref="InvalidDataException">The checkpoint to resume from is not one of this training.</exception>
    public static TrainingReport Fit<TNetwork, T>(
        ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, TrainingOptions? options, int seed, double labelSmoothing = 0)
        where TNetwork : ITrainableClassifier<T>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        options?.ClassWeights is not null && labelSmoothing > 0
            ? FitSmoothed(ref network, inputs, labels, options, seed, labelSmoothing)
            : TrainingData.Fit<TNetwork, T, int, LabelRows<TNetwork, T>>(
                ref network, inputs, labels, options ?? new TrainingOptions(), seed, new(BaselineLoss.Entropy, labelSmoothing));

    /// <summary>Trains a network with a single output on class labels 0 and 1. Called by generated code, which has checked the lengths.</summary>
    /// <remarks>The labels become target values once, before the training: so it has the bits of one on those values.</remarks>
    /// <param name="network">The network, changed in place.</param>
    /// <param name="inputs">Rows of inputs.</param>
    /// <param name="labels">The class of each row, 0 or 1.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <param name="seed">The seed that the parameters came from; those of restarts are derived from it.</param>
    /// <param name="baseline">What the best constant prediction costs under the network's loss.</param>
    /// <param name="labelSmoothing">The part of each label that the loss gives to both classes alike.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">A label is neither 0 nor 1, an option is out of range or does not fit the data, or the data is not finite.</exception>
    /// <exception cref="InvalidDataException">The checkpoint to resume from is not one of this training.</exception>
    public static TrainingReport FitBinary<TNetwork, T>(
        ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, TrainingOptions? options, int seed, BaselineLoss baseline, double labelSmoothing = 0)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        TrainingData.Fit<TNetwork, T, T, ValueRows<TNetwork, T>>(
            ref network, inputs, BinaryLabels.NewTargets<T>(labels, network.Description.Loss), options ?? new TrainingOptions(), seed, new(baseline, labelSmoothing), labels);

    /// <summary>Trains on labels of which each class's part has a weight, which takes them as rows with a 1.</summary>
    private static TrainingReport FitSmoothed<TNetwork, T>(
        ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, TrainingOptions options, int seed, double labelSmoothing)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        TrainingData.Fit<TNetwork, T, T, ValueRows<TNetwork, T>>(
            ref network, inputs, Rows.OneHot<T>(labels, network.Description.OutputCount), options, seed, new(BaselineLoss.Entropy, labelSmoothing), labels);
}
