namespace XorGen.Training;

public class AllocationTests
{
    [Fact]
    public void Epochs_of_all_rows_allocate_nothing() => AllocatesNothing(new TrainingOptions { Epochs = 1000 });

    [Fact]
    public void Shuffled_batches_allocate_nothing() => AllocatesNothing(new TrainingOptions { Epochs = 300, BatchSize = 3 });

    [Fact]
    public void Batches_in_order_allocate_nothing() => AllocatesNothing(new TrainingOptions { Epochs = 300, BatchSize = 3, Shuffle = false });

    [Fact]
    public void Restarts_allocate_nothing() =>
        AllocatesNothing(new TrainingOptions { Epochs = 50, TargetLoss = 0.01, MaxRestarts = 10 });

    [Fact]
    public void Schedules_validation_early_stopping_and_weights_allocate_nothing()
    {
        foreach (LearningRateSchedule schedule in (LearningRateSchedule[])
            [
                LearningRateSchedule.WarmUp(5, LearningRateSchedule.CosineWithRestarts(7, 2)), LearningRateSchedule.OneCycle(),
                LearningRateSchedule.ReduceOnPlateau(patience: 3), LearningRateSchedule.Polynomial(power: 0.9), LearningRateSchedule.Step(3),
            ])
        {
            AllocatesNothing(new TrainingOptions
            {
                Epochs = 300, BatchSize = 3, LearningRateSchedule = schedule, Validation = Validation.Split(0.25), EarlyStopping = new() { Patience = 300 },
            });
        }
    }

    [Fact]
    public void Callbacks_that_allocate_nothing_and_progress_allocate_nothing() => AllocatesNothing(new TrainingOptions
    {
        Epochs = 300,
        Callbacks = [TrainingCallback.AfterEpoch(epoch => GC.KeepAlive(epoch))],
        Progress = new Forgetful(),
    });

    [Fact]
    public void A_long_training_allocates_no_more_than_a_short_one()
    {
        Allocated(epochs: 10);

        Assert.Equal(Allocated(epochs: 10), Allocated(epochs: 10_000));
    }

    private static void AllocatesNothing(TrainingOptions options)
    {
        // The first run pays for what is allocated once a process.
        Train(options);
        ScriptedNetwork network = Train(options);

        Assert.True(network.TotalSteps > 100);
        Assert.Equal(network.Allocated.AtFirstStep, network.Allocated.AtLastStep);
    }

    private static ScriptedNetwork Train(TrainingOptions options)
    {
        var network = new ScriptedNetwork((_, _) => 0.5) { KeepsBatches = false };
        Scripted.Fit(network, options);
        return network;
    }

    private static long Allocated(int epochs)
    {
        var network = new ScriptedNetwork((_, _) => 0.5) { KeepsBatches = false };
        var options = new TrainingOptions { Epochs = epochs, LossHistoryInterval = epochs, BatchSize = 3 };
        long before = GC.GetAllocatedBytesForCurrentThread();
        Scripted.Fit(network, options);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class Forgetful : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
        }
    }
}
