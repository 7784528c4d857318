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
    /// Returns the mean loss of a batch; of weighted samples the sum of weight * loss over the sum of the weights, as PyTorch's CrossEntropyLoss
    /// with weights of the classes. Weights of 1 give the bits that no weights give.
    /// </summary>
    /// <param name="batch">The samples, with targets or, where the network takes them, labels.</param>
    /// <returns>The mean loss.</returns>
    T Evaluate(scoped in Batch<T> batch);

    /// <summary>Computes the mean loss of a batch and its gradient, which it stores.</summary>
    /// <inheritdoc cref="Evaluate(in Batch{T})"/>
    T Backward(scoped in Batch<T> batch);

    /// <summary>Takes one training step on a batch.</summary>
    /// <inheritdoc cref="Evaluate(in Batch{T})"/>
    /// <param name="batch">The samples, with targets or, where the network takes them, labels.</param>
    /// <param name="learningRate">The step size.</param>
    /// <returns>The mean loss before the step.</returns>
    T Train(scoped in Batch<T> batch, T learningRate);
}
