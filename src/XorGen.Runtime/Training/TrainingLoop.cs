using System.Diagnostics;
using System.Numerics;

namespace XorGen.Training;

/// <summary>The training loop behind every <c>Fit</c>.</summary>
/// <remarks>
/// It allocates its buffers before the first step and nothing after it. The loss of an epoch is added up in double
/// precision, in the order of the batches.
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
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static TrainingReport Fit<TNetwork, T>(
        ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, TrainingOptions? options, int seed, BaselineLoss baseline)
        where TNetwork : INetwork<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int outputs = network.Description.OutputCount;
        var run = new TrainingRun<TNetwork, T, T, ValueRows<TNetwork, T>>(
            network.Description, targets.Length / outputs, outputs, options ?? new TrainingOptions(), BaselineLosses.Of(baseline, targets, outputs));
        return run.Start(ref network, inputs, targets, seed);
    }

    /// <summary>Trains on class labels. Called by generated code, which has checked the lengths.</summary>
    /// <param name="network">The network, changed in place.</param>
    /// <param name="inputs">Rows of inputs.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <param name="seed">The seed that the parameters came from; those of restarts are derived from it.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static TrainingReport Fit<TNetwork, T>(
        ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, TrainingOptions? options, int seed)
        where TNetwork : IClassifier<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var run = new TrainingRun<TNetwork, T, int, LabelRows<TNetwork, T>>(
            network.Description, labels.Length, 1, options ?? new TrainingOptions(), BaselineLosses.Of(labels, network.Description.OutputCount));
        return run.Start(ref network, inputs, labels, seed);
    }
}
