using System.Numerics;

namespace XorGen.Training;

/// <summary>The members of <see cref="ITrainable{T}"/> on spans.</summary>
/// <remarks>A network that is a struct is copied into the interface: what these calls change is the copy.</remarks>
public static class TrainableExtensions
{
    /// <summary>Returns the weighted mean loss.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values.</param>
    /// <param name="sampleWeights">A weight for each row, not negative; their sum is positive.</param>
    /// <exception cref="ArgumentException">A span has another length, a weight is negative or no number, or the sum is zero.</exception>
    public static T Evaluate<T>(this ITrainable<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> sampleWeights)
        where T : unmanaged, INumber<T> => network.Evaluate(Batch(network, inputs, targets).WithWeights(sampleWeights));

    /// <summary>Computes the weighted mean loss and stores its gradient.</summary>
    /// <inheritdoc cref="Evaluate{T}(ITrainable{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    public static T Backward<T>(this ITrainable<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> sampleWeights)
        where T : unmanaged, INumber<T> => network.Backward(Batch(network, inputs, targets).WithWeights(sampleWeights));

    /// <summary>Takes a training step on weighted samples and returns the weighted mean loss before it.</summary>
    /// <inheritdoc cref="Evaluate{T}(ITrainable{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    public static T Train<T>(
        this ITrainable<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> sampleWeights, T learningRate)
        where T : unmanaged, INumber<T> => network.Train(Batch(network, inputs, targets).WithWeights(sampleWeights), learningRate);

    /// <summary>Returns the weighted mean loss.</summary>
    /// <inheritdoc cref="Evaluate{T}(ITrainable{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="sampleWeights">A weight for each row, not negative; their sum is positive.</param>
    public static T Evaluate<T>(this ITrainable<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> sampleWeights)
        where T : unmanaged, INumber<T> => network.Evaluate(Batch(network, inputs, labels).WithWeights(sampleWeights));

    /// <summary>Computes the weighted mean loss and stores its gradient.</summary>
    /// <inheritdoc cref="Evaluate{T}(ITrainable{T}, ReadOnlySpan{T}, ReadOnlySpan{int}, ReadOnlySpan{T})"/>
    public static T Backward<T>(this ITrainable<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> sampleWeights)
        where T : unmanaged, INumber<T> => network.Backward(Batch(network, inputs, labels).WithWeights(sampleWeights));

    /// <summary>Takes a training step on weighted samples and returns the weighted mean loss before it.</summary>
    /// <inheritdoc cref="Evaluate{T}(ITrainable{T}, ReadOnlySpan{T}, ReadOnlySpan{int}, ReadOnlySpan{T})"/>
    public static T Train<T>(
        this ITrainable<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> sampleWeights, T learningRate)
        where T : unmanaged, INumber<T> => network.Train(Batch(network, inputs, labels).WithWeights(sampleWeights), learningRate);

    private static Batch<T> Batch<T>(ITrainable<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where T : unmanaged => new(inputs, targets, network.Description.InputCount, network.Description.TargetCount);

    private static Batch<T> Batch<T>(ITrainable<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels)
        where T : unmanaged, INumber<T>
    {
        NetworkDescription description = network.Description;
        return BinaryLabels.AreTakenBy(description)
            ? new(inputs, BinaryLabels.ToTargets(inputs, description.InputCount, labels, BinaryLabels.Negative<T>(description.Loss)), description.InputCount, 1)
            : new(inputs, labels, description.InputCount, description.OutputCount);
    }
}
