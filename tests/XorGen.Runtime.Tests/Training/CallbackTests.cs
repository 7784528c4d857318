namespace XorGen.Training;

public class CallbackTests
{
    [Fact]
    public void Callbacks_are_told_of_the_start_each_epoch_and_the_end()
    {
        var recorder = new Recorder();
        TrainingReport report = Scripted.Fit(
            new ScriptedNetwork(Scripted.Falling), new TrainingOptions { Epochs = 3, LearningRate = 0.25, Callbacks = [recorder] });

        Assert.Equal(["begin", "1/3 0: 1 at 0.25", "2/3 0: 0.5 at 0.25", "3/3 0: 0.3333333333333333 at 0.25", "end EpochsCompleted"], recorder.Calls);
        Assert.Same(report, recorder.Report);
    }

    [Fact]
    public void No_callback_is_null()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => Scripted.Fit(network, new TrainingOptions { Callbacks = [new Recorder(), null!] }));
        Assert.Equal("options.Callbacks has null at index 1.", exception.Message);
        Assert.Equal(0, network.TotalSteps);
    }

    [Fact]
    public void A_callback_may_stop_the_training()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions { Callbacks = [StopAfter(4)] });

        Assert.Equal(StopReason.StoppedByCallback, report.StopReason);
        Assert.Equal(4, report.Epochs);
        Assert.Equal(4, network.Steps);
    }

    [Fact]
    public void With_a_target_it_stops_all_attempts_and_the_best_is_kept()
    {
        var network = new ScriptedNetwork((attempt, _) => attempt == 0 ? 0.3 : 0.5);
        TrainingReport report = Scripted.Fit(network, new TrainingOptions
        {
            Epochs = 6, TargetLoss = 0.1,
            Callbacks = [TrainingCallback.AfterEpoch(epoch =>
            {
                if (epoch is { Restarts: 1, Epoch: 2 })
                {
                    epoch.Stop();
                }
            })],
        });

        Assert.Equal(StopReason.StoppedByCallback, report.StopReason);
        Assert.Equal((0, 6), (network.Attempt, network.Steps));
        Assert.Equal(8, report.Epochs);
    }

    [Fact]
    public void Metrics_are_in_the_report()
    {
        TrainingReport report = Scripted.Fit(new ScriptedNetwork(Scripted.Falling), new TrainingOptions
        {
            Epochs = 4,
            Callbacks =
            [
                TrainingCallback.AfterEpoch(epoch => epoch.Record("twice", 2 * epoch.Loss)),
                TrainingCallback.AfterEpoch(epoch =>
                {
                    if (epoch.Epoch % 2 == 0)
                    {
                        epoch.Record("seen", epoch.Metrics["twice"]);
                    }
                }),
            ],
        });

        Assert.Equal([2, 1, 2 / 3.0, 0.5], report.Metrics["twice"]);
        Assert.Equal([1, 0.5], report.Metrics["seen"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_callback_that_throws_leaves_the_network_as_it_was_after_the_epoch(int epoch) => AssertThrows(epoch, new TrainingOptions
    {
        BatchSize = 2,
        Callbacks = [TrainingCallback.AfterEpoch(ended => Throw(ended.Epoch == epoch))],
    });

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void So_does_a_progress_handler(int epoch) => AssertThrows(epoch, new TrainingOptions
    {
        BatchSize = 2,
        Progress = new ProgressRecorder(progress => Throw(progress.Epoch == epoch)),
    });

    [Fact]
    public void A_step_that_throws_is_taken_back_with_its_epoch()
    {
        var network = new ScriptedNetwork((_, steps) => steps == 7 ? throw new TimeoutException() : 1);
        Assert.Throws<TimeoutException>(() => Scripted.Fit(network, new TrainingOptions { BatchSize = 1 }));

        // Four steps an epoch: the second epoch was the first to fail.
        Assert.Equal(4, network.Steps);
        Assert.Equal(1.875, network.Moment);
    }

    private static void AssertThrows(int epoch, TrainingOptions options)
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        Assert.Throws<TimeoutException>(() => Scripted.Fit(network, options));
        Assert.Equal(2 * epoch, network.Steps);
    }

    private static TrainingCallback StopAfter(int epochs) => TrainingCallback.AfterEpoch(epoch =>
    {
        if (epoch.Epoch == epochs)
        {
            epoch.Stop();
        }
    });

    private static void Throw(bool condition)
    {
        if (condition)
        {
            throw new TimeoutException();
        }
    }

    private sealed class Recorder : TrainingCallback
    {
        public List<string> Calls { get; } = [];

        public TrainingReport? Report { get; private set; }

        public override void OnTrainingBegin() => Calls.Add("begin");

        public override void OnEpochEnd(TrainingEpoch epoch) =>
            Calls.Add(FormattableString.Invariant($"{epoch.Epoch}/{epoch.Epochs} {epoch.Restarts}: {epoch.Loss} at {epoch.LearningRate}"));

        public override void OnTrainingEnd(TrainingReport report)
        {
            Calls.Add($"end {report.StopReason}");
            Report = report;
        }
    }
}
