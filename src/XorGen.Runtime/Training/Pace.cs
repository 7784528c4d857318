using System.Diagnostics;

namespace XorGen.Training;

/// <summary>How fast a call of Fit goes.</summary>
/// <param name="rows">The number of rows of an epoch.</param>
internal sealed class Pace(int rows)
{
    private readonly long start = Stopwatch.GetTimestamp();
    private long epochs;

    /// <summary>Gets the time since the call.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(start);

    public void CompleteEpoch() => epochs++;

    /// <summary>Fills the times of a report in.</summary>
    public TrainingProgress Measure(TrainingProgress progress)
    {
        TimeSpan elapsed = Elapsed;
        return progress with
        {
            Elapsed = elapsed,
            RowsPerSecond = (double)rows * epochs / Math.Max(elapsed.TotalSeconds, 1e-9),
            TimeLeft = Span(elapsed.TotalSeconds * (progress.Epochs - progress.Epoch) / Math.Max(epochs, 1)),
        };
    }

    /// <summary>As long as a time can be, where it is more: of int.MaxValue epochs the last may be millennia away.</summary>
    internal static TimeSpan Span(double seconds) =>
        seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
}
