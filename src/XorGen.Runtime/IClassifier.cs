namespace XorGen;

/// <summary>
/// A network whose targets may also be class labels: with cross_entropy, the number of an output; with a single output and binary_cross_entropy
/// or a hinge loss, 0 and 1.
/// </summary>
/// <remarks>
/// With a single output, 0 and 1 are the targets 0 and 1 of binary_cross_entropy and -1 and 1 of the hinge losses: the bits are the same.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[System.Text.Json.Serialization.JsonConverter(typeof(XorGen.Files.NetworkJsonConverter))]
public interface IClassifier<T> : INetwork<T>
    where T : unmanaged
{
    /// <inheritdoc cref="INetwork{T}.Evaluate(ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The class of each row: from 0 to OutputCount - 1, or 0 and 1 where there is one output.</param>
    /// <exception cref="ArgumentException">A span has another length, or a label is out of range.</exception>
    T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels);

    /// <inheritdoc cref="INetwork{T}.Backward(ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The class of each row: from 0 to OutputCount - 1, or 0 and 1 where there is one output.</param>
    /// <exception cref="ArgumentException">A span has another length, or a label is out of range.</exception>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels);

    /// <inheritdoc cref="INetwork{T}.Train(ReadOnlySpan{T}, ReadOnlySpan{T}, T)"/>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The class of each row: from 0 to OutputCount - 1, or 0 and 1 where there is one output.</param>
    /// <param name="learningRate">The step size.</param>
    /// <exception cref="ArgumentException">A span has another length, or a label is out of range.</exception>
    T Train(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T learningRate);

    /// <inheritdoc cref="INetwork{T}.Fit(ReadOnlySpan{T}, ReadOnlySpan{T}, TrainingOptions)"/>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The class of each row: from 0 to OutputCount - 1, or 0 and 1 where there is one output.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// A span has another length, a label is out of range, the data has NaN or infinity (unless <see cref="TrainingOptions.CheckData"/> is
    /// off), or an option is out of range. The network is untouched.
    /// </exception>
    TrainingReport Fit(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, TrainingOptions? options = null);

    /// <summary>Returns the share of rows whose predicted class, as <see cref="Classify"/> says it, is their label.</summary>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The class of each row: from 0 to OutputCount - 1, or 0 and 1 where there is one output.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentException">A span has another length, or a label is out of range.</exception>
    double Accuracy(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels);

    /// <summary>Returns the class that the outputs of one row predict: that of the largest (the first, of equal ones); of a single output, 1 where it is above its threshold.</summary>
    /// <param name="input">One row: InputCount values.</param>
    /// <returns>The class, from 0; -1 where the outputs are nothing but NaN.</returns>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    int Classify(ReadOnlySpan<T> input);

    /// <summary>Returns the class that the outputs of each row predict, as <see cref="Classify"/> does.</summary>
    /// <param name="inputs">Rows of InputCount values.</param>
    /// <returns>The class of each row, from 0; -1 where its outputs are nothing but NaN.</returns>
    /// <exception cref="ArgumentException">The inputs are not whole rows, or an array does not hold so many outputs.</exception>
    int[] ClassifyRows(ReadOnlySpan<T> inputs);
}
