namespace XorGen.Training;

/// <summary>A training that is interrupted anywhere and resumed is the training that was not, to the bit.</summary>
public class ResumeTests
{
    private const int Rows = 10;

    private static readonly double[] Inputs = [.. Enumerable.Range(0, Rows).Select(row => row + 0.5)];
    private static readonly double[] Targets = [.. Enumerable.Range(0, Rows).Select(row => row % 2 == 0 ? 0.0 : 1)];
    private static readonly Validation Held = Validation.Of(new[] { -1.0 }, new[] { 1.0 });

    public static TheoryData<string, TrainingOptions> Trainings => new()
    {
        { "batches", new() { Epochs = 5, BatchSize = 3 } },
        { "one batch", new() { Epochs = 9 } },
        { "in order", new() { Epochs = 5, BatchSize = 3, Shuffle = false } },
        { "schedule", new() { Epochs = 6, BatchSize = 4, LearningRateSchedule = LearningRateSchedule.WarmUp(2, LearningRateSchedule.Cosine(unit: ScheduleUnit.Step)) } },
        { "plateau", new() { Epochs = 9, BatchSize = 4, Validation = Held, LearningRateSchedule = LearningRateSchedule.ReduceOnPlateau(0.5, patience: 1) } },
        { "early stopping", new() { Epochs = 30, BatchSize = 4, Validation = Held, EarlyStopping = new() { Patience = 3 } } },
        { "restarts", new() { Epochs = 4, BatchSize = 4, TargetLoss = 0.01, MaxRestarts = 3 } },
        { "restarts that reach the target", new() { Epochs = 9, BatchSize = 5, TargetLoss = 0.2, MaxRestarts = 5, Validation = Held, EarlyStopping = new() { Patience = 2 } } },
        { "metrics", new() { Epochs = 5, BatchSize = 4, Callbacks = [TrainingCallback.AfterEpoch(epoch => epoch.Record("loss", epoch.Loss))] } },
        { "split", new() { Epochs = 5, BatchSize = 3, Validation = Validation.Split(0.3, seed: 4) } },
        { "weights", new() { Epochs = 5, BatchSize = 3, ClassWeights = [1, 2] } },
        { "every third epoch", new() { Epochs = 7, BatchSize = 4, LossHistoryInterval = 3 } },
    };

    [Theory]
    [MemberData(nameof(Trainings), DisableDiscoveryEnumeration = true)]
    public void A_crash_at_any_step_changes_nothing(string name, TrainingOptions options)
    {
        Assert.NotEmpty(name);
        ScriptedNetwork whole = Network();
        TrainingReport expected = Scripted.Fit(whole, Inputs, Targets, options, seed: 5);
        Assert.True(whole.TotalSteps >= 9);
        foreach ((int? epochs, int? steps) in (IEnumerable<(int?, int?)>)[(1, null), (null, 1), (2, 5)])
        {
            // Every save waits for the disk: not every step of each.
            for (int crash = epochs is null ? 1 : 4; crash < whole.TotalSteps; crash += epochs is null ? 4 : 11)
            {
                using var file = new TemporaryFile();
                TrainingOptions saved = options with { Checkpoint = new(file.Path) { EveryEpochs = epochs, EverySteps = steps, Resume = true } };
                ScriptedNetwork crashed = Network(crash);
                Assert.Throws<TimeoutException>(() => Scripted.Fit(crashed, Inputs, Targets, saved, seed: 5));
                ScriptedNetwork resumed = Network();
                TrainingReport report = Scripted.Fit(resumed, Inputs, Targets, saved, seed: 5);

                AssertSame(expected, report);
                Assert.Equal(State(whole), State(resumed));
                Assert.Equal(whole.Batches[^resumed.TotalSteps..].Select(Text), resumed.Batches.Select(Text));
                if (steps == 1)
                {
                    // Everything that was done before the crash is kept.
                    Assert.Equal(whole.TotalSteps - crash, resumed.TotalSteps);
                }

                Assert.Equal(["training.checkpoint"], file.Files);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Trainings), DisableDiscoveryEnumeration = true)]
    public void A_training_that_is_over_is_only_reported_again(string name, TrainingOptions options)
    {
        Assert.NotEmpty(name);
        using var file = new TemporaryFile();
        TrainingOptions saved = options with { Checkpoint = new(file.Path) { Resume = true } };
        ScriptedNetwork first = Network();
        TrainingReport expected = Scripted.Fit(first, Inputs, Targets, saved, seed: 5);
        ScriptedNetwork second = Network();
        TrainingReport report = Scripted.Fit(second, Inputs, Targets, saved, seed: 5);

        AssertSame(expected, report);
        Assert.Equal(State(first), State(second));
        Assert.Equal(0, second.TotalSteps);
    }

    [Fact]
    public void More_epochs_train_on_from_the_end()
    {
        using var file = new TemporaryFile();
        var options = new TrainingOptions { Epochs = 9, BatchSize = 3, Validation = Held, EarlyStopping = new() { Patience = 20 } };
        ScriptedNetwork whole = Network();
        TrainingReport expected = Scripted.Fit(whole, Inputs, Targets, options);
        TrainingOptions saved = options with { Checkpoint = new(file.Path) { Resume = true } };
        Scripted.Fit(Network(), Inputs, Targets, saved with { Epochs = 4 });
        ScriptedNetwork resumed = Network();

        AssertSame(expected, Scripted.Fit(resumed, Inputs, Targets, saved));
        Assert.Equal(State(whole), State(resumed));
        Assert.Equal(5 * 4, resumed.TotalSteps);
    }

    [Fact]
    public void A_training_that_was_cancelled_within_an_epoch_goes_on_from_that_step()
    {
        var options = new TrainingOptions { Epochs = 5, BatchSize = 2 };
        ScriptedNetwork whole = Network();
        TrainingReport expected = Scripted.Fit(whole, Inputs, Targets, options);
        for (int step = 1; step < 25; step++)
        {
            using var file = new TemporaryFile();
            using var cancellation = new CancellationTokenSource();
            TrainingOptions saved = options with { Checkpoint = new(file.Path) { EveryEpochs = null, Resume = true } };
            ScriptedNetwork cancelled = Network(step - 1, () => cancellation.Cancel());
            TrainingReport report = Scripted.Fit(cancelled, Inputs, Targets, saved with { CancellationToken = cancellation.Token });
            if (step < 21)
            {
                Assert.Equal(StopReason.Cancelled, report.StopReason);
            }

            // The network is as it was at the end of the last completed epoch.
            Assert.Equal(step / 5 * 5, cancelled.Steps);
            Assert.Equal(step / 5, report.Epochs);
            ScriptedNetwork resumed = Network();
            AssertSame(expected, Scripted.Fit(resumed, Inputs, Targets, saved));
            Assert.Equal(State(whole), State(resumed));
            Assert.Equal(25 - step, resumed.TotalSteps);
        }
    }

    [Fact]
    public void The_time_is_that_of_all_parts_together()
    {
        using var file = new TemporaryFile();
        var options = new TrainingOptions { Epochs = 2, Checkpoint = new(file.Path) { Resume = true } };
        Scripted.Fit(Network(0, () => Thread.Sleep(100)), Inputs, Targets, options);

        Assert.True(Scripted.Fit(Network(), Inputs, Targets, options with { Epochs = 3 }).Elapsed >= TimeSpan.FromMilliseconds(99));
    }

    [Fact]
    public void Without_resuming_the_file_is_overwritten()
    {
        using var file = new TemporaryFile();
        var options = new TrainingOptions { Epochs = 3, Checkpoint = new(file.Path) };
        Scripted.Fit(Network(), Inputs, Targets, options);
        ScriptedNetwork again = Network();
        Scripted.Fit(again, Inputs, Targets, options);

        Assert.Equal(3, again.TotalSteps);
    }

    public static TheoryData<string, string, TrainingOptions> OtherOptions => new()
    {
        { "BatchSize of 3", "expected is 4", new() { BatchSize = 4 } },
        { "Shuffle", "without", new() { Shuffle = false } },
        { "ShuffleSeed of 0", "expected is 7", new() { ShuffleSeed = 7 } },
        { "LearningRate of 0.125", "expected is 0.5", new() { LearningRate = 0.5 } },
        { "LearningRateSchedule", "none", new() { LearningRateSchedule = LearningRateSchedule.Cosine() } },
        { "EarlyStopping", "without", new() { EarlyStopping = new() } },
        { "TargetLoss", "without", new() { TargetLoss = 0.1 } },
        { "validation data", "checksum", new() { Validation = Held } },
        { "other data", "checksum", new() { SampleWeights = [1, 1, 1, 1, 1, 1, 1, 1, 1, 2] } },
    };

    [Theory]
    [MemberData(nameof(OtherOptions), DisableDiscoveryEnumeration = true)]
    public void Options_that_differ_are_named_and_the_network_untouched(string first, string second, TrainingOptions other)
    {
        using var file = new TemporaryFile();
        var checkpoint = new CheckpointOptions(file.Path) { Resume = true };
        Scripted.Fit(Network(), Inputs, Targets, new TrainingOptions { Epochs = 3, BatchSize = 3, Checkpoint = checkpoint });
        AssertRefused(first, second, Inputs, other with { Epochs = 3, BatchSize = other.BatchSize ?? 3, Checkpoint = checkpoint });
    }

    [Fact]
    public void What_is_watched_and_how_the_rate_changes_is_part_of_a_training()
    {
        using var file = new TemporaryFile();
        var options = new TrainingOptions
        {
            Epochs = 3, EarlyStopping = new(), LearningRateSchedule = LearningRateSchedule.Step(10), Checkpoint = new(file.Path) { Resume = true },
        };
        Scripted.Fit(Network(), Inputs, Targets, options);
        AssertRefused("LearningRateSchedule", "kind", Inputs, options with { LearningRateSchedule = LearningRateSchedule.Cosine() });
        AssertRefused("EarlyStopping.Maximize", "without", Inputs, options with { EarlyStopping = new() { Maximize = true } });
        AssertRefused("EarlyStopping.Monitor", "accuracy", Inputs, options with { EarlyStopping = new() { Monitor = "accuracy" } });
    }

    [Fact]
    public void A_training_that_has_reached_its_target_goes_on_to_a_lower_one()
    {
        using var file = new TemporaryFile();
        var options = new TrainingOptions { Epochs = 50, BatchSize = 4, TargetLoss = 0.3, Checkpoint = new(file.Path) { Resume = true } };
        Scripted.Fit(Falling(), Inputs, Targets, options);
        ScriptedNetwork same = Falling();
        Scripted.Fit(same, Inputs, Targets, options);
        Assert.Equal(0, same.TotalSteps);

        ScriptedNetwork resumed = Falling();
        TrainingReport report = Scripted.Fit(resumed, Inputs, Targets, options with { TargetLoss = 0.05 });
        ScriptedNetwork whole = Falling();
        TrainingReport expected = Scripted.Fit(whole, Inputs, Targets, options with { TargetLoss = 0.05, Checkpoint = null });
        Assert.Equal(StopReason.TargetReached, report.StopReason);
        Assert.InRange(report.FinalLoss, 0, 0.05);
        Assert.Equal(expected.LossHistory, report.LossHistory);
        Assert.Equal(State(whole), State(resumed));

        static ScriptedNetwork Falling() => new(Scripted.Falling);
    }

    [Fact]
    public void Other_data_is_noticed()
    {
        using var file = new TemporaryFile();
        var options = new TrainingOptions { Epochs = 3, Checkpoint = new(file.Path) { Resume = true } };
        Scripted.Fit(Network(), Inputs, Targets, options);
        AssertRefused("other data", "checksum", [.. Inputs[..^1], Inputs[^1] + 1e-12], options);
        ScriptedNetwork network = Network();
        Exception exception = Assert.Throws<InvalidDataException>(() => Scripted.Fit(network, Inputs[..^1], Targets[..^1], options));
        Assert.Contains("rows of 10; expected is 9", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_network_is_no_training()
    {
        using var file = new TemporaryFile();
        TrainingCheckpoint.Save(Network(), file.Path);
        AssertRefused("a network", "no training", Inputs, new TrainingOptions { Checkpoint = new(file.Path) { Resume = true } });
    }

    [Fact]
    public void The_network_of_a_training_can_be_loaded()
    {
        using var file = new TemporaryFile();
        ScriptedNetwork trained = Network();
        Scripted.Fit(trained, Inputs, Targets, new TrainingOptions { Epochs = 3, BatchSize = 3, Checkpoint = new(file.Path) }, seed: 9);
        ScriptedNetwork loaded = Network();
        TrainingCheckpoint.Load(loaded, file.Path);

        Assert.Equal(State(trained), State(loaded));
    }

    [Fact]
    public void A_file_that_cannot_be_written_ends_the_training_at_the_last_completed_epoch()
    {
        using var file = new TemporaryFile();
        ScriptedNetwork network = Network();
        Directory.CreateDirectory(file.Path);
        Assert.ThrowsAny<SystemException>(() => Scripted.Fit(
            network, Inputs, Targets, new TrainingOptions { BatchSize = 3, Checkpoint = new(file.Path) { EveryEpochs = null, EverySteps = 6 } }));

        Assert.Equal(4, network.Steps);
        Assert.Empty(file.Files);
    }

    [Theory]
    [InlineData("EveryEpochs", 0, 1)]
    [InlineData("EverySteps", 1, 0)]
    public void Intervals_are_positive(string option, int epochs, int steps)
    {
        using var file = new TemporaryFile();
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => Scripted.Fit(
            Network(), Inputs, Targets, new TrainingOptions { Checkpoint = new(file.Path) { EveryEpochs = epochs, EverySteps = steps } }));
        Assert.Contains(option, exception.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string first, string second, double[] inputs, TrainingOptions options)
    {
        ScriptedNetwork network = Network();
        double[] before = State(network);
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => Scripted.Fit(network, inputs, Targets, options));
        Assert.Contains(first, exception.Message, StringComparison.Ordinal);
        Assert.Contains(second, exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, State(network));
        Assert.Equal(0, network.TotalSteps);
    }

    /// <summary>A network with losses that wander; in the step of that number it throws, or does something else.</summary>
    private static ScriptedNetwork Network(int crash = -1, Action? instead = null)
    {
        ScriptedNetwork network = null!;
        network = new ScriptedNetwork((attempt, steps) =>
        {
            if (network.TotalSteps == crash + 1)
            {
                crash = -1;
                (instead ?? (() => throw new TimeoutException()))();
            }

            return 0.2 + (0.5 / (1 + attempt)) + (0.1 * Math.Sin(steps * 7)) - (0.01 * steps) + (attempt == 3 ? -0.2 : 0);
        })
        {
            Validation = (_, attempt, steps) => 1 + (0.3 * Math.Cos(steps * 3)) - (0.001 * steps * attempt),
            Evaluation = (attempt, steps) => 0.2 + (0.5 / (1 + attempt)) - (0.01 * steps) + (attempt == 3 ? -0.2 : 0),
        };
        return network;
    }

    private static double[] State(ScriptedNetwork network) => [network.Attempt, network.Steps, network.Moment, network.Seed];

    private static string Text((double[] Inputs, double[] Targets, double LearningRate) batch) =>
        FormattableString.Invariant($"{string.Join(' ', batch.Inputs)} {string.Join(' ', batch.Targets)} {batch.LearningRate:R}");

    private static void AssertSame(TrainingReport expected, TrainingReport actual)
    {
        Assert.Equal(expected.LossHistory, actual.LossHistory);
        Assert.Equal(expected.ValidationLossHistory, actual.ValidationLossHistory);
        Assert.Equal(expected.Metrics, actual.Metrics);
        Assert.Equal(
            (expected.FinalLoss, expected.FinalValidationLoss, expected.Epochs, expected.Restarts, expected.Seed, expected.StopReason, expected.BestEpoch),
            (actual.FinalLoss, actual.FinalValidationLoss, actual.Epochs, actual.Restarts, actual.Seed, actual.StopReason, actual.BestEpoch));
    }
}
