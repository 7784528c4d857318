using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;

namespace XorGen;

/// <summary>What a training did.</summary>
/// <param name="LossHistory">
/// The mean loss of epochs 0, n, 2n, ... of the attempt whose parameters the network has now, n being the interval of
/// the options. The loss of an epoch is that of its batches, each before its step: entry 0 is the loss at the start.
/// </param>
/// <param name="FinalLoss">The mean loss over all rows trained on, with the parameters that the network has now.</param>
/// <param name="Epochs">The number of epochs run in all attempts together; where it is more than an int holds, the largest int.</param>
/// <param name="Restarts">The number of restarts from new random parameters.</param>
/// <param name="Seed">The seed that the parameters of the network started from: that of the last restart which it comes from, else the network's own.</param>
/// <param name="StopReason">Why the training ended.</param>
/// <param name="Elapsed">How long it took; of a training that was resumed, all its parts together.</param>
public sealed record TrainingReport(
    IReadOnlyList<double> LossHistory,
    double FinalLoss,
    int Epochs,
    int Restarts,
    int Seed,
    StopReason StopReason,
    TimeSpan Elapsed)
{
    /// <summary>Gets the mean loss of the validation rows after the epochs of <see cref="LossHistory"/>; empty without such rows.</summary>
    public IReadOnlyList<double> ValidationLossHistory { get; init; } = [];

    /// <summary>Gets the mean loss of the validation rows with the parameters that the network has now; null without such rows.</summary>
    public double? FinalValidationLoss { get; init; }

    /// <summary>Gets the epoch, counted from 1 as <see cref="TrainingProgress.Epoch"/>, that was the best for <see cref="TrainingOptions.EarlyStopping"/>; null without.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>Gets what has probably kept the network from learning, most telling first; empty where nothing was noticed.</summary>
    /// <remarks>
    /// Inputs that are not scaled, targets that the outputs cannot reach, a loss that is no lower than that of a constant prediction, a
    /// learning rate that is too large or too small, and the like: <see cref="TrainingHintKind"/> lists them, docs/hints has a page for each.
    /// They are looked for once, at the end, and change nothing. Few steps (fewer than 50) say nothing about the loss.
    /// </remarks>
    public IReadOnlyList<TrainingHint> Hints { get; init; } = [];

    /// <summary>Gets the metrics that callbacks have recorded, by name, each in the order of recording.</summary>
    /// <remarks>The empty dictionary is made for those who ask: to load its type takes a short program half a millisecond.</remarks>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Metrics
    {
        get => field ?? ReadOnlyDictionary<string, IReadOnlyList<double>>.Empty;
        init;
    }

    /// <summary>Returns why and when the training ended, and what it has reached.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{StopReason} after {Epochs} {(Epochs == 1 ? "epoch" : "epochs")}");
        if (Restarts > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" and {Restarts} {(Restarts == 1 ? "restart" : "restarts")}");
        }

        text.Append(CultureInfo.InvariantCulture, $" in {Elapsed.TotalSeconds:G3} s: loss {FinalLoss:G6}");
        if (FinalValidationLoss is double validation)
        {
            text.Append(CultureInfo.InvariantCulture, $", validation loss {validation:G6}");
        }

        if (BestEpoch is int best)
        {
            text.Append(CultureInfo.InvariantCulture, $", best epoch {best}");
        }

        foreach ((string name, IReadOnlyList<double> values) in Metrics)
        {
            if (values.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $", {name} {values[^1]:G6}");
            }
        }

        return text.Append(CultureInfo.InvariantCulture, $", seed {Seed}").ToString();
    }
}
