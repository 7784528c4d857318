namespace XorGen;

/// <summary>What a training did.</summary>
/// <param name="LossHistory">
/// The mean loss of epochs 0, n, 2n, ... of the attempt whose parameters the network has now, n being the interval of
/// the options. The loss of an epoch is that of its batches, each before its step: entry 0 is the loss at the start.
/// </param>
/// <param name="FinalLoss">The mean loss over all rows, with the parameters that the network has now.</param>
/// <param name="Epochs">The number of epochs run in all attempts together.</param>
/// <param name="Restarts">The number of restarts from new random parameters.</param>
/// <param name="Seed">The seed that the parameters of the network started from: that of the last restart which it comes from, else the network's own.</param>
/// <param name="StopReason">Why the training ended.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record TrainingReport(
    IReadOnlyList<double> LossHistory,
    double FinalLoss,
    int Epochs,
    int Restarts,
    int Seed,
    StopReason StopReason,
    TimeSpan Elapsed);
