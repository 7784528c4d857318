using XorGen.Training;

namespace XorGen;

/// <summary>An epoch that has just ended, as callbacks see it.</summary>
public sealed class TrainingEpoch
{
    private readonly Dictionary<string, double> metrics = [];

    internal TrainingEpoch()
    {
    }

    /// <summary>Gets the number of epochs that the attempt has completed, this one included.</summary>
    public int Epoch { get; internal set; }

    /// <summary>Gets the number of epochs after which the attempt ends.</summary>
    public int Epochs { get; internal init; }

    /// <summary>Gets the number of restarts so far.</summary>
    public int Restarts { get; internal set; }

    /// <summary>Gets the mean loss of the epoch, each batch before its step.</summary>
    public double Loss { get; internal set; }

    /// <summary>Gets the mean loss of the validation rows; null without such rows.</summary>
    public double? ValidationLoss { get; internal set; }

    /// <summary>Gets the learning rate of the epoch's last step.</summary>
    public double LearningRate { get; internal set; }

    /// <summary>Gets the metrics that were recorded after this epoch.</summary>
    public IReadOnlyDictionary<string, double> Metrics => metrics;

    internal MetricHistory History { get; set; } = new();

    internal bool IsStopRequested { get; private set; }

    /// <summary>Ends the training after this epoch.</summary>
    public void Stop() => IsStopRequested = true;

    /// <summary>
    /// Records a metric: it appears in <see cref="TrainingReport.Metrics"/>, and
    /// <see cref="EarlyStopping.Monitor"/> may name it.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value after this epoch.</param>
    public void Record(string name, double value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        metrics[name] = value;
        History.Record(name, value);
    }

    internal void Begin()
    {
        metrics.Clear();
        IsStopRequested = false;
    }
}
