using System.Numerics;
using System.Runtime.InteropServices;
using XorGen.Numerics;

namespace XorGen.Training;

/// <summary>One call of <c>Fit</c>: attempts, each of them epochs, until the target is reached or the options say stop.</summary>
internal sealed partial class TrainingRun<TNetwork, T, TTarget, TRows>
    where TNetwork : ITrainable<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TTarget : unmanaged
    where TRows : ITargetRows<TNetwork, T, TTarget>
{
    private readonly TrainingOptions options;
    private readonly Batches<T, TTarget> batches;
    private readonly double baseRate;
    private readonly T constantRate;
    private readonly TrainingCallback[] callbacks;
    private readonly TrainingEpoch? epochEnd;
    private readonly Baseline baselineKind;
    private readonly Pace pace;

    // The state at the start of the epoch under way, and the last one that is known to be finite, its loss included.
    private NetworkState<T> epochStart;
    private NetworkState<T> lastFinite;

    // The attempt under way and, with a target, the best of those before it.
    private Attempt<T> attempt;
    private Attempt<T>? best;
    private readonly NetworkState<T>? bestState;
    private double bestLoss = double.PositiveInfinity;
    private int seed;
    private int totalEpochs;
    private bool everyAttemptDiverged = true;

    // The loss of the best constant prediction, computed when it is first needed.
    private double? baseline;
    private TimeSpan elapsedBefore;

    public TrainingRun(ref TNetwork network, in TrainingRows<T, TTarget> rows, TrainingOptions options, Baseline baselineKind)
    {
        this.options = options;
        this.baselineKind = baselineKind;
        baseRate = options.LearningRate ?? network.Description.DefaultLearningRate;
        constantRate = T.CreateChecked(baseRate);
        batches = new Batches<T, TTarget>(rows, options.BatchSize ?? rows.Count, options);
        callbacks = Copy(options.Callbacks);
        epochEnd = callbacks.Length == 0 ? null : new TrainingEpoch { Epochs = options.Epochs };
        pace = new Pace(rows.Count);
        epochStart = NetworkState<T>.For(ref network);
        lastFinite = NetworkState<T>.For(ref network);
        attempt = NewAttempt(ref network);
        if (options.TargetLoss is not null)
        {
            best = NewAttempt(ref network);
            bestState = NetworkState<T>.For(ref network);
        }
    }

    public TrainingReport Start(
        ref TNetwork network, in TrainingRows<T, TTarget> rows, in TrainingRows<T, TTarget> validation, int networkSeed)
    {
        if (options.Checkpoint is null || !Resume(ref network, rows, validation))
        {
            seed = networkSeed;
            Begin(ref network, 0, seed);
        }

        foreach (TrainingCallback callback in callbacks)
        {
            callback.OnTrainingBegin();
        }

        var threaded = network as IThreadedTraining;
        threaded?.UseThreads(options.MaxDegreeOfParallelism);
        TrainingReport report;
        try
        {
            report = RunAttempts(ref network, rows, validation);
        }
        finally
        {
            threaded?.UseThreads(1);
        }

        foreach (TrainingCallback callback in callbacks)
        {
            callback.OnTrainingEnd(report);
        }

        return report;
    }

    private TrainingReport RunAttempts(
        ref TNetwork network, in TrainingRows<T, TTarget> rows, in TrainingRows<T, TTarget> validation)
    {
        while (true)
        {
            StopReason? reason = RunAttempt(ref network, rows, validation);
            if (best is null || bestState is null || reason == StopReason.TargetReached)
            {
                return Report(attempt, reason ?? StopReason.EpochsCompleted);
            }

            int number = attempt.Number;
            KeepIfBest(ref network);
            everyAttemptDiverged &= reason == StopReason.Diverged;
            bool isStopped = reason is StopReason.Cancelled or StopReason.StoppedByCallback;
            if (isStopped || number == options.MaxRestarts)
            {
                bestState.Restore(ref network);
                network.Seed = best.Seed;
                StopReason missed = everyAttemptDiverged ? StopReason.Diverged : StopReason.TargetMissed;
                return Report(best, isStopped ? reason!.Value : missed, number);
            }

            int attemptSeed = DeriveSeed(seed, number + 1);
            network.Initialize(attemptSeed);
            Begin(ref network, number + 1, attemptSeed);
        }
    }

    private void Begin(ref TNetwork network, int number, int attemptSeed)
    {
        attempt.Begin(number, attemptSeed);
        attempt.LearningRate = baseRate;
        options.LearningRateSchedule?.Start(baseRate, attempt.ScheduleState);
        lastFinite.Capture(ref network);
    }

    /// <summary>
    /// Trains until the attempt is over, and leaves its result in the network; returns null when all epochs are run or the
    /// attempt is stuck.
    /// </summary>
    private StopReason? RunAttempt(
        ref TNetwork network, in TrainingRows<T, TTarget> rows, in TrainingRows<T, TTarget> validation)
    {
        while (!attempt.IsOver)
        {
            if (attempt.Epoch >= options.Epochs)
            {
                attempt.End(null);
            }
            else if (options.CancellationToken.IsCancellationRequested)
            {
                attempt.End(StopReason.Cancelled);
            }
            else if (RunEpoch(ref network, rows))
            {
                double loss = attempt.EpochLoss;
                if (double.IsFinite(loss))
                {
                    CompleteEpoch(ref network, rows, validation, loss);
                }
                else
                {
                    Abandon(ref network, epochStart, StopReason.Diverged);
                }
            }
        }

        if (options.Checkpoint is not null)
        {
            SaveEnd(ref network);
        }

        return FinishAttempt(ref network, rows, validation);
    }

    /// <summary>
    /// Trains on all batches; returns whether the epoch is complete. If not, the attempt is over, and the network as it was
    /// at the epoch's start.
    /// </summary>
    private bool RunEpoch(ref TNetwork network, in TrainingRows<T, TTarget> rows)
    {
        if (attempt.Batch == 0)
        {
            // Every epoch: without the detour through a generic method, which costs as much as the copy for a tiny network.
            network.GetState(epochStart.Numbers, epochStart.Counters);
            if (!epochStart.HasFiniteParameters)
            {
                return Abandon(ref network, lastFinite, StopReason.Diverged);
            }
        }

        batches.Shuffle(totalEpochs);
        try
        {
            Step(ref network, rows);
            while (attempt.Batch < batches.Count)
            {
                if (options.Checkpoint is not null)
                {
                    SaveAfterStep(ref network);
                }

                if (options.CancellationToken.IsCancellationRequested)
                {
                    SaveCancelled(ref network);
                    return Abandon(ref network, epochStart, StopReason.Cancelled);
                }

                Step(ref network, rows);
            }
        }
        catch
        {
            epochStart.Restore(ref network);
            throw;
        }

        return true;
    }

    private bool Abandon(ref TNetwork network, NetworkState<T> state, StopReason reason)
    {
        state.Restore(ref network);
        attempt.BeginEpoch();
        attempt.End(reason);
        return false;
    }

    private void Step(ref TNetwork network, in TrainingRows<T, TTarget> rows)
    {
        T rate = options.LearningRateSchedule is null ? constantRate : ScheduledRate(options.LearningRateSchedule);
        if (batches.Count == 1)
        {
            // The mean of one batch is its loss, without rounding.
            attempt.CompleteStep(double.CreateTruncating(TRows.Train(ref network, rows, rate)), 1);
            return;
        }

        TrainingRows<T, TTarget> batch = batches.Batch(rows, attempt.Batch);
        double weight = batch.Weights.IsEmpty ? batch.Count : Sum(batch.Weights);
        double loss = weight > 0 ? double.CreateTruncating(TRows.Train(ref network, batch, rate)) : 0;
        attempt.CompleteStep(loss, weight);
    }

    private T ScheduledRate(LearningRateSchedule schedule)
    {
        double rate = schedule.Rate(baseRate, Position, attempt.ScheduleState);
        attempt.LearningRate = rate;
        return rate >= 0 && double.IsFinite(rate)
            ? T.CreateTruncating(rate)
            : throw new InvalidOperationException($"The schedule gives a learning rate of {rate} at step {attempt.Step}.");
    }

    private void CompleteEpoch(
        ref TNetwork network, in TrainingRows<T, TTarget> rows, in TrainingRows<T, TTarget> validation, double loss)
    {
        (epochStart, lastFinite) = (lastFinite, epochStart);
        attempt.CompleteEpoch();
        totalEpochs++;
        pace.CompleteEpoch();
        double? validationLoss = validation.Inputs.IsEmpty ? null : Evaluate(ref network, validation);
        options.LearningRateSchedule?.EpochCompleted(validationLoss ?? loss, Position, attempt.ScheduleState);
        bool isRecorded = (attempt.Epoch - 1) % options.LossHistoryInterval == 0;
        if (isRecorded)
        {
            attempt.Losses.Add(loss);
            if (validationLoss is double value)
            {
                attempt.ValidationLosses.Add(value);
            }
        }

        // What is not asked for is not called, so that a short program need not compile it.
        bool isStopped = epochEnd is not null && CallBack(epochEnd, loss, validationLoss);
        bool isEnough = attempt.Monitor is not null && StopsEarly(ref network, attempt.Monitor, loss, validationLoss);
        if (isRecorded && options.Progress is not null)
        {
            ReportProgress(loss, validationLoss);
        }

        if (options.TargetLoss is double target && loss <= target && Evaluate(ref network, rows) <= target)
        {
            attempt.End(StopReason.TargetReached);
        }
        else if (isStopped || isEnough)
        {
            attempt.End(isStopped ? StopReason.StoppedByCallback : StopReason.StoppedEarly);
        }
        else if (options.TargetLoss is not null && attempt.IsStalled(loss) && attempt.HasLeft(baseline ??= Baseline(ref network, rows)))
        {
            attempt.GiveUp();
        }
        else if (options.Checkpoint is not null)
        {
            SaveAfterEpoch(ref network);
        }
    }

    /// <summary>Calls the callbacks and returns whether one of them asks to stop.</summary>
    private bool CallBack(TrainingEpoch epochEnd, double loss, double? validationLoss)
    {
        epochEnd.Begin();
        epochEnd.Epoch = attempt.Epoch;
        epochEnd.Restarts = attempt.Number;
        epochEnd.Loss = loss;
        epochEnd.ValidationLoss = validationLoss;
        epochEnd.LearningRate = attempt.LearningRate;
        epochEnd.History = attempt.Metrics;
        foreach (TrainingCallback callback in callbacks)
        {
            callback.OnEpochEnd(epochEnd);
        }

        return epochEnd.IsStopRequested;
    }

    /// <summary>Shows the epoch to the monitor of early stopping and returns whether it has seen enough.</summary>
    private bool StopsEarly(ref TNetwork network, EarlyStoppingMonitor<T> monitor, double loss, double? validationLoss)
    {
        double value = validationLoss ?? loss;
        if (options.EarlyStopping?.Monitor is string metric && epochEnd?.Metrics.TryGetValue(metric, out value) != true)
        {
            return attempt.Metrics.ContainsKey(metric)
                ? false
                : throw new InvalidOperationException($"EarlyStopping monitors \"{metric}\", which no callback has recorded after epoch {attempt.Epoch}.");
        }

        if (monitor.IsBest(attempt.Epoch - 1, value))
        {
            if (validationLoss is null && options.EarlyStopping?.Monitor is null && batches.Count == 1)
            {
                // The loss is that of the epoch's start, which is now the last finite state.
                monitor.Keep(lastFinite);
            }
            else
            {
                monitor.Keep(ref network);
            }
        }

        return monitor.IsExhausted;
    }

    private void ReportProgress(double loss, double? validationLoss) =>
        options.Progress?.Report(pace.Measure(new TrainingProgress(attempt.Epoch, options.Epochs, loss, attempt.Number)
        {
            ValidationLoss = validationLoss,
            LearningRate = attempt.LearningRate,
        }));

    /// <summary>Puts the attempt's result into the network: the best epoch, or the last finite one.</summary>
    private StopReason? FinishAttempt(
        ref TNetwork network, in TrainingRows<T, TTarget> rows, in TrainingRows<T, TTarget> validation)
    {
        StopReason? reason = attempt.Reason;
        if (reason is null or StopReason.StoppedEarly or StopReason.StoppedByCallback)
        {
            attempt.Monitor?.Restore(ref network);
        }

        attempt.FinalLoss = Evaluate(ref network, rows);
        epochStart.Capture(ref network);
        if (!double.IsFinite(attempt.FinalLoss) || !epochStart.HasFiniteParameters)
        {
            lastFinite.Restore(ref network);
            attempt.FinalLoss = Evaluate(ref network, rows);
            reason = StopReason.Diverged;
        }

        attempt.FinalValidationLoss = validation.Inputs.IsEmpty ? null : Evaluate(ref network, validation);

        // The last step may have reached what the loss before it had not.
        return reason is null && attempt.FinalLoss <= options.TargetLoss ? StopReason.TargetReached : reason;
    }

    // By hand: System.Linq takes milliseconds to load, and a short program has no other need of it.
    private static TrainingCallback[] Copy(IReadOnlyList<TrainingCallback> callbacks)
    {
        var copy = new TrainingCallback[callbacks.Count];
        for (int i = 0; i < copy.Length; i++)
        {
            copy[i] = callbacks[i];
        }

        return copy;
    }

    private static double Evaluate(ref TNetwork network, in TrainingRows<T, TTarget> rows) =>
        double.CreateTruncating(TRows.Evaluate(ref network, rows));

    private double Baseline(ref TNetwork network, in TrainingRows<T, TTarget> rows) =>
        TRows.Baseline(baselineKind, rows, network.Description.OutputCount);

    private static double Sum(ReadOnlySpan<T> weights)
    {
        double sum = 0;
        foreach (T weight in weights)
        {
            sum += double.CreateTruncating(weight);
        }

        return sum;
    }

    private TrainingPosition Position => new(attempt.Epoch, attempt.Step, options.Epochs, batches.Count);

    private void KeepIfBest(ref TNetwork network)
    {
        // Anything is better than what is not finite, which the first attempt too is compared with.
        if (attempt.FinalLoss < bestLoss || !double.IsFinite(bestLoss))
        {
            bestLoss = attempt.FinalLoss;
            bestState!.Capture(ref network);
            (attempt, best) = (best!, attempt);
        }
    }

    private Attempt<T> NewAttempt(ref TNetwork network) => new(
        options,
        options.EarlyStopping is EarlyStopping early ? new EarlyStoppingMonitor<T>(early, NetworkState<T>.For(ref network)) : null);

    private TrainingReport Report(Attempt<T> source, StopReason reason, int? restarts = null)
    {
        var report = new TrainingReport(source.Losses, source.FinalLoss, totalEpochs, restarts ?? source.Number, source.Seed, reason, elapsedBefore + pace.Elapsed)
        {
            ValidationLossHistory = source.ValidationLosses,
            FinalValidationLoss = source.FinalValidationLoss,
            BestEpoch = source.Monitor?.BestEpoch,
        };
        return source.Metrics.Count == 0 ? report : report with { Metrics = source.RecordedMetrics() };
    }

    /// <summary>Mixes the seed and the number of the restart, so that neighbouring seeds do not share attempts.</summary>
    private static int DeriveSeed(int seed, int restart) =>
        (int)new RandomSource(((ulong)(uint)restart << 32) | (uint)seed).NextUInt64();
}
