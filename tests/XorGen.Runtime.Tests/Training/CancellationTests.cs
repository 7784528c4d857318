namespace XorGen.Training;

public class CancellationTests
{
    [Fact]
    public void Training_stops_after_the_epoch_in_which_it_was_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var network = new ScriptedNetwork(Scripted.Falling);
        TrainingReport report = Scripted.Fit(network, Options(cancellation, epoch: 7));

        Assert.Equal(StopReason.Cancelled, report.StopReason);
        Assert.Equal(7, report.Epochs);
        Assert.Equal(7, network.Steps);
        Assert.Equal(1 / 8.0, report.FinalLoss);
        Assert.Equal(7, report.LossHistory.Count);
    }

    [Fact]
    public void A_training_that_was_cancelled_before_takes_no_step()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { CancellationToken = new CancellationToken(canceled: true) });

        Assert.Equal(StopReason.Cancelled, report.StopReason);
        Assert.Equal(0, report.Epochs);
        Assert.Equal(0, network.Steps);
        Assert.Equal(1, report.FinalLoss);
        Assert.Empty(report.LossHistory);
    }

    [Fact]
    public void With_a_target_the_parameters_are_those_of_the_best_attempt()
    {
        using var cancellation = new CancellationTokenSource();
        var network = new ScriptedNetwork((attempt, _) => attempt == 0 ? 0.3 : 0.5);
        TrainingReport report = Scripted.Fit(
            network, Options(cancellation, epoch: 4, restarts: 1) with { Epochs = 6, TargetLoss = 0.1 }, seed: 12);

        Assert.Equal(StopReason.Cancelled, report.StopReason);
        Assert.Equal(1, report.Restarts);
        Assert.Equal(10, report.Epochs);
        Assert.Equal((0, 6), (network.Attempt, network.Steps));
        Assert.Equal(0.3, report.FinalLoss);
        Assert.Equal(12, report.Seed);
        Assert.Equal(6, report.LossHistory.Count);
    }

    private static TrainingOptions Options(CancellationTokenSource cancellation, int epoch, int restarts = 0) => new()
    {
        CancellationToken = cancellation.Token,
        Progress = new ProgressRecorder(progress =>
        {
            if (progress.Epoch == epoch && progress.Restarts == restarts)
            {
                cancellation.Cancel();
            }
        }),
    };
}
