using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace XorGen.Training;

/// <summary>A checkpoint whose checksum is right and whose numbers no training can have: it is refused, or the training ends.</summary>
public class CraftedCheckpointTests
{
    private const int HeaderLength = 20;
    private const int ChecksumLength = 4;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly double[] Inputs = [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5];
    private static readonly double[] Targets = [0, 1, 0, 1, 0, 1, 0];
    private static readonly Validation Held = Validation.Of(new[] { -1.0 }, new[] { 1.0 });

    public static TheoryData<string, TrainingOptions> Trainings => new()
    {
        { "one batch", new() { Epochs = 4 } },
        { "batches", new() { Epochs = 4, BatchSize = 3 } },
        { "restarts", new() { Epochs = 3, BatchSize = 4, TargetLoss = 0.01, MaxRestarts = 2 } },
        { "early stopping", new() { Epochs = 6, Validation = Held, EarlyStopping = new() { Patience = 2 } } },
        { "plateau", new() { Epochs = 6, LearningRateSchedule = LearningRateSchedule.WarmUp(1, LearningRateSchedule.ReduceOnPlateau(0.5, patience: 1, cooldown: 1)) } },
        { "metrics", new() { Epochs = 4, Callbacks = [TrainingCallback.AfterEpoch(epoch => epoch.Record("m", epoch.Loss))] } },
    };

    [Theory]
    [MemberData(nameof(Trainings), DisableDiscoveryEnumeration = true)]
    public async Task Extreme_numbers_are_refused_or_the_training_ends(string name, TrainingOptions options)
    {
        Assert.NotEmpty(name);
        await Task.Run(() => TryExtremes(options, every: 31)).WaitAsync(Limit);
    }

    /// <summary>Each of them at each place of the file, whatever number is there.</summary>
    [Theory]
    [Trait("Category", "Exhaustive")]
    [MemberData(nameof(Trainings), DisableDiscoveryEnumeration = true)]
    public async Task All_extreme_numbers_are_refused_or_the_training_ends(string name, TrainingOptions options)
    {
        Assert.NotEmpty(name);
        await Task.Run(() => TryExtremes(options, every: 1)).WaitAsync(10 * Limit);
    }

    [Fact]
    public void Fewer_restarts_than_were_made_end_the_training_with_the_attempt_under_way()
    {
        using var file = new TemporaryFile();
        var options = new TrainingOptions { Epochs = 4, BatchSize = 4, TargetLoss = 0.01, MaxRestarts = 9, Checkpoint = new(file.Path) { Resume = true } };

        // Stopped in the second epoch of the fourth attempt.
        var stops = new StopsAfter(epoch => epoch.Restarts == 3 && epoch.Epoch == 2);
        Assert.Equal(14, Scripted.Fit(Network(), Inputs, Targets, options with { EarlyStopping = null, Callbacks = [stops] }).Epochs);
        byte[] saved = File.ReadAllBytes(file.Path);
        foreach (int fewer in (int[])[0, 1, 2, 3])
        {
            File.WriteAllBytes(file.Path, saved);
            TrainingReport report = Scripted.Fit(Network(), Inputs, Targets, options with { MaxRestarts = fewer });
            Assert.Equal((StopReason.StoppedByCallback, 3, 14), (report.StopReason, report.Restarts, report.Epochs));
        }

        // Killed there, it finishes the attempt.
        using var cancellation = new CancellationTokenSource();
        File.Delete(file.Path);
        var cancels = new StopsAfter(epoch => epoch.Restarts == 3 && epoch.Epoch == 2) { Instead = cancellation.Cancel };
        Scripted.Fit(Network(), Inputs, Targets, options with { Callbacks = [cancels], CancellationToken = cancellation.Token });
        saved = File.ReadAllBytes(file.Path);
        foreach (int fewer in (int[])[0, 1, 2, 3])
        {
            File.WriteAllBytes(file.Path, saved);
            TrainingReport report = Scripted.Fit(Network(), Inputs, Targets, options with { MaxRestarts = fewer });
            Assert.Equal((StopReason.TargetMissed, 3, 16), (report.StopReason, report.Restarts, report.Epochs));
        }

        File.WriteAllBytes(file.Path, saved);
        Assert.Equal(5, Scripted.Fit(Network(), Inputs, Targets, options with { MaxRestarts = 5 }).Restarts);
    }

    /// <summary>Each number that the issue names, at its place.</summary>
    [Theory]
    [InlineData("restart", int.MaxValue)]
    [InlineData("restart", -1)]
    [InlineData("restart", 7)]
    [InlineData("epoch", int.MaxValue)]
    [InlineData("epoch", -1)]
    [InlineData("epoch", 2)]
    [InlineData("batch", int.MaxValue)]
    [InlineData("batch", -1)]
    [InlineData("step", long.MaxValue)]
    [InlineData("step", -1L)]
    [InlineData("step", 3L)]
    [InlineData("elapsed", long.MaxValue)]
    [InlineData("elapsed", long.MinValue)]
    [InlineData("elapsed", -1L)]
    [InlineData("total epochs", int.MaxValue)]
    [InlineData("total epochs", 0)]
    public void A_number_that_cannot_be_is_named(string number, object value)
    {
        using var file = new TemporaryFile();
        var options = new TrainingOptions { Epochs = 3, BatchSize = 4, TargetLoss = 0.01, MaxRestarts = 0, Checkpoint = new(file.Path) { Resume = true } };
        Scripted.Fit(Network(), Inputs, Targets, options, seed: 5);
        byte[] bytes = File.ReadAllBytes(file.Path);

        // attempt 0, seed 5, 3 epochs, batch 0, step 6; before it the states of the epoch's start and of the last finite epoch.
        byte[] attempt = [0, 0, 0, 0, 5, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
        int start = bytes.AsSpan().IndexOf(attempt);
        Assert.True(start > 0);
        const int States = 2 * ((2 + 2) * sizeof(double) + sizeof(double));
        int place = number switch
        {
            "restart" => start,
            "epoch" => start + 8,
            "batch" => start + 12,
            "step" => start + 16,
            "elapsed" => start - States - 8,
            _ => start - States - 12,
        };
        if (value is int four)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(place), four);
        }
        else
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(place), (long)value);
        }

        File.WriteAllBytes(file.Path, Sealed(bytes));
        ScriptedNetwork network = Network();
        string message = Assert.Throws<InvalidDataException>(() => Scripted.Fit(network, Inputs, Targets, options with { MaxRestarts = 50 }, seed: 5)).Message;
        Assert.StartsWith("The checkpoint ", message, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (network.Attempt, network.Steps, network.TotalSteps));
    }

    private static void TryExtremes(TrainingOptions options, int every)
    {
        using var file = new TemporaryFile();
        TrainingOptions saved = options with { Checkpoint = new(file.Path) { EveryEpochs = null, EverySteps = 5, Resume = true } };
        Scripted.Fit(Network(), Inputs, Targets, saved, seed: 5);
        byte[] original = File.ReadAllBytes(file.Path);
        int refused = 0;
        int tried = 0;
        for (int place = HeaderLength; place < original.Length - ChecksumLength - sizeof(int); place++)
        {
            foreach (byte[] extreme in Extremes)
            {
                if (place + extreme.Length > original.Length - ChecksumLength || tried++ % every > 0)
                {
                    continue;
                }

                byte[] crafted = [.. original];
                extreme.CopyTo(crafted, place);
                File.WriteAllBytes(file.Path, Sealed(crafted));
                refused += EndsOrIsRefused(saved with { Epochs = options.Epochs + 1 }) ? 0 : 1;
            }
        }

        Assert.True(refused > 2000 / every);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The source of a token without a timer holds nothing.")]
    private static bool EndsOrIsRefused(TrainingOptions options)
    {
        // Not one step more than an attempt for each restart and the one that was saved.
        int steps = 0;
        ScriptedNetwork network = Network(() => Assert.True(++steps < 200));
        try
        {
            TrainingReport report = Scripted.Fit(network, Inputs, Targets, options, seed: 5);
            Assert.True(report.Elapsed >= TimeSpan.Zero);
            Assert.True(report.Epochs >= 0 && report.Restarts >= 0 && report.BestEpoch is null or > 0);
            return true;
        }
        catch (InvalidDataException)
        {
            Assert.Equal(0, steps);
            return false;
        }
    }

    private static byte[][] Extremes =>
    [
        .. ((int[])[int.MaxValue, int.MinValue, -1, 0, 1]).Select(BitConverter.GetBytes),
        .. ((long[])[long.MaxValue, long.MinValue, -1, TimeSpan.MaxValue.Ticks - 1]).Select(BitConverter.GetBytes),
        .. ((double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, -1, double.Epsilon]).Select(BitConverter.GetBytes),
    ];

    /// <summary>Returns the file with its right checksum.</summary>
    private static byte[] Sealed(byte[] file)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(file.Length - ChecksumLength), FileEnvelope.Checksum(0, file.AsSpan(0, file.Length - ChecksumLength)));
        return file;
    }

    private static ScriptedNetwork Network(Action? atStep = null) => new((attempt, steps) =>
    {
        atStep?.Invoke();
        return 0.2 + (0.5 / (1 + Math.Abs((double)attempt))) + (0.1 * Math.Sin(steps * 7));
    })
    {
        Evaluation = (attempt, steps) => 0.2 + (0.5 / (1 + Math.Abs((double)attempt))),
        Validation = (_, _, steps) => 1 + (0.3 * Math.Cos(steps * 3)),
    };

    private sealed class StopsAfter(Predicate<TrainingEpoch> isLast) : TrainingCallback
    {
        public Action? Instead { get; init; }

        public override void OnEpochEnd(TrainingEpoch epoch)
        {
            if (isLast(epoch))
            {
                (Instead ?? epoch.Stop)();
            }
        }
    }
}
