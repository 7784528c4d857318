using System.Globalization;

namespace XorGen.Training;

/// <summary>Checks the options of a training. What few ask for, and what throws, is apart: a short program need not compile it.</summary>
internal static class OptionChecks
{
    public static void Check(TrainingOptions options)
    {
        if (options.Epochs < 1 || options.LossHistoryInterval < 1 || options.MaxRestarts < 0 || options.MaxDegreeOfParallelism < 1 || options.VerboseInterval < 1 || options.Callbacks is null)
        {
            Throw(options);
        }

        if (options.LearningRate is double rate && !(double.IsFinite(rate) && rate >= 0))
        {
            throw OutOfRange(nameof(options), "LearningRate", rate, "a finite number that is not negative");
        }

        if (options.TargetLoss is double target && double.IsNaN(target))
        {
            throw OutOfRange(nameof(options), "TargetLoss", target, "a number");
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
                nameof(options), batchSize, $"options.BatchSize is {batchSize}; with {rows} rows it must be from 1 to {rows}.");
        }
    }

    private static void CheckParts(TrainingOptions options)
    {
        if (options.EarlyStopping is EarlyStopping early)
        {
            AtLeast(early.Patience, 1, "EarlyStopping.Patience", nameof(options));
            if (!(early.MinimumDelta >= 0 && double.IsFinite(early.MinimumDelta)))
            {
                throw OutOfRange(nameof(options), "EarlyStopping.MinimumDelta", early.MinimumDelta, "a finite number that is not negative");
            }
        }

        if (options.Checkpoint is CheckpointOptions checkpoint)
        {
            if (string.IsNullOrEmpty(checkpoint.Path))
            {
                throw new ArgumentException("options.Checkpoint.Path is empty; it must be the name of a file.", nameof(options));
            }

            AtLeast(checkpoint.EveryEpochs ?? 1, 1, "Checkpoint.EveryEpochs", nameof(options));
            AtLeast(checkpoint.EverySteps ?? 1, 1, "Checkpoint.EverySteps", nameof(options));
        }
    }

    /// <summary>Throws for the first number that is too small, or for callbacks that are null.</summary>
    private static void Throw(TrainingOptions options)
    {
        AtLeast(options.Epochs, 1, "Epochs", nameof(options));
        AtLeast(options.LossHistoryInterval, 1, "LossHistoryInterval", nameof(options));
        AtLeast(options.MaxRestarts, 0, "MaxRestarts", nameof(options));
        AtLeast(options.MaxDegreeOfParallelism, 1, "MaxDegreeOfParallelism", nameof(options));
        AtLeast(options.VerboseInterval ?? 1, 1, "VerboseInterval", nameof(options));
        throw new ArgumentNullException(nameof(options), "options.Callbacks is null; without callbacks it is an empty list.");
    }

    private static void AtLeast(int value, int least, string option, string parameter)
    {
        if (value < least)
        {
            throw new ArgumentOutOfRangeException(
                parameter, value, string.Create(CultureInfo.InvariantCulture, $"options.{option} is {value}; it must be at least {least}."));
        }
    }

    private static ArgumentOutOfRangeException OutOfRange(string parameter, string option, double value, string expected) =>
        new(parameter, value, string.Create(CultureInfo.InvariantCulture, $"options.{option} is {value}; it must be {expected}."));
}
