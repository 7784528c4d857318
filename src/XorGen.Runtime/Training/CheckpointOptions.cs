namespace XorGen;

/// <summary>Where and when a training is saved, so that it can be resumed to the same bits.</summary>
/// <remarks>
/// The file is replaced as a whole: a crash leaves the one before. It is also written when the training ends, cancelled or
/// not, but not when it ends by an exception. It holds the network's whole state, the position in the epoch, and the
/// state of shuffling, schedule, early stopping and restarts, all histories included.
/// </remarks>
/// <param name="Path">The file. Its directory is created where it does not exist.</param>
public sealed record CheckpointOptions(string Path)
{
    /// <summary>Gets after how many epochs the training is saved, at least 1; null means not after epochs; 1 by default.</summary>
    public int? EveryEpochs { get; init; } = 1;

    /// <summary>Gets after how many steps (batches) the training is saved, also within an epoch, at least 1; null means not after steps.</summary>
    public int? EverySteps { get; init; }

    /// <summary>
    /// Gets a value indicating whether the training goes on from the file where there is one; false by default: the
    /// training begins anew and overwrites the file.
    /// </summary>
    /// <remarks>
    /// <para>Network, data and options have to be those of the saved training. <c>Fit</c> compares what it can, and throws an
    /// <see cref="InvalidDataException"/> that says what differs, with the network untouched. Only
    /// <see cref="TrainingOptions.Epochs"/> may be larger, to train on after the end, and who is told, and how often,
    /// may differ.</para>
    /// <para>A training that is over is not trained on: <c>Fit</c> restores its result and reports it again.</para>
    /// </remarks>
    public bool Resume { get; init; }
}
