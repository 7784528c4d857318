using System.Globalization;
using System.Text.RegularExpressions;

namespace XorGen.Training;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Precision = Precision.Double)]
public sealed partial class TalkingXor;

/// <summary>What Fit prints on request.</summary>
public partial class VerboseTests
{
    [Fact]
    public void Nothing_is_printed_by_default()
    {
        var output = new StringWriter();
        new TalkingXor().Fit(Xor.Inputs, Xor.Targets, new() { Epochs = 10, VerboseOutput = output });
        Assert.Empty(output.ToString());
    }

    [Fact]
    public void Epochs_are_printed_in_order_and_the_end_last()
    {
        string[] lines = Print(new() { Epochs = 10 }, out TrainingReport report);
        Assert.Equal(11, lines.Length);
        for (int i = 0; i < 10; i++)
        {
            Match match = EpochLine().Match(lines[i]);
            Assert.True(match.Success, lines[i]);
            Assert.Equal($"{i + 1}/10", match.Groups["epoch"].Value);
            Assert.Equal(report.LossHistory[i].ToString("G5", CultureInfo.InvariantCulture), match.Groups["loss"].Value);
            Assert.Equal("0.1", match.Groups["rate"].Value);
        }

        Assert.StartsWith("EpochsCompleted after 10 epochs - loss: " + report.FinalLoss.ToString("G5", CultureInfo.InvariantCulture), lines[10]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 20)]
    [InlineData(21, 12)]                    // 1, 2, 4, ..., 20, 21
    [InlineData(5000, 21)]                  // 1, 250, 500, ..., 5000
    public void Many_epochs_have_about_twenty_lines(int epochs, int expected)
    {
        string[] lines = Print(new() { Epochs = epochs }, out _);
        Assert.Equal(expected, lines.Count(line => line.StartsWith("Epoch ", StringComparison.Ordinal)));
        Assert.StartsWith("Epoch 1/", lines[0]);
        Assert.StartsWith($"Epoch {epochs}/{epochs} ", lines[expected - 1]);
    }

    [Fact]
    public void The_interval_can_be_chosen_and_does_not_depend_on_that_of_the_history()
    {
        string[] lines = Print(new() { Epochs = 100, VerboseInterval = 30, LossHistoryInterval = 7 }, out _);
        Assert.Equal(["1/100", "30/100", "60/100", "90/100", "100/100"], lines[..5].Select(line => EpochLine().Match(line).Groups["epoch"].Value));
        Assert.Throws<ArgumentOutOfRangeException>(() => Print(new() { VerboseInterval = 0 }, out _));
    }

    [Fact]
    public void Validation_metrics_and_the_schedule_are_printed()
    {
        double[] inputs = [.. Xor.Inputs, .. Xor.Inputs];
        double[] targets = [.. Xor.Targets, .. Xor.Targets];
        string[] lines = Print(
            new()
            {
                Epochs = 4,
                LossHistoryInterval = 3,
                Validation = Validation.Of(inputs, targets),
                LearningRateSchedule = LearningRateSchedule.Exponential(0.5),
                Callbacks = [TrainingCallback.AfterEpoch(epoch => epoch.Record("twice", 2 * epoch.Epoch))],
            },
            out TrainingReport report);
        for (int i = 0; i < 4; i++)
        {
            Assert.Matches($@"^Epoch {i + 1}/4 - loss: [\d.]+ - val_loss: [\d.]+ - twice: {2 * (i + 1)} - learning_rate: {(0.1 / (1 << i)).ToString(CultureInfo.InvariantCulture)} - \d", lines[i]);
        }

        Assert.Contains(" - val_loss: " + report.FinalValidationLoss!.Value.ToString("G5", CultureInfo.InvariantCulture), lines[4]);
    }

    [Fact]
    public void Restarts_and_hints_are_printed()
    {
        string[] lines = Print(new() { Epochs = 200, LearningRate = 1e-9, TargetLoss = 0.01, MaxRestarts = 2 }, out TrainingReport report);
        Assert.Equal(2, lines.Count(line => line.StartsWith("Restart ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("Restart 2 of 2 from seed ", StringComparison.Ordinal) && line.EndsWith(" in 200 epochs", StringComparison.Ordinal));
        Assert.StartsWith("TargetMissed after 600 epochs and 2 restarts - loss: ", lines[^2]);
        Assert.Equal($"Hint {Assert.Single(report.Hints)}", lines[^1]);
    }

    [Fact]
    public void Lines_are_written_before_the_next_epoch()
    {
        var output = new StringWriter();
        var lengths = new List<int>();
        new TalkingXor().Fit(Xor.Inputs, Xor.Targets, new()
        {
            Epochs = 5,
            Verbose = true,
            VerboseOutput = output,
            Callbacks = [TrainingCallback.AfterEpoch(_ => lengths.Add(output.ToString().Split('\n').Length - 1))],
        });
        Assert.Equal([0, 1, 2, 3, 4], lengths);
    }

    [Fact]
    public void The_culture_does_not_matter_and_the_training_is_the_same()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Assert.DoesNotContain(Print(new() { Epochs = 50 }, out TrainingReport report), line => line.Contains(',', StringComparison.Ordinal));
            Assert.Equal(new TalkingXor().Fit(Xor.Inputs, Xor.Targets, new() { Epochs = 50 }).LossHistory, report.LossHistory);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_console_is_where_it_prints_by_default()
    {
        TextWriter before = Console.Out;
        var output = new StringWriter();
        try
        {
            Console.SetOut(output);
            new TalkingXor().Fit(Xor.Inputs, Xor.Targets, new() { Epochs = 3, Verbose = true });
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Contains("Epoch 3/3 - loss: ", output.ToString());
    }

    private static string[] Print(TrainingOptions options, out TrainingReport report)
    {
        var output = new StringWriter();
        report = new TalkingXor().Fit(Xor.Inputs, Xor.Targets, options with { Verbose = true, VerboseOutput = output });
        return output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    [GeneratedRegex(@"^Epoch (?<epoch>\d+/\d+) - loss: (?<loss>[\d.E-]+) - learning_rate: (?<rate>[\d.]+) - (\d+ ms|\d+\.\d s)$")]
    private static partial Regex EpochLine();
}
