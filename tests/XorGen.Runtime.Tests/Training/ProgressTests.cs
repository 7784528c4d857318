namespace XorGen.Training;

public class ProgressTests
{
    [Fact]
    public void The_time_that_is_left_may_be_longer_than_a_time_can_be()
    {
        var pace = new Pace(1);
        Thread.Sleep(10);
        TrainingProgress progress = pace.Measure(new TrainingProgress(1, int.MaxValue, 1, 0));
        Assert.InRange(progress.TimeLeft, TimeSpan.FromDays(200), TimeSpan.MaxValue);
        Assert.Equal(TimeSpan.MaxValue, Pace.Span(1e300));
        Assert.Equal(TimeSpan.MaxValue, Pace.Span(double.PositiveInfinity));
        Assert.Equal(TimeSpan.FromSeconds(1.5), Pace.Span(1.5));
    }

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
