namespace XorGen.Training;

/// <summary>Checks the options of a training. What few ask for, and what throws, is apart: a short program need not compile it.</summary>
internal static class OptionChecks
{
    public static void Check(TrainingOptions options)
    {
        if (options.Epochs < 1 || options.LossHistoryInterval < 1 || options.MaxRestarts < 0 || options.MaxDegreeOfParallelism < 1 || options.Callbacks is null)
        {
            Throw(options);
        }

        if (options.LearningRate is double rate && !(double.IsFinite(rate) && rate >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(options), rate, "LearningRate must be a finite number that is not negative.");
        }

        if (options.TargetLoss is double target && double.IsNaN(target))
        {
            throw new ArgumentOutOfRangeException(nameof(options), target, "TargetLoss must be a number.");
        }

        if (options.EarlyStopping is not null || options.Checkpoint is not null)
        {
            CheckParts(options);
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

    private static void CheckParts(TrainingOptions options)
    {
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

    /// <summary>Throws for the first number that is too small, or for callbacks that are null.</summary>
    private static void Throw(TrainingOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Epochs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LossHistoryInterval, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxRestarts);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDegreeOfParallelism, 1);
        ArgumentNullException.ThrowIfNull(options.Callbacks);
    }

    private static void ThrowUnlessDelta(double delta)
    {
        if (!(delta >= 0 && double.IsFinite(delta)))
        {
            throw new ArgumentOutOfRangeException(nameof(delta), delta, "EarlyStopping.MinimumDelta must be a finite number that is not negative.");
        }
    }
}
