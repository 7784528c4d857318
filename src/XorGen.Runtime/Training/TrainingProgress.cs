namespace XorGen;

/// <summary>How far a training is.</summary>
/// <param name="Epoch">The number of epochs that the current attempt has completed.</param>
/// <param name="Epochs">The number of epochs after which the attempt ends.</param>
/// <param name="Loss">The mean loss of the last completed epoch, each batch before its step.</param>
/// <param name="Restarts">The number of restarts so far.</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, double Loss, int Restarts);
