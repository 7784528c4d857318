namespace XorGen;

/// <summary>
/// When training stops because it no longer gets better: after <see cref="Patience"/> epochs in which the monitored number
/// has not been better than the best so far by more than <see cref="MinimumDelta"/>. As Keras's EarlyStopping.
/// </summary>
/// <remarks>
/// With <see cref="TrainingOptions.TargetLoss"/> it ends the attempt, and a restart follows.
/// </remarks>
public sealed record EarlyStopping
{
    /// <summary>Gets how many epochs without an improvement are borne, at least 1; 10 by default.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>Gets by how much a number has to be better to count, not negative; 0 by default.</summary>
    public double MinimumDelta { get; init; }

    /// <summary>
    /// Gets a value indicating whether the network gets the parameters of the best epoch, and the optimizer's state of
    /// that time, when training ends, early or not; true by default. A training that is cancelled, diverges, or reaches its
    /// <see cref="TrainingOptions.TargetLoss"/> keeps its last ones.
    /// </summary>
    public bool RestoreBest { get; init; } = true;

    /// <summary>
    /// Gets the metric that is monitored, by the name under which a callback records it; null means the loss of the
    /// validation rows, or where there are none that of the epoch.
    /// </summary>
    /// <remarks>
    /// The loss of an epoch is that of its batches, each before its step. With one batch an epoch it is the loss of the
    /// parameters at the epoch's start, and these are what is restored.
    /// </remarks>
    public string? Monitor { get; init; }

    /// <summary>Gets a value indicating whether a larger number is better: for metrics such as the accuracy.</summary>
    public bool Maximize { get; init; }
}
