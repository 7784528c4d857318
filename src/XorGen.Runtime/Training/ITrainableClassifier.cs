namespace XorGen.Training;

/// <summary>What the training loop needs of a network that takes class labels beyond <see cref="IClassifier{T}"/>.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[System.Text.Json.Serialization.JsonConverter(typeof(XorGen.Files.NetworkJsonConverter))]
public interface ITrainableClassifier<T> : ITrainable<T>, IClassifier<T>
    where T : unmanaged
{
    /// <inheritdoc cref="ITrainable{T}.Evaluate(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The class of each row: from 0 to OutputCount - 1, or 0 and 1 where there is one output.</param>
    /// <param name="rowWeights">A weight for each row, not negative; their sum is positive.</param>
    /// <exception cref="ArgumentException">A span has another length, a label is out of range, a weight is negative or no number, or the sum is zero.</exception>
    T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> rowWeights);

    /// <inheritdoc cref="ITrainable{T}.Backward(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The class of each row: from 0 to OutputCount - 1, or 0 and 1 where there is one output.</param>
    /// <param name="rowWeights">A weight for each row, not negative; their sum is positive.</param>
    /// <exception cref="ArgumentException">A span has another length, a label is out of range, a weight is negative or no number, or the sum is zero.</exception>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> rowWeights);

    /// <inheritdoc cref="ITrainable{T}.Train(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, T)"/>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The class of each row: from 0 to OutputCount - 1, or 0 and 1 where there is one output.</param>
    /// <param name="rowWeights">A weight for each row, not negative; their sum is positive.</param>
    /// <param name="learningRate">The step size.</param>
    /// <exception cref="ArgumentException">A span has another length, a label is out of range, a weight is negative or no number, or the sum is zero.</exception>
    T Train(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> rowWeights, T learningRate);
}
