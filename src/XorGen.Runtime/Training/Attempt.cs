using System.Numerics;

namespace XorGen.Training;

/// <summary>An attempt: where it is, and what it has brought so far.</summary>
internal sealed class Attempt<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double[] scheduleState;
    private readonly double floor;
    private RestartRule rule;
    private double lossSum;
    private double weightSum;

    /// <param name="options">Of the training.</param>
    /// <param name="monitor">Watches for early stopping, or null.</param>
    public Attempt(TrainingOptions options, EarlyStoppingMonitor<T>? monitor)
    {
        scheduleState = new double[options.LearningRateSchedule?.StateLength ?? 0];
        floor = RestartRule.Floor(options.TargetLoss);
        Monitor = monitor;
        int capacity = Math.Min(((options.Epochs - 1) / options.LossHistoryInterval) + 1, 1 << 20);
        Losses = new Series(capacity);
        ValidationLosses = new Series(options.Validation is null ? 0 : capacity);
    }

    /// <summary>Gets its number: 0, then those of the restarts.</summary>
    public int Number { get; private set; }

    /// <summary>Gets the seed that its parameters started from.</summary>
    public int Seed { get; private set; }

    /// <summary>Gets the number of completed epochs.</summary>
    public int Epoch { get; private set; }

    /// <summary>Gets the number of batches that the epoch under way has trained on.</summary>
    public int Batch { get; private set; }

    /// <summary>Gets the number of steps.</summary>
    public long Step { get; private set; }

    /// <summary>Gets or sets the learning rate of the last step.</summary>
    public double LearningRate { get; set; }

    /// <summary>Gets the mean loss of the epoch under way, so far.</summary>
    public double EpochLoss => lossSum / weightSum;

    /// <summary>Gets a value indicating whether no further epoch follows.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Gets a value indicating whether it was given up by the restart rule.</summary>
    public bool IsStuck { get; private set; }

    /// <summary>Gets why it is over; null when all epochs were run, or it was given up.</summary>
    public StopReason? Reason { get; private set; }

    /// <summary>Gets or sets the mean loss over all rows at its end.</summary>
    public double FinalLoss { get; set; }

    /// <summary>Gets or sets that of the validation rows.</summary>
    public double? FinalValidationLoss { get; set; }

    public Series Losses { get; }

    public Series ValidationLosses { get; }

    /// <summary>Gets or sets what callbacks have recorded; null where there are none.</summary>
    public MetricHistory? Metrics { get; set; }

    public EarlyStoppingMonitor<T>? Monitor { get; }

    public Span<double> ScheduleState => scheduleState;

    /// <summary>Returns a report with what the training was watched for.</summary>
    public TrainingReport Watched(TrainingReport report)
    {
        report = report with
        {
            ValidationLossHistory = ValidationLosses.ToArray(),
            FinalValidationLoss = FinalValidationLoss,
            BestEpoch = Monitor?.BestEpoch,
        };
        return Metrics is null || Metrics.Count == 0 ? report : report with { Metrics = Metrics.ToReport() };
    }

    /// <summary>Starts it.</summary>
    public void Begin(int number, int seed)
    {
        Number = number;
        Seed = seed;
        Epoch = 0;
        Step = 0;
        IsOver = false;
        IsStuck = false;
        Reason = null;
        rule = new RestartRule(floor);
        Array.Clear(scheduleState);
        Losses.Clear();
        ValidationLosses.Clear();
        Metrics?.Clear();
        Monitor?.Reset();
        BeginEpoch();
    }

    /// <summary>Goes back to the start of the epoch under way.</summary>
    public void BeginEpoch()
    {
        Step -= Batch;
        Batch = 0;
        lossSum = 0;
        weightSum = 0;
    }

    /// <summary>Counts a step and adds its loss.</summary>
    public void CompleteStep(double loss, double weight)
    {
        lossSum += weight * loss;
        weightSum += weight;
        Batch++;
        Step++;
    }

    /// <summary>Counts the epoch under way.</summary>
    public void CompleteEpoch()
    {
        Epoch++;
        Batch = 0;
        lossSum = 0;
        weightSum = 0;
    }

    /// <summary>Takes the loss of the epoch just completed and returns whether it has stopped falling.</summary>
    public bool IsStalled(double loss) => rule.IsStalled(Epoch - 1, loss);

    /// <summary>Returns whether the loss has left the plateau of the constant prediction.</summary>
    public bool HasLeft(double baseline) => rule.HasLeft(baseline);

    /// <summary>Gives the attempt up.</summary>
    public void GiveUp()
    {
        IsStuck = true;
        End(null);
    }

    /// <summary>No further epoch follows.</summary>
    public void End(StopReason? reason)
    {
        IsOver = true;
        Reason = reason;
    }

    /// <summary>Goes on, where it was ended by nothing but the number of epochs, by being cancelled, or by a target that is no longer the target.</summary>
    public void Continue(int epochs, bool isTargetLower)
    {
        if (IsOver && ((Reason is null && !IsStuck && Epoch < epochs) || Reason == StopReason.Cancelled || (Reason == StopReason.TargetReached && isTargetLower)))
        {
            IsOver = false;
            Reason = null;
        }
    }

    public void Write(CheckpointWriter writer)
    {
        writer.Write(Number);
        writer.Write(Seed);
        writer.Write(Epoch);
        writer.Write(Batch);
        writer.Write(Step);
        writer.Write(lossSum);
        writer.Write(weightSum);
        writer.Write(LearningRate);
        writer.Write(IsOver);
        writer.Write(IsStuck);
        writer.Write(Reason is StopReason reason ? (int)reason : -1);
        writer.Write(FinalLoss);
        writer.Write(FinalValidationLoss ?? double.NaN);
        writer.Write(FinalValidationLoss is not null);
        writer.Write<double>(scheduleState);
        rule.Write(writer);
        writer.Write(Losses);
        writer.Write(ValidationLosses);
        writer.Write(Metrics?.Count ?? 0);
        Metrics?.Write(writer);
        Monitor?.Write(writer);
    }

    /// <summary>Reads an attempt.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <param name="stepsPerEpoch">How many steps an epoch of the training has.</param>
    /// <exception cref="InvalidDataException">No attempt of the training can have these numbers.</exception>
    public void Read(ref CheckpointReader reader, int stepsPerEpoch)
    {
        ReadPosition(ref reader, stepsPerEpoch);
        IsOver = reader.ReadBoolean();
        IsStuck = reader.ReadBoolean();
        ReadReason(ref reader);
        FinalLoss = reader.ReadDouble();
        double validationLoss = reader.ReadDouble();
        FinalValidationLoss = reader.ReadBoolean() ? validationLoss : null;
        reader.Read<double>(scheduleState);
        rule = new RestartRule(floor);
        rule.Read(ref reader, Epoch);
        reader.Read(Losses);
        CheckpointChecks.Within(Losses.Count, 0, Epoch, "a number of recorded losses of");
        reader.Read(ValidationLosses);
        CheckpointChecks.Within(ValidationLosses.Count, 0, Epoch, "a number of recorded validation losses of");
        int metrics = reader.ReadCount("metrics");
        Metrics = metrics == 0 ? null : new MetricHistory();
        Metrics?.Read(ref reader, metrics);
        Monitor?.Read(ref reader, Epoch);
    }

    private void ReadPosition(ref CheckpointReader reader, int stepsPerEpoch)
    {
        Number = reader.ReadCount("restarts");
        Seed = reader.ReadInt32();
        Epoch = reader.ReadCount("epochs");
        Batch = reader.ReadCount("batches");
        Step = reader.ReadInt64();
        lossSum = reader.ReadDouble();
        weightSum = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        CheckpointChecks.Within(Batch, 0, stepsPerEpoch - 1, "a number of batches of the epoch under way of");
        CheckpointChecks.Holds(
            Step == ((long)Epoch * stepsPerEpoch) + Batch, $"{Step} steps are not those of {Epoch} epochs of {stepsPerEpoch} batches and {Batch} more");
        CheckpointChecks.NotNegative(weightSum, "weights of the epoch under way that add up to");
        CheckpointChecks.Holds(Batch > 0 || (weightSum == 0 && lossSum == 0), "there are losses of an epoch that has not begun");
        CheckpointChecks.NotNegative(LearningRate, "a learning rate of");
    }

    private void ReadReason(ref CheckpointReader reader)
    {
        int reason = reader.ReadInt32();
        Reason = reason == -1 ? null
            : Enum.IsDefined((StopReason)reason) ? (StopReason)reason
            : throw new InvalidDataException($"The checkpoint has an unknown reason for stopping, {reason}.");
        CheckpointChecks.Holds(
            Reason is not (StopReason.EpochsCompleted or StopReason.TargetMissed), "an attempt ends for a reason that only a whole training has");
        CheckpointChecks.Holds(IsOver || (!IsStuck && Reason is null), "an attempt that is not over has a reason for its end");
        CheckpointChecks.Holds(!(IsStuck && Reason is not null), "an attempt that was given up has another reason for its end");
    }
}
