namespace XorGen;

/// <summary>How <c>Fit</c> trains.</summary>
public sealed record TrainingOptions
{
    /// <summary>Gets the largest number of epochs, passes over all rows, of each attempt. At least 1; 5,000 by default.</summary>
    public int Epochs { get; init; } = 5_000;

    /// <summary>Gets the number of rows of a step; null means all of them (full batch). The last batch of an epoch may be smaller.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Gets the learning rate; null means the network's DefaultLearningRate.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Gets a value indicating whether the rows are put in another random order before each epoch, where there are several batches.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Gets the seed of the random order.</summary>
    public int ShuffleSeed { get; init; }

    /// <summary>Gets the mean loss over all rows at which training is done; null means that all epochs are run.</summary>
    public double? TargetLoss { get; init; }

    /// <summary>
    /// Gets how often training may start again from new random parameters when it is stuck above
    /// <see cref="TargetLoss"/>; 50 by default.
    /// Without a target there are no restarts.
    /// </summary>
    /// <remarks>
    /// An attempt is given up after <see cref="Epochs"/> epochs, or when its loss has not fallen by 2 % in the last 100
    /// epochs or in the last half of them all, whichever is longer: small networks have plateaus that they never
    /// leave. While it is no better than the best constant prediction, it is not given up before <see cref="Epochs"/>:
    /// that plateau is where training from small parameters begins. The parameters of the best attempt are kept.
    /// </remarks>
    public int MaxRestarts { get; init; } = 50;

    /// <summary>Gets after how many epochs the loss is recorded and <see cref="Progress"/> is told, at least 1.</summary>
    public int LossHistoryInterval { get; init; } = 1;

    /// <summary>Gets who is told about the progress, or null.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Gets what can stop the training, after any epoch.</summary>
    public CancellationToken CancellationToken { get; init; }
}
