namespace XorGen.Training;

/// <summary>
/// What the training loop needs of a network beyond <see cref="INetwork{T}"/>. Generated networks implement it explicitly.
/// </summary>
/// <remarks>
/// The state is everything that decides what the next steps do: parameters, what the optimizer keeps of each of them, and
/// counters. A network whose state has been set trains on to the same bits as the one that it was taken from. What else
/// changes with a step (a position in a random sequence, say) belongs to the counters, as numbers that a double holds
/// exactly.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[System.Text.Json.Serialization.JsonConverter(typeof(XorGen.Files.NetworkJsonConverter))]
public interface ITrainable<T> : INetwork<T>
    where T : unmanaged
{
    /// <summary>Gets or sets the seed that the parameters started from; those of restarts are derived from it.</summary>
    int Seed { get; set; }

    /// <summary>Gets how many numbers the optimizer keeps of each parameter.</summary>
    int StateCount { get; }

    /// <summary>Gets how many numbers there are that change once a step.</summary>
    int CounterCount { get; }

    /// <summary>Copies the state.</summary>
    /// <param name="state">
    /// Receives the parameters, then the numbers of the optimizer, each for all parameters in flat order:
    /// (1 + StateCount) * ParameterCount values.
    /// </param>
    /// <param name="counters">Receives CounterCount values.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    void GetState(Span<T> state, Span<double> counters);

    /// <summary>Sets the state.</summary>
    /// <remarks>It allocates the memory that training needs where the optimizer keeps something: use SetParameters where that is not wanted.</remarks>
    /// <param name="state">(1 + StateCount) * ParameterCount values, as <see cref="GetState"/> gives them.</param>
    /// <param name="counters">CounterCount values.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    void SetState(ReadOnlySpan<T> state, ReadOnlySpan<double> counters);

    /// <summary>
    /// Returns the mean loss over rows that do not count alike: sum of weight * loss over sum of weights, as PyTorch's
    /// CrossEntropyLoss with weights of the classes. Weights of 1 give the bits that no weights give.
    /// </summary>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values.</param>
    /// <param name="rowWeights">A weight for each row, not negative; their sum is positive.</param>
    /// <returns>The weighted mean loss.</returns>
    /// <exception cref="ArgumentException">A span has another length, a weight is negative or no number, or the sum is zero.</exception>
    T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> rowWeights);

    /// <summary>Computes the weighted mean loss and its gradient, which it leaves in the gradient fields.</summary>
    /// <inheritdoc cref="Evaluate(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> rowWeights);

    /// <summary>One training step on rows that do not count alike.</summary>
    /// <inheritdoc cref="Evaluate(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values.</param>
    /// <param name="rowWeights">A weight for each row, not negative; their sum is positive.</param>
    /// <param name="learningRate">The step size.</param>
    /// <returns>The weighted mean loss before the step.</returns>
    T Train(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> rowWeights, T learningRate);
}
