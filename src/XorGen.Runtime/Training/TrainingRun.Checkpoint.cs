using System.Runtime.InteropServices;

namespace XorGen.Training;

/// <content>Saves the run, and resumes one that was saved.</content>
internal sealed partial class TrainingRun<TNetwork, T, TTarget, TRows>
{
    private CheckpointWriter? writer;
    private Fingerprint fingerprint;
    private bool isEndSaved;

    /// <summary>Takes the run from the file of the options, where they ask for it and there is one; returns whether it has.</summary>
    /// <exception cref="InvalidDataException">The file is no checkpoint of this training. The network is untouched.</exception>
    private bool Resume(ref TNetwork network, in TrainingRows<T, TTarget> rows, in TrainingRows<T, TTarget> validation)
    {
        if (options.Checkpoint is not CheckpointOptions checkpoint)
        {
            return false;
        }

        fingerprint = new Fingerprint(rows.Count, Checksum(rows), Checksum(validation));
        if (!checkpoint.Resume || !File.Exists(checkpoint.Path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(checkpoint.Path))!);
            return false;
        }

        var reader = new CheckpointReader(CheckpointFormat.Envelope.Read(checkpoint.Path));
        (int networkSeed, NetworkState<T> state) = NetworkSection.Read<TNetwork, T>(ref reader, ref network, DefinitionScope.Training);
        if (!reader.ReadBoolean())
        {
            throw new InvalidDataException("The checkpoint holds a network, and no training that could be resumed.");
        }

        double target = ReadRun(ref reader);
        if (!reader.IsAtEnd)
        {
            throw new InvalidDataException("The checkpoint does not fit the options of this training.");
        }

        attempt.Continue(options.Epochs, targetLoss < target);
        CheckSchedule();
        CheckSeeds();

        // All states, though only the last one stays: none of them may turn out to be impossible in the middle of the training.
        NetworkSection.Restore<TNetwork, T>(ref network, networkSeed, attempt.Number > 0 ? bestState! : state, epochStart, lastFinite, state);
        return true;
    }

    private void SaveAfterStep(ref TNetwork network)
    {
        if (options.Checkpoint?.EverySteps is int steps && attempt.Step % steps == 0)
        {
            Save(ref network);
        }
    }

    private void SaveAfterEpoch(ref TNetwork network)
    {
        if (options.Checkpoint is CheckpointOptions checkpoint
            && (attempt.Epoch % checkpoint.EveryEpochs == 0 || attempt.Step % checkpoint.EverySteps == 0))
        {
            Save(ref network);
        }
    }

    /// <summary>Saves a training that is cancelled within an epoch: it will go on from there.</summary>
    private void SaveCancelled(ref TNetwork network)
    {
        if (options.Checkpoint is not null)
        {
            Save(ref network);
            isEndSaved = true;
        }
    }

    private void SaveEnd(ref TNetwork network)
    {
        if (options.Checkpoint is not null && !isEndSaved)
        {
            Save(ref network);
        }

        isEndSaved = false;
    }

    private void Save(ref TNetwork network)
    {
        writer ??= new CheckpointWriter();
        writer.Clear();
        NetworkSection.Write<TNetwork, T>(writer, ref network);
        writer.Write(true);
        WriteRun(writer);
        CheckpointFormat.Envelope.Write(options.Checkpoint!.Path, writer.Written);
    }

    private void WriteRun(CheckpointWriter writer)
    {
        writer.Write(fingerprint.Rows);
        writer.Write(options.BatchSize ?? fingerprint.Rows);
        writer.Write(options.Shuffle);
        writer.Write(options.ShuffleSeed);
        writer.Write(baseRate);
        writer.Write(ScheduleKind);
        writer.Write(options.LearningRateSchedule?.StateLength ?? 0);
        writer.Write(options.EarlyStopping is not null);
        writer.Write(options.EarlyStopping?.Monitor ?? string.Empty);
        writer.Write(options.EarlyStopping?.Maximize ?? false);
        writer.Write(best is not null);
        writer.Write(targetLoss);
        writer.Write((int)fingerprint.Data);
        writer.Write((int)fingerprint.Validation);
        writer.Write(seed);
        writer.Write(totalEpochs);
        writer.Write((elapsedBefore + pace.Elapsed).Ticks);
        epochStart.Write(writer);
        lastFinite.Write(writer);
        attempt.Write(writer);
        if (best is not null)
        {
            writer.Write(everyAttemptDiverged);
            writer.Write(bestLoss);
            best.Write(writer);
            bestState!.Write(writer);
        }
    }

    /// <summary>Reads the run, and returns the target that it had.</summary>
    private double ReadRun(ref CheckpointReader reader)
    {
        reader.Expect(fingerprint.Rows, "a number of rows of");
        reader.Expect(options.BatchSize ?? fingerprint.Rows, "a BatchSize of");
        reader.Expect(options.Shuffle, "Shuffle");
        reader.Expect(options.ShuffleSeed, "a ShuffleSeed of");
        reader.Expect(baseRate, "a LearningRate of");
        reader.Expect(ScheduleKind, "a LearningRateSchedule of the kind");
        reader.Expect(options.LearningRateSchedule?.StateLength ?? 0, "a LearningRateSchedule whose memory has a length of");
        reader.Expect(options.EarlyStopping is not null, "EarlyStopping");
        reader.Expect(options.EarlyStopping?.Monitor ?? string.Empty, "an EarlyStopping.Monitor of");
        reader.Expect(options.EarlyStopping?.Maximize ?? false, "EarlyStopping.Maximize");
        reader.Expect(best is not null, "TargetLoss");
        double target = reader.ReadDouble();
        reader.Expect((int)fingerprint.Data, "other data (inputs, targets or weights), with a checksum of");
        reader.Expect((int)fingerprint.Validation, "other validation data, with a checksum of");
        seed = reader.ReadInt32();
        totalEpochs = reader.ReadCount("epochs");
        elapsedBefore = CheckpointChecks.Time(reader.ReadInt64());
        epochStart.Read(ref reader);
        lastFinite.Read(ref reader);
        attempt.Read(ref reader, batchCount);
        if (best is not null)
        {
            everyAttemptDiverged = reader.ReadBoolean();
            bestLoss = reader.ReadDouble();
            best.Read(ref reader, batchCount);
            bestState!.Read(ref reader);
        }

        return target;
    }

    /// <summary>Throws unless the seeds are those of the attempts' numbers, and the epochs enough for both attempts.</summary>
    private void CheckSeeds()
    {
        CheckpointChecks.Holds(attempt.Number == 0 || best is not null, $"there are {attempt.Number} restarts, and no target that one is for");
        CheckpointChecks.Holds(attempt.Seed == SeedOf(attempt.Number), $"{attempt.Seed} is not the seed of attempt {attempt.Number}");
        long epochs = attempt.Epoch;
        if (best is not null && attempt.Number > 0)
        {
            CheckpointChecks.Within(best.Number, 0, attempt.Number - 1, "as the best attempt number");
            CheckpointChecks.Holds(best.Seed == SeedOf(best.Number), $"{best.Seed} is not the seed of attempt {best.Number}");
            CheckpointChecks.Holds(best.FinalLoss.Equals(bestLoss), "the lowest loss is not that of the best attempt");
            epochs += best.Epoch;
        }

        CheckpointChecks.Holds(
            attempt.Number == 0 ? totalEpochs == epochs : totalEpochs >= Math.Min(epochs, int.MaxValue),
            $"{totalEpochs} epochs in all are not those of its attempts, {epochs}");
    }

    /// <summary>Throws unless what the schedule remembers leads to a learning rate.</summary>
    private void CheckSchedule()
    {
        if (options.LearningRateSchedule is LearningRateSchedule schedule && !attempt.IsOver)
        {
            CheckpointChecks.NotNegative(schedule.Rate(baseRate, Position, attempt.ScheduleState), "a schedule's memory that leads to a learning rate of");
        }
    }

    private int SeedOf(int number) => number == 0 ? seed : DeriveSeed(seed, number);

    private string ScheduleKind => options.LearningRateSchedule?.GetType().Name ?? "none";

    private static uint Checksum(in TrainingRows<T, TTarget> rows)
    {
        uint checksum = FileEnvelope.Checksum(0, MemoryMarshal.AsBytes(rows.Inputs));
        checksum = FileEnvelope.Checksum(checksum, MemoryMarshal.AsBytes(rows.Targets));
        return FileEnvelope.Checksum(checksum, MemoryMarshal.AsBytes(rows.Weights));
    }

    /// <summary>What the data of the training is known by.</summary>
    private readonly record struct Fingerprint(int Rows, uint Data, uint Validation);
}
