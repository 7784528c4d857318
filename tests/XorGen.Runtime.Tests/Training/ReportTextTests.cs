using System.Globalization;

namespace XorGen.Training;

/// <summary>What reports, descriptions and progress say, whatever the culture.</summary>
public class ReportTextTests
{
    public ReportTextTests() => CultureInfo.CurrentCulture = CommaCulture.Create();

    [Fact]
    public void A_report_says_why_when_and_what()
    {
        var report = new TrainingReport([0.5], 0.00123456789, 234, 0, 7, StopReason.TargetReached, TimeSpan.FromSeconds(0.01234));
        Assert.Equal("TargetReached after 234 epochs in 0.0123 s: loss 0.00123457, seed 7", report.ToString());
        Assert.Equal(
            "TargetReached after 1 epoch and 1 restart in 0.0123 s: loss 0.00123457, validation loss 0.5, best epoch 12, accuracy 0.75, seed 7",
            (report with
            {
                Epochs = 1,
                Restarts = 1,
                FinalValidationLoss = 0.5,
                BestEpoch = 12,
                Metrics = new Dictionary<string, IReadOnlyList<double>> { ["accuracy"] = [0.5, 0.75] },
            }).ToString());
    }

    [Fact]
    public void Progress_is_a_line() => Assert.Equal(
        "epoch 3 of 10: loss 0.5, validation loss 0.25, 1000 rows a second, 1.5 s left",
        new TrainingProgress(3, 10, 0.5, 0) { ValidationLoss = 0.25, RowsPerSecond = 1000, TimeLeft = TimeSpan.FromSeconds(1.5) }.ToString());

    [Fact]
    public void A_network_is_a_table()
    {
        var description = new NetworkDescription(
            "Digits",
            64,
            10,
            2410,
            [new("dense", 64, 32, "tanh", 0, 2080), new("dropout", 32, 32, "linear", 2080, 0) { DropoutRate = 0.1 }, new("dense", 32, 10, "softmax", 2080, 330)],
            "cross_entropy",
            "adam",
            "glorot_uniform",
            Precision.Single,
            0.02);
        Assert.Equal(
            """
            Digits
            layer        output  activation  parameters  bytes
            --------------------------------------------------
            input            64                       0      0
            dense            32  tanh             2,080  8,320
            dropout 0.1      32                       0      0
            dense            10  softmax            330  1,320
            --------------------------------------------------
            total                                 2,410  9,640
            loss cross_entropy, optimizer adam, learning rate 0.02, initializer glorot_uniform, single precision

            """,
            description.ToString());
        Assert.Equal("dense 64 -> 32 tanh, 2080 parameters", description.Layers[0].ToString());
        Assert.Equal("dropout 32 -> 32 0.1, 0 parameters", description.Layers[1].ToString());
    }

    [Fact]
    public void A_gradient_check_is_a_table() => Assert.Equal(
        """
        layer  relative error  parameter         gradient            slope
            1       1.50E-008          3  1.25000000E-001  1.25000001E-001
        passed: at most 1E-06 is taken for rounding

        """,
        new GradientCheckReport([new(1, 1.5e-8, 3, 0.125, 0.125000001)], 1e-6, Precision.Double).ToString());

    [Theory]
    [InlineData("options.EarlyStopping.Patience is 0; it must be at least 1.", 0)]
    [InlineData("options.EarlyStopping.MinimumDelta is -0.5; it must be a finite number that is not negative.", 1)]
    [InlineData("options.Checkpoint.EverySteps is 0; it must be at least 1.", 2)]
    [InlineData("options.Checkpoint.Path is empty; it must be the name of a file.", 3)]
    [InlineData("options.Epochs is 0; it must be at least 1.", 4)]
    [InlineData("options.MaxRestarts is -1; it must be at least 0.", 5)]
    [InlineData("options.LearningRate is -0.5; it must be a finite number that is not negative.", 6)]
    [InlineData("options.TargetLoss is NaN; it must be a number.", 7)]
    [InlineData("options.Callbacks is null; without callbacks it is an empty list.", 8)]
    public void Options_are_named_by_their_whole_path(string message, int index)
    {
        TrainingOptions options = new TrainingOptions[]
        {
            new() { EarlyStopping = new() { Patience = 0 } }, new() { EarlyStopping = new() { MinimumDelta = -0.5 } },
            new() { Checkpoint = new("file") { EverySteps = 0 } }, new() { Checkpoint = new(string.Empty) }, new() { Epochs = 0 },
            new() { MaxRestarts = -1 }, new() { LearningRate = -0.5 }, new() { TargetLoss = double.NaN }, new() { Callbacks = null! },
        }[index];
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => OptionChecks.Check(options));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal("options", exception.ParamName);
    }
}
