namespace XorGen.Training;

public class TrainingLoopTests
{
    [Fact]
    public void Without_a_target_all_epochs_are_run()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 5 }, seed: 77);

        Assert.Equal(StopReason.EpochsCompleted, report.StopReason);
        Assert.Equal([1, 1 / 2.0, 1 / 3.0, 1 / 4.0, 1 / 5.0], report.LossHistory);
        Assert.Equal(1 / 6.0, report.FinalLoss);
        Assert.Equal(5, report.Epochs);
        Assert.Equal(0, report.Restarts);
        Assert.Equal(77, report.Seed);
        Assert.InRange(report.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Equal(5, network.Steps);
        Assert.Empty(network.Seeds);
    }

    [Fact]
    public void Without_options_there_are_5000_epochs_of_all_rows_at_the_default_rate()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        TrainingReport report = Scripted.Fit(network, options: null);

        Assert.Equal(5000, report.Epochs);
        Assert.Equal(5000, report.LossHistory.Count);
        Assert.All(network.Batches, batch => Assert.Equal(4, batch.Targets.Length));
        Assert.All(network.Batches, batch => Assert.Equal(ScriptedNetwork.DefaultLearningRate, batch.LearningRate));
    }

    [Fact]
    public void The_learning_rate_of_the_options_goes_before_the_networks_own()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        Scripted.Fit(network, new TrainingOptions { Epochs = 2, LearningRate = 0.75 });

        Assert.All(network.Batches, batch => Assert.Equal(0.75, batch.LearningRate));
    }

    [Fact]
    public void Training_stops_at_the_first_epoch_with_the_target_loss()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 1000, TargetLoss = 0.1 }, seed: 5);

        Assert.Equal(StopReason.TargetReached, report.StopReason);
        Assert.Equal(10, report.Epochs);
        Assert.Equal(0.1, report.LossHistory[^1]);
        Assert.Equal(1 / 11.0, report.FinalLoss);
        Assert.Equal(10, network.Steps);
        Assert.Equal(5, report.Seed);
        Assert.Equal(0, report.Restarts);
    }

    [Fact]
    public void The_target_is_reached_only_when_the_present_parameters_have_it_too()
    {
        // The loss before the step is met from step 3 on, that after it from step 6 on.
        var network = new ScriptedNetwork((_, steps) => steps >= 3 ? 0.1 : 1) { Evaluation = (_, steps) => steps >= 6 ? 0.1 : 1 };
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 100, TargetLoss = 0.1 });

        Assert.Equal(StopReason.TargetReached, report.StopReason);
        Assert.Equal(6, report.Epochs);
        Assert.Equal(0.1, report.FinalLoss);
    }

    [Fact]
    public void A_target_that_the_very_last_step_reaches_is_reached()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 9, TargetLoss = 0.1, MaxRestarts = 3 });

        Assert.Equal(StopReason.TargetReached, report.StopReason);
        Assert.Equal(9, report.Epochs);
        Assert.Equal(0.1, report.FinalLoss);
        Assert.Empty(network.Seeds);
    }

    [Theory]
    [InlineData(1, new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 })]
    [InlineData(3, new[] { 0, 3, 6, 9 })]
    [InlineData(4, new[] { 0, 4, 8 })]
    [InlineData(100, new[] { 0 })]
    public void The_history_and_the_progress_have_every_nth_epoch(int interval, int[] epochs)
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        var progress = new ProgressRecorder();
        TrainingReport report = Scripted.Fit(
            network, new TrainingOptions { Epochs = 10, LossHistoryInterval = interval, Progress = progress });

        Assert.Equal(epochs.Select(epoch => 1.0 / (1 + epoch)), report.LossHistory);
        Assert.Equal(
            epochs.Select(epoch => (epoch + 1, 10, 1.0 / (1 + epoch), 0)),
            progress.Reports.Select(report => (report.Epoch, report.Epochs, report.Loss, report.Restarts)));
    }

    [Fact]
    public void The_loss_of_an_epoch_is_the_mean_over_rows()
    {
        // Three rows at 0.3, three at 0.6, one at 1.5.
        double[] losses = [0.3, 0.6, 1.5];
        var network = new ScriptedNetwork((_, steps) => losses[Math.Min(steps, 2)]);
        TrainingReport report = Scripted.Fit(
            network, new double[7], [0, 1, 0, 1, 0, 1, 0], new TrainingOptions { Epochs = 1, BatchSize = 3 });

        Assert.Equal(((3 * 0.3) + (3 * 0.6) + 1.5) / 7, report.LossHistory[0], 1e-15);
    }

    [Fact]
    public void Labels_are_trained_on_like_targets()
    {
        var network = new ScriptedNetwork(Scripted.Falling, inputs: 2, outputs: 3);
        TrainingReport report = TrainingLoop.Fit<ScriptedNetwork, double>(
            ref network, [0, 1, 2, 3, 4, 5, 6, 7], [2, 0, 1, 2], new TrainingOptions { Epochs = 2, BatchSize = 3, Shuffle = false }, seed: 8);

        Assert.Equal(StopReason.EpochsCompleted, report.StopReason);
        Assert.Equal(8, report.Seed);
        Assert.Equal([0, 1, 2, 3, 4, 5], network.Batches[0].Inputs);
        Assert.Equal([2, 0, 1], network.Batches[0].Targets);
        Assert.Equal([6, 7], network.Batches[1].Inputs);
        Assert.Equal([2], network.Batches[1].Targets);
        Assert.Equal(4, network.Batches.Count);
    }
}
