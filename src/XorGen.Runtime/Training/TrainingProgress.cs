using System.Globalization;

namespace XorGen;

/// <summary>How far a training is.</summary>
/// <param name="Epoch">The number of epochs that the current attempt has completed.</param>
/// <param name="Epochs">The number of epochs after which the attempt ends.</param>
/// <param name="Loss">The mean loss of the last completed epoch, each batch before its step.</param>
/// <param name="Restarts">The number of restarts so far.</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, double Loss, int Restarts)
{
    /// <summary>Gets the mean loss of the validation rows after the epoch; null without such rows.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>Gets the learning rate of the epoch's last step.</summary>
    public double LearningRate { get; init; }

    /// <summary>Gets how many rows a second this call of <c>Fit</c> has trained on so far.</summary>
    public double RowsPerSecond { get; init; }

    /// <summary>Gets how long this call of <c>Fit</c> has taken so far.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets how long the rest of the attempt will take if it goes on as fast.</summary>
    public TimeSpan TimeLeft { get; init; }

    /// <summary>Returns epoch and losses in a line.</summary>
    public override string ToString()
    {
        string validation = ValidationLoss is double loss ? string.Create(CultureInfo.InvariantCulture, $", validation loss {loss:G6}") : string.Empty;
        string restarts = Restarts > 0 ? string.Create(CultureInfo.InvariantCulture, $", restart {Restarts}") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"epoch {Epoch} of {Epochs}{restarts}: loss {Loss:G6}{validation}, {RowsPerSecond:F0} rows a second, {TimeLeft.TotalSeconds:G3} s left");
    }
}
