namespace XorGen.Training;

/// <summary>Checks the options of a training.</summary>
internal static class OptionChecks
{
    public static void Check(TrainingOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Epochs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LossHistoryInterval, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxRestarts);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDegreeOfParallelism, 1);
        ArgumentNullException.ThrowIfNull(options.Callbacks);
        if (options.LearningRate is double rate && !(double.IsFinite(rate) && rate >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(options), rate, "LearningRate must be a finite number that is not negative.");
        }

        if (options.TargetLoss is double target && double.IsNaN(target))
        {
            throw new ArgumentOutOfRangeException(nameof(options), target, "TargetLoss must be a number.");
        }

        if (options.EarlyStopping is EarlyStopping early)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(early.Patience, 1);
            ThrowUnlessDelta(early.MinimumDelta);
        }

        if (options.Checkpoint is CheckpointOptions checkpoint)
        {
            ArgumentException.ThrowIfNullOrEmpty(checkpoint.Path);
            ArgumentOutOfRangeException.ThrowIfLessThan(checkpoint.EveryEpochs ?? 1, 1, "checkpoint.EveryEpochs");
            ArgumentOutOfRangeException.ThrowIfLessThan(checkpoint.EverySteps ?? 1, 1, "checkpoint.EverySteps");
        }
    }

    /// <summary>Checks the batch size, when the number of rows to train on is known.</summary>
    public static void CheckBatchSize(TrainingOptions options, int rows)
    {
        if (options.BatchSize is int batchSize && (batchSize < 1 || batchSize > rows))
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), batchSize, $"BatchSize is {batchSize}; with {rows} rows it must be from 1 to {rows}.");
        }
    }

    private static void ThrowUnlessDelta(double delta)
    {
        if (!(delta >= 0 && double.IsFinite(delta)))
        {
            throw new ArgumentOutOfRangeException(nameof(delta), delta, "EarlyStopping.MinimumDelta must be a finite number that is not negative.");
        }
    }
}
