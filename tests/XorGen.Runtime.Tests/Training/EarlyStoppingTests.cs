namespace XorGen.Training;

public class EarlyStoppingTests
{
    private static readonly Validation Rows = Validation.Of(new[] { -1.0 }, new[] { 1.0 });

    // After so many steps: the best is after epoch 3.
    private static readonly double[] ValidationLosses = [9, 5, 4, 2, 3, 2, 2.5, 2, 1.9, 1, 0, 0, 0, 0];

    [Fact]
    public void Training_stops_after_the_patience_and_the_best_epoch_is_restored()
    {
        ScriptedNetwork network = Network();
        double momentOfBest = 1.75;
        TrainingReport report = Scripted.Fit(network, Options(new EarlyStopping { Patience = 4 }));

        Assert.Equal(StopReason.StoppedEarly, report.StopReason);
        Assert.Equal(7, report.Epochs);
        Assert.Equal(3, network.Steps);
        Assert.Equal(3, report.BestEpoch);
        Assert.Equal(2, report.FinalValidationLoss);
        Assert.Equal([5, 4, 2, 3, 2, 2.5, 2], report.ValidationLossHistory);
        Assert.Equal(1 / 4.0, report.FinalLoss);
        Assert.Equal(momentOfBest, network.Moment);
    }

    [Fact]
    public void Without_restoring_the_last_epoch_stays()
    {
        ScriptedNetwork network = Network();
        TrainingReport report = Scripted.Fit(network, Options(new EarlyStopping { Patience = 4, RestoreBest = false }));

        Assert.Equal((7, 3), (network.Steps, report.BestEpoch));
    }

    [Fact]
    public void More_patience_gets_further()
    {
        TrainingReport report = Scripted.Fit(Network(), Options(new EarlyStopping { Patience = 5 }));

        Assert.Equal((13, 10), (report.Epochs, report.BestEpoch));
        Assert.Equal(StopReason.EpochsCompleted, report.StopReason);
    }

    [Fact]
    public void A_smaller_gain_than_the_minimum_does_not_count()
    {
        TrainingReport report = Scripted.Fit(Network(), Options(new EarlyStopping { Patience = 6, MinimumDelta = 0.1 }));

        // 1.9 after epoch 8 is no gain of more than 0.1 over 2.
        Assert.Equal((13, 10), (report.Epochs, report.BestEpoch));
        Assert.Equal(8, Scripted.Fit(Network(), Options(new EarlyStopping { Patience = 5, MinimumDelta = 0.1000001 })).Epochs);
    }

    [Fact]
    public void The_best_is_restored_also_when_all_epochs_are_run()
    {
        ScriptedNetwork network = Network();
        TrainingReport report = Scripted.Fit(network, Options(new EarlyStopping { Patience = 10 }) with { Epochs = 5 });

        Assert.Equal(StopReason.EpochsCompleted, report.StopReason);
        Assert.Equal((3, 3), (network.Steps, report.BestEpoch));
    }

    [Fact]
    public void Without_validation_the_loss_of_the_epoch_counts_and_with_one_batch_the_parameters_it_belongs_to()
    {
        double[] losses = [5, 3, 1, 2, 2, 2, 2, 2, 2];
        var network = new ScriptedNetwork((_, steps) => losses[steps]);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 8, EarlyStopping = new EarlyStopping { Patience = 3 } });

        Assert.Equal((6, 3), (report.Epochs, report.BestEpoch));
        Assert.Equal(2, network.Steps);
        Assert.Equal(1, report.FinalLoss);
    }

    [Fact]
    public void A_loss_that_is_no_number_is_never_the_best()
    {
        var network = new ScriptedNetwork(Scripted.Falling) { Validation = (_, _, steps) => steps is 1 or 3 ? double.NaN : 5 - steps };
        TrainingReport report = Scripted.Fit(network, Options(new EarlyStopping { Patience = 2 }) with { Epochs = 3 });

        Assert.Equal((2, 2), (network.Steps, report.BestEpoch));
    }

    [Fact]
    public void A_metric_of_a_callback_can_be_monitored()
    {
        double[] accuracies = [0.1, 0.5, 0.4, 0.6, 0.6, 0.5, 0.9];
        var network = new ScriptedNetwork(Scripted.Falling);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions
        {
            Epochs = 7,
            Callbacks = [TrainingCallback.AfterEpoch(epoch => epoch.Record("accuracy", accuracies[epoch.Epoch - 1]))],
            EarlyStopping = new EarlyStopping { Patience = 2, Monitor = "accuracy", Maximize = true },
        });

        Assert.Equal(StopReason.StoppedEarly, report.StopReason);
        Assert.Equal((6, 4), (report.Epochs, report.BestEpoch));
        Assert.Equal(4, network.Steps);
        Assert.Equal(accuracies[..6], report.Metrics["accuracy"]);
    }

    [Fact]
    public void A_metric_that_nobody_records_is_an_error()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Scripted.Fit(
            network, new TrainingOptions { EarlyStopping = new EarlyStopping { Monitor = "f1" } }));

        Assert.Contains("\"f1\"", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, network.Steps);
    }

    [Fact]
    public void With_a_target_an_attempt_that_stops_early_is_followed_by_a_restart()
    {
        var network = new ScriptedNetwork((attempt, steps) => attempt == 1 ? Scripted.Falling(attempt, steps) : 0.5);
        TrainingReport report = Scripted.Fit(
            network, new TrainingOptions { Epochs = 100, TargetLoss = 0.1, EarlyStopping = new EarlyStopping { Patience = 3 } });

        Assert.Equal(StopReason.TargetReached, report.StopReason);
        Assert.Equal(1, report.Restarts);
        Assert.Equal(4 + 10, report.Epochs);
    }

    private static ScriptedNetwork Network() => new(Scripted.Falling) { Validation = (_, _, steps) => ValidationLosses[steps] };

    private static TrainingOptions Options(EarlyStopping early) => new() { Epochs = 13, Validation = Rows, EarlyStopping = early };
}
