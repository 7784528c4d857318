namespace XorGen.Training;

public class RestartTests
{
    [Fact]
    public void A_missed_target_leaves_the_parameters_of_the_best_attempt()
    {
        // The attempts end at 0.5, 0.3, 0.4.
        double[] floors = [0.5, 0.3, 0.4];
        var network = new ScriptedNetwork((attempt, steps) => floors[attempt] + (0.1 / (1 + steps)));
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 10, TargetLoss = 0.1, MaxRestarts = 2 }, seed: 4);

        Assert.Equal(StopReason.TargetMissed, report.StopReason);
        Assert.Equal(1, network.Attempt);
        Assert.Equal(10, network.Steps);
        Assert.Equal(0.3 + (0.1 / 11), report.FinalLoss);
        Assert.Equal(Enumerable.Range(0, 10).Select(steps => 0.3 + (0.1 / (1 + steps))), report.LossHistory);
        Assert.Equal(network.Seeds[0], report.Seed);
        Assert.Equal(2, report.Restarts);
        Assert.Equal(30, report.Epochs);
    }

    [Fact]
    public void The_first_of_equal_attempts_is_kept()
    {
        var network = new ScriptedNetwork((_, _) => 0.5);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 3, TargetLoss = 0.1, MaxRestarts = 2 }, seed: 4);

        Assert.Equal(0, network.Attempt);
        Assert.Equal(4, report.Seed);
    }

    [Fact]
    public void A_restart_that_reaches_the_target_ends_the_training()
    {
        var network = new ScriptedNetwork((attempt, steps) => attempt == 2 && steps >= 4 ? 0.05 : 0.5);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 10, TargetLoss = 0.1 }, seed: 4);

        Assert.Equal(StopReason.TargetReached, report.StopReason);
        Assert.Equal(2, report.Restarts);
        Assert.Equal(network.Seeds[1], report.Seed);
        Assert.Equal([0.5, 0.5, 0.5, 0.5, 0.05], report.LossHistory);
        Assert.Equal(25, report.Epochs);
    }

    [Fact]
    public void A_negative_loss_that_does_not_fall_is_given_up_too()
    {
        var network = new ScriptedNetwork((_, _) => -0.5);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 1000, TargetLoss = -1, MaxRestarts = 1 }, seed: 4);

        Assert.Equal(StopReason.TargetMissed, report.StopReason);
        Assert.Equal(2 * 101, report.Epochs);
    }

    [Fact]
    public void Without_restarts_the_one_attempt_is_kept()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 3, TargetLoss = 0.1, MaxRestarts = 0 }, seed: 4);

        Assert.Equal(StopReason.TargetMissed, report.StopReason);
        Assert.Empty(network.Seeds);
        Assert.Equal(3, network.Steps);
        Assert.Equal(4, report.Seed);
    }

    [Fact]
    public void Without_restarts_a_stuck_attempt_uses_its_epochs()
    {
        var options = new TrainingOptions { Epochs = 1000, TargetLoss = 0.1, MaxRestarts = 0 };
        TrainingReport report = Scripted.Fit(new ScriptedNetwork((_, _) => 0.5), options);
        Assert.Equal((1000, 0, StopReason.TargetMissed), (report.Epochs, report.Restarts, report.StopReason));

        // A plateau that is left late is worth waiting for.
        report = Scripted.Fit(new ScriptedNetwork((_, steps) => steps < 900 ? 0.5 : 0.05), options);
        Assert.Equal((901, StopReason.TargetReached), (report.Epochs, report.StopReason));
    }

    [Fact]
    public void A_stuck_attempt_below_the_baseline_is_given_up_after_100_epochs()
    {
        var network = new ScriptedNetwork((_, _) => 0.5);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 1000, TargetLoss = 0.1, MaxRestarts = 1 });

        Assert.Equal(2 * 101, report.Epochs);
    }

    [Fact]
    public void An_attempt_on_the_plateau_of_the_baseline_is_not_given_up()
    {
        // The baseline of the targets is ln 2 = 0.69.
        var network = new ScriptedNetwork((_, _) => 0.68);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 1000, TargetLoss = 0.1, MaxRestarts = 1 });

        Assert.Equal(2 * 1000, report.Epochs);
    }

    [Fact]
    public void A_stuck_attempt_without_a_target_goes_on()
    {
        var network = new ScriptedNetwork((_, _) => 0.5);

        Assert.Equal(1000, Scripted.Fit(network, new TrainingOptions { Epochs = 1000 }).Epochs);
    }

    [Fact]
    public void Progress_counts_the_restarts()
    {
        var network = new ScriptedNetwork((_, _) => 0.5);
        var progress = new ProgressRecorder();
        Scripted.Fit(network, new TrainingOptions { Epochs = 2, TargetLoss = 0.1, MaxRestarts = 2, Progress = progress });

        Assert.Equal(
            [(1, 0), (2, 0), (1, 1), (2, 1), (1, 2), (2, 2)], progress.Reports.Select(report => (report.Epoch, report.Restarts)));
    }

    [Fact]
    public void The_seeds_of_restarts_are_the_same_each_time_and_never_shared_with_a_neighbouring_seed()
    {
        var seeds = new List<int>();
        foreach (int seed in (int[])[-1, 0, 1, 2, int.MinValue, int.MaxValue])
        {
            List<int> restarts = SeedsOfRestarts(seed);
            Assert.Equal(restarts, SeedsOfRestarts(seed));
            seeds.AddRange(restarts);
        }

        Assert.Equal(6 * 20, seeds.Count);
        Assert.Distinct(seeds);
    }

    private static List<int> SeedsOfRestarts(int seed)
    {
        var network = new ScriptedNetwork((_, _) => 0.5);
        Scripted.Fit(network, new TrainingOptions { Epochs = 1, TargetLoss = 0.1, MaxRestarts = 20 }, seed);
        return network.Seeds;
    }
}
