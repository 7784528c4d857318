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
    /// <para>The network (layers, loss, optimizer, precision), the data (inputs, targets, weights, validation rows) and these options have to
    /// be those of the saved training: batch size, shuffling and its seed, learning rate, the kind of schedule, whether there is early
    /// stopping and what it monitors, whether there is a <see cref="TrainingOptions.TargetLoss"/>. <c>Fit</c> compares them and throws an
    /// <see cref="InvalidDataException"/> that says what differs, or which number of the file cannot be, with the network untouched.</para>
    /// <para>These may differ, and count from there on: <see cref="TrainingOptions.Epochs"/>, so that a training that has ended by their
    /// number goes on to a larger one; the value of <see cref="TrainingOptions.TargetLoss"/>, so that one that has reached its target goes on to a
    /// lower one; <see cref="TrainingOptions.MaxRestarts"/>, where fewer than were made mean that none follows the attempt under way; the
    /// numbers of the schedule and of early stopping; the number of threads; who is told, and how often; how often it is saved.</para>
    /// <para>A training that was cancelled goes on where it was. One that is over for another reason is not trained on: <c>Fit</c> restores its result
    /// and reports it again.</para>
    /// </remarks>
    public bool Resume { get; init; }
}
