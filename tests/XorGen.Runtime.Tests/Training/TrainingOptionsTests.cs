namespace XorGen.Training;

public class TrainingOptionsTests
{
    public static TheoryData<string, TrainingOptions> OutOfRange => new()
    {
        { "Epochs", new() { Epochs = 0 } },
        { "Epochs", new() { Epochs = -1 } },
        { "BatchSize", new() { BatchSize = 0 } },
        { "BatchSize", new() { BatchSize = 5 } },
        { "LearningRate", new() { LearningRate = -0.1 } },
        { "LearningRate", new() { LearningRate = double.NaN } },
        { "LearningRate", new() { LearningRate = double.PositiveInfinity } },
        { "TargetLoss", new() { TargetLoss = double.NaN } },
        { "MaxRestarts", new() { MaxRestarts = -1 } },
        { "LossHistoryInterval", new() { LossHistoryInterval = 0 } },
        { "Patience", new() { EarlyStopping = new() { Patience = 0 } } },
        { "MinimumDelta", new() { EarlyStopping = new() { MinimumDelta = -1 } } },
        { "MinimumDelta", new() { EarlyStopping = new() { MinimumDelta = double.NaN } } },
        { "MaxDegreeOfParallelism", new() { MaxDegreeOfParallelism = 0 } },
    };

    [Theory]
    [MemberData(nameof(OutOfRange), DisableDiscoveryEnumeration = true)]
    public void An_option_out_of_range_is_named_and_no_step_taken(string option, TrainingOptions options)
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        ArgumentOutOfRangeException exception =
            Assert.Throws<ArgumentOutOfRangeException>(() => Scripted.Fit(network, options));

        Assert.Contains(option, exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, network.TotalSteps);
        Assert.Empty(network.Seeds);
    }

    [Fact]
    public void A_batch_size_out_of_range_is_told_the_number_of_rows()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        ArgumentOutOfRangeException exception =
            Assert.Throws<ArgumentOutOfRangeException>(() => Scripted.Fit(network, new TrainingOptions { BatchSize = 5 }));

        Assert.StartsWith("options.BatchSize is 5; with 4 rows it must be from 1 to 4.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ends_of_the_ranges_are_taken()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        Scripted.Fit(network, new TrainingOptions { Epochs = 1, BatchSize = 4, LearningRate = 0, MaxRestarts = 0, LossHistoryInterval = int.MaxValue });
        Scripted.Fit(network, new TrainingOptions { Epochs = 1, BatchSize = 1, TargetLoss = double.NegativeInfinity, MaxRestarts = 0 });

        Assert.Equal(5, network.TotalSteps);
    }

    [Fact]
    public void The_defaults_are_those_of_the_documentation() =>
        Assert.Equal(
            new TrainingOptions
            {
                Epochs = 5000,
                BatchSize = null,
                LearningRate = null,
                LearningRateSchedule = null,
                Validation = null,
                EarlyStopping = null,
                ClassWeights = null,
                SampleWeights = null,
                Callbacks = [],
                Checkpoint = null,
                CheckData = true,
                Shuffle = true,
                ShuffleSeed = 0,
                TargetLoss = null,
                MaxRestarts = 50,
                LossHistoryInterval = 1,
                Progress = null,
                CancellationToken = CancellationToken.None,
            },
            new TrainingOptions());
}
