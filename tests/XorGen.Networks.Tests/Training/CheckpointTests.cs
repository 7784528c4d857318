using System.Numerics;
using XorGen.Dropout;
using XorGen.Learned;

namespace XorGen.Training;

/// <summary>Real networks, interrupted in the middle of an epoch, end with the bits of those that were not.</summary>
public sealed class CheckpointTests : IDisposable
{
    private const int Rows = 53;

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("XorGen.Tests");

    private string File => Path.Combine(directory.FullName, "training.checkpoint");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void Scalar_single_adam() => AssertResumes<ScalarAdamSingle, float>(seed => new ScalarAdamSingle(seed));

    [Fact]
    public void Scalar_double_adam() => AssertResumes<ScalarAdamDouble, double>(seed => new ScalarAdamDouble(seed));

    [Fact]
    public void Scalar_single_momentum() => AssertResumes<ScalarMomentumSingle, float>(seed => new ScalarMomentumSingle(seed));

    [Fact]
    public void Scalar_double_momentum() => AssertResumes<ScalarMomentumDouble, double>(seed => new ScalarMomentumDouble(seed));

    [Fact]
    public void Tiled_single_adam() => AssertResumes<TiledAdamSingle, float>(seed => new TiledAdamSingle(seed));

    [Fact]
    public void Tiled_double_adam() => AssertResumes<TiledAdamDouble, double>(seed => new TiledAdamDouble(seed));

    [Fact]
    public void Tiled_single_momentum() => AssertResumes<TiledMomentumSingle, float>(seed => new TiledMomentumSingle(seed));

    [Fact]
    public void Tiled_double_momentum() => AssertResumes<TiledMomentumDouble, double>(seed => new TiledMomentumDouble(seed));

    [Fact]
    public void Scalar_dropout() => AssertResumes<DroppingScalarDouble, double>(seed => new DroppingScalarDouble(seed));

    [Fact]
    public void Vector_dropout() => AssertResumes<DroppingVector, float>(seed => new DroppingVector(seed));

    [Fact]
    public void A_struct_with_dropout() => AssertResumes<DroppingStruct, float>(seed => new DroppingStruct(seed));

    [Fact]
    public void Scalar_prelu() => AssertResumes<PReluScalar, double>(seed => new PReluScalar(seed));

    [Fact]
    public void Vector_prelu() => AssertResumes<PReluVector, float>(seed => new PReluVector(seed));

    [Fact]
    public void A_struct() => AssertResumes<RegressionStruct, float>(seed => new RegressionStruct(seed));

    [Fact]
    public void A_network_that_was_saved_and_loaded_trains_on_alike()
    {
        AssertSavesAndLoads<ScalarAdamSingle, float>(seed => new ScalarAdamSingle(seed));
        AssertSavesAndLoads<TiledMomentumDouble, double>(seed => new TiledMomentumDouble(seed));
        AssertSavesAndLoads<TiledAdamSingle, float>(seed => new TiledAdamSingle(seed));
        AssertSavesAndLoads<RegressionStruct, float>(seed => new RegressionStruct(seed));
        AssertSavesAndLoads<DroppingTiled, double>(seed => new DroppingTiled(seed));
    }

    [Fact]
    public void A_checkpoint_of_another_network_is_refused_with_both_numbers()
    {
        TrainingCheckpoint.Save(new ScalarAdamSingle(), File);
        var other = new TiledAdamSingle(3);
        float[] before = State<TiledAdamSingle, float>(ref other);
        string message = Assert.Throws<InvalidDataException>(() => TrainingCheckpoint.Load(other, File)).Message;
        Assert.Contains($"{ScalarAdamSingle.ParameterCount} parameters", message, StringComparison.Ordinal);
        Assert.Contains($"{TiledAdamSingle.ParameterCount} (", message, StringComparison.Ordinal);
        Assert.Equal(before, State<TiledAdamSingle, float>(ref other));
        Assert.Throws<InvalidDataException>(() => TrainingCheckpoint.Load(new ScalarAdamDouble(), File));
        Assert.Throws<InvalidDataException>(() => TrainingCheckpoint.Load(new ScalarMomentumSingle(), File));
    }

    [Fact]
    public void A_second_Fit_goes_on_with_the_state_of_the_optimizer()
    {
        AssertGoesOn<ScalarAdamSingle, float>(seed => new ScalarAdamSingle(seed));
        AssertGoesOn<ScalarMomentumDouble, double>(seed => new ScalarMomentumDouble(seed));
        AssertGoesOn<TiledAdamDouble, double>(seed => new TiledAdamDouble(seed));
        AssertGoesOn<DroppingVector, float>(seed => new DroppingVector(seed));
        AssertGoesOn<TiledMomentumSingle, float>(seed => new TiledMomentumSingle(seed));
    }

    [Fact]
    public void A_network_that_diverged_can_be_trained_on()
    {
        // The squares of the gradients overflow: without the optimizer's state put back, no later Fit would ever recover.
        (double[] inputs, double[] targets) = Data<double>(new ScalarMomentumDouble().Description);
        var network = new ScalarMomentumDouble(1);
        TrainingReport report = network.Fit(inputs, targets, new() { Epochs = 500, LearningRate = 1e10 });
        Assert.Equal(StopReason.Diverged, report.StopReason);
        Assert.True(double.IsFinite(report.FinalLoss));
        Assert.All(State<ScalarMomentumDouble, double>(ref network), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Data_that_is_not_finite_is_named()
    {
        var network = new TiledClassifier();
        var inputs = new float[34];
        inputs[20] = float.NaN;
        ArgumentException exception = Assert.Throws<ArgumentException>(() => network.Fit(inputs, [0, 1]));
        Assert.StartsWith("Row 1, column 3 is NaN", exception.Message, StringComparison.Ordinal);
        Assert.Equal("inputs", exception.ParamName);
    }

    [Fact]
    public void Early_stopping_leaves_the_network_with_the_best_validation_loss()
    {
        (double[] inputs, double[] targets) = Data<double>(new TiledAdamDouble().Description);
        int width = TiledAdamDouble.InputCount;
        double[] held = inputs[..(10 * width)];
        double[] heldTargets = targets[..10];
        var network = new TiledAdamDouble(5);
        TrainingReport report = network.Fit(inputs.AsSpan(10 * width), targets.AsSpan(10), new()
        {
            Epochs = 2000, BatchSize = 8, LearningRate = 0.01, Validation = Validation.Of(held, heldTargets), EarlyStopping = new() { Patience = 15 },
        });

        Assert.Equal(StopReason.StoppedEarly, report.StopReason);
        Assert.Equal(report.ValidationLossHistory.Min(), network.Evaluate(held, heldTargets));
        Assert.Equal(report.ValidationLossHistory[report.BestEpoch!.Value - 1], report.FinalValidationLoss);
        Assert.Equal(report.BestEpoch + 15, report.Epochs);
    }

    private void AssertResumes<TNetwork, T>(Func<int, TNetwork> create)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // 53 rows in batches of 7: eight steps an epoch.
        (T[] inputs, T[] targets) = Data<T>(create(0).Description);
        var options = new TrainingOptions
        {
            Epochs = 6, BatchSize = 7, ShuffleSeed = 3, LearningRate = 0.01,
            LearningRateSchedule = LearningRateSchedule.WarmUp(5, LearningRateSchedule.Cosine(unit: ScheduleUnit.Step), unit: ScheduleUnit.Step),
        };
        TNetwork whole = create(4);
        TrainingReport expected = TrainingLoop.Fit(ref whole, (ReadOnlySpan<T>)inputs, targets, options, 4, BaselineLoss.Variance);
        T[] bits = State<TNetwork, T>(ref whole);
        foreach (int crash in (int[])[12, 20, 47])
        {
            TrainingOptions saved = options with { Checkpoint = new(File) { EveryEpochs = null, EverySteps = 5, Resume = true } };
            var crashing = new CrashingNetwork<TNetwork, T>(create(4)) { StepsLeft = crash };
            Assert.Throws<TimeoutException>(() => TrainingLoop.Fit(ref crashing, (ReadOnlySpan<T>)inputs, targets, saved, 4, BaselineLoss.Variance));

            // It was saved in the middle of an epoch, and a network of another seed takes it over.
            Assert.NotEqual(0, crash / 5 * 5 % 8);
            TNetwork resumed = create(77);
            TrainingReport report = TrainingLoop.Fit(ref resumed, (ReadOnlySpan<T>)inputs, targets, saved, 77, BaselineLoss.Variance);
            Assert.Equal(bits, State<TNetwork, T>(ref resumed));
            Assert.Equal(expected.LossHistory, report.LossHistory);
            Assert.Equal((expected.FinalLoss, expected.Epochs, expected.Seed), (report.FinalLoss, report.Epochs, report.Seed));
            System.IO.File.Delete(File);
        }
    }

    private void AssertSavesAndLoads<TNetwork, T>(Func<int, TNetwork> create)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T[] inputs, T[] targets) = Data<T>(create(0).Description);
        TNetwork original = create(4);
        var options = new TrainingOptions { Epochs = 5, BatchSize = 10, TargetLoss = -1, MaxRestarts = 1 };
        TrainingLoop.Fit(ref original, (ReadOnlySpan<T>)inputs, targets, options, 4, BaselineLoss.Variance);
        TrainingCheckpoint.Save(original, File);
        TNetwork loaded = create(9);
        TrainingCheckpoint.Load<TNetwork, T>(ref loaded, File);
        Assert.Equal(original.Seed, loaded.Seed);
        Assert.Equal(State<TNetwork, T>(ref original), State<TNetwork, T>(ref loaded));
        original.Fit(inputs, targets, options);
        loaded.Fit(inputs, targets, options);
        Assert.Equal(State<TNetwork, T>(ref original), State<TNetwork, T>(ref loaded));
    }

    private static void AssertGoesOn<TNetwork, T>(Func<int, TNetwork> create)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T[] inputs, T[] targets) = Data<T>(create(0).Description);
        TNetwork once = create(4);
        TNetwork twice = create(4);
        once.Fit(inputs, targets, new() { Epochs = 30 });
        twice.Fit(inputs, targets, new() { Epochs = 11 });
        twice.Fit(inputs, targets, new() { Epochs = 19 });
        Assert.Equal(State<TNetwork, T>(ref once), State<TNetwork, T>(ref twice));
    }

    private static (T[] Inputs, T[] Targets) Data<T>(NetworkDescription description)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new Random(1);
        return (
            [.. Enumerable.Range(0, Rows * description.InputCount).Select(_ => T.CreateTruncating((2 * random.NextDouble()) - 1))],
            [.. Enumerable.Range(0, Rows * description.OutputCount).Select(_ => T.CreateTruncating(random.NextDouble()))]);
    }

    private static T[] State<TNetwork, T>(ref TNetwork network)
        where TNetwork : ITrainable<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var state = new T[(1 + network.StateCount) * network.Description.ParameterCount];
        var counters = new double[network.CounterCount];
        network.GetState(state, counters);
        return [.. state, .. counters.Select(T.CreateTruncating)];
    }
}
