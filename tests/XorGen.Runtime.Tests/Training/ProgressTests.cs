namespace XorGen.Training;

public class ProgressTests
{
    [Fact]
    public void Progress_has_the_rate_and_the_time_that_is_left()
    {
        var progress = new ProgressRecorder();
        var network = new ScriptedNetwork((_, _) =>
        {
            Thread.Sleep(20);
            return 1;
        });
        Scripted.Fit(network, new TrainingOptions { Epochs = 5, Progress = progress, LearningRateSchedule = LearningRateSchedule.Exponential(0.5) });

        Assert.Equal([0.125, 0.0625, 0.03125, 0.015625, 0.0078125], progress.Reports.Select(report => report.LearningRate));
        Assert.Equal(progress.Reports.OrderBy(report => report.Elapsed), progress.Reports);
        Assert.All(progress.Reports, report =>
        {
            Assert.True(report.Elapsed >= TimeSpan.FromMilliseconds(19 * report.Epoch));
            Assert.Equal(4 * report.Epoch / report.Elapsed.TotalSeconds, report.RowsPerSecond, 1e-6 * report.RowsPerSecond);
            Assert.Equal(report.Elapsed.TotalSeconds * (5 - report.Epoch) / report.Epoch, report.TimeLeft.TotalSeconds, 1e-6);
        });
    }
}
