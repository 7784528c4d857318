namespace XorGen.Training;

public class DivergenceTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void The_parameters_are_the_last_with_a_finite_loss(double notFinite)
    {
        var network = new ScriptedNetwork((_, steps) => steps < 5 ? 1 - (0.1 * steps) : notFinite);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 100 });

        Assert.Equal(StopReason.Diverged, report.StopReason);
        Assert.Equal(4, network.Steps);
        Assert.Equal(0.6, report.FinalLoss);
        Assert.Equal(5, report.LossHistory.Count);
        Assert.Equal(5, report.Epochs);
    }

    [Fact]
    public void A_step_of_the_last_epoch_that_leads_astray_is_taken_back()
    {
        var network = new ScriptedNetwork((_, steps) => steps < 5 ? 1 : double.NaN);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 5 });

        Assert.Equal(StopReason.Diverged, report.StopReason);
        Assert.Equal(4, network.Steps);
        Assert.Equal(1, report.FinalLoss);
    }

    [Fact]
    public void An_epoch_of_several_batches_is_taken_back_whole()
    {
        // Two batches an epoch: the third epoch is steps 4 and 5.
        var network = new ScriptedNetwork((_, steps) => steps == 5 ? double.NaN : 1);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 100, BatchSize = 2 });

        Assert.Equal(StopReason.Diverged, report.StopReason);
        Assert.Equal(4, network.Steps);
        Assert.Equal(1, report.FinalLoss);
        Assert.Equal(2, report.Epochs);
    }

    [Fact]
    public void A_network_that_starts_astray_stays_as_it_is()
    {
        var network = new ScriptedNetwork((_, _) => double.NaN);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 100 });

        Assert.Equal(StopReason.Diverged, report.StopReason);
        Assert.Equal(0, network.Steps);
        Assert.Equal(double.NaN, report.FinalLoss);
        Assert.Empty(report.LossHistory);
        Assert.Equal(0, report.Epochs);
    }

    [Fact]
    public void With_a_target_a_diverged_attempt_is_followed_by_a_restart()
    {
        var network = new ScriptedNetwork((attempt, steps) => attempt == 0 && steps > 2 ? double.NaN : Scripted.Falling(attempt, steps));
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 100, TargetLoss = 0.1 });

        Assert.Equal(StopReason.TargetReached, report.StopReason);
        Assert.Equal(1, report.Restarts);
        Assert.Equal(1, network.Attempt);
    }

    [Fact]
    public void An_attempt_that_started_astray_is_worse_than_any_other()
    {
        var network = new ScriptedNetwork((attempt, _) => attempt == 0 ? double.NaN : 0.5 + (0.1 * attempt));
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 3, TargetLoss = 0.1, MaxRestarts = 2 });

        Assert.Equal(StopReason.TargetMissed, report.StopReason);
        Assert.Equal(1, network.Attempt);
        Assert.Equal(0.6, report.FinalLoss);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Where_every_attempt_diverges_the_report_says_so(int restarts)
    {
        var network = new ScriptedNetwork((attempt, steps) => steps > 2 ? double.NaN : 0.5 - (0.1 * attempt));
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = 100, TargetLoss = 0.1, MaxRestarts = restarts });

        Assert.Equal(StopReason.Diverged, report.StopReason);
        Assert.Equal(restarts, report.Restarts);
        Assert.Equal((restarts, 2), (network.Attempt, network.Steps));
        Assert.Equal(0.5 - (0.1 * restarts), report.FinalLoss);
    }

    [Fact]
    public void The_state_of_the_optimizer_goes_back_with_the_parameters()
    {
        var network = new ScriptedNetwork((_, steps) => steps < 5 ? 1 : double.NaN);
        Scripted.Fit(network, new TrainingOptions { Epochs = 100 });

        // After four steps, each 0.5 m + 1.
        Assert.Equal(4, network.Steps);
        Assert.Equal(1.875, network.Moment);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Parameters_that_are_not_finite_are_a_divergence_though_the_loss_is_finite(int epochs)
    {
        var network = new ScriptedNetwork((_, _) => 1) { BreaksAtStep = 3 };
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Epochs = epochs, BatchSize = 1 });

        Assert.Equal(StopReason.Diverged, report.StopReason);
        Assert.Equal(0, network.Steps);
        Assert.Equal(1, report.FinalLoss);
    }
}
