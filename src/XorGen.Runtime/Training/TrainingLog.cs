using System.Globalization;
using System.Text;

namespace XorGen.Training;

/// <summary>Writes what <see cref="TrainingOptions.Verbose"/> asks for: a line for some of the epochs, for each restart, and for the end.</summary>
internal sealed class TrainingLog(TrainingOptions options)
{
    /// <summary>So many lines an attempt are read by a person, where no interval is given.</summary>
    private const int Lines = 20;

    private readonly TextWriter output = options.VerboseOutput ?? Console.Out;
    private readonly int interval = options.VerboseInterval ?? Math.Max(1, (int)(((long)options.Epochs + Lines - 1) / Lines));

    /// <summary>Returns whether an epoch, counted from 1, has a line: the first, the last that there can be, and every n-th.</summary>
    public bool IsDue(int epoch) => epoch == 1 || epoch == options.Epochs || epoch % interval == 0;

    public void WriteEpoch(in TrainingProgress progress, IReadOnlyDictionary<string, double>? metrics)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"Epoch {progress.Epoch}/{progress.Epochs} - loss: {progress.Loss:G5}");
        if (progress.ValidationLoss is double validationLoss)
        {
            line.Append(CultureInfo.InvariantCulture, $" - val_loss: {validationLoss:G5}");
        }

        if (metrics is not null)
        {
            foreach ((string name, double value) in metrics)
            {
                line.Append(CultureInfo.InvariantCulture, $" - {name}: {value:G5}");
            }
        }

        line.Append(CultureInfo.InvariantCulture, $" - learning_rate: {progress.LearningRate:G4} - {Seconds(progress.Elapsed)}");
        Write(line);
    }

    public void WriteRestart(int number, int seed, int epoch, double loss) =>
        Write(new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"Restart {number} of {options.MaxRestarts} from seed {seed}: the attempt before has reached a loss of {loss:G5} in {epoch} epochs"));

    public void WriteEnd(TrainingReport report)
    {
        var line = new StringBuilder();
        line.Append(
            CultureInfo.InvariantCulture, $"{report.StopReason} after {report.Epochs} {(report.Epochs == 1 ? "epoch" : "epochs")}");
        if (report.Restarts > 0)
        {
            line.Append(CultureInfo.InvariantCulture, $" and {report.Restarts} {(report.Restarts == 1 ? "restart" : "restarts")}");
        }

        line.Append(CultureInfo.InvariantCulture, $" - loss: {report.FinalLoss:G5}");
        if (report.FinalValidationLoss is double validationLoss)
        {
            line.Append(CultureInfo.InvariantCulture, $" - val_loss: {validationLoss:G5}");
        }

        line.Append(CultureInfo.InvariantCulture, $" - {Seconds(report.Elapsed)}");
        foreach (TrainingHint hint in report.Hints)
        {
            line.AppendLine().Append(CultureInfo.InvariantCulture, $"Hint {hint}");
        }

        Write(line);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    /// <summary>Writes a whole line at once, and to its end: beside other threads that write, and before the next epoch.</summary>
    private void Write(StringBuilder line)
    {
        output.WriteLine(line.ToString());
        output.Flush();
    }
}
