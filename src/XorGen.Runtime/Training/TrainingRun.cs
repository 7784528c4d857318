using System.Globalization;
using System.Numerics;
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

    // Null where all rows are one batch.
    private readonly Batches<T, TTarget>? batches;
    private readonly int batchCount = 1;
    private readonly double baseRate;
    private readonly T constantRate;
    private readonly bool hasTarget;
    private readonly double targetLoss;
    private readonly TrainingCallback[] callbacks;
    private readonly TrainingEpoch? epochEnd;
    private readonly bool isWatched;
    private readonly Baseline baselineKind;
    private readonly int outputCount;
    private readonly NetworkDescription description;
    private readonly TrainingLog? log;
    private readonly Pace pace;

    // The state at the start of the epoch under way, and the last one that is known to be finite, its loss included.
    private NetworkState<T> epochStart;
    private NetworkState<T> lastFinite;

    // The attempt under way and, with a target, the best of those before it.
    private Attempt<T> attempt;
    private Attempt<T>? best;
    private readonly NetworkState<T>? bestState;
    private Attempt<T>? reported;
    private double bestLoss = double.PositiveInfinity;
    private int seed;
    private int totalEpochs;
    private bool everyAttemptDiverged = true;

    private double baseline = double.NaN;
    private TimeSpan elapsedBefore;

    public TrainingRun(
        ref TNetwork network, in TrainingRows<T, TTarget> rows, NetworkDescription description, TrainingOptions options, Baseline baselineKind)
    {
        this.options = options;
        this.baselineKind = baselineKind;
        outputCount = description.OutputCount;
        this.description = description;
        log = options.Verbose ? new TrainingLog(options) : null;
        baseRate = options.LearningRate ?? description.DefaultLearningRate;
        constantRate = T.CreateTruncating(baseRate);
        if (options.BatchSize is int batchSize && batchSize < rows.Count)
        {
            // Where a step is worth several threads, they gather its rows too. A parameter is about a multiply-add of a row.
            int threads = network is IThreadedTraining ? WorkerTeam.Members(options.MaxDegreeOfParallelism, (long)batchSize * description.ParameterCount) : 1;
            batches = new Batches<T, TTarget>(rows, batchSize, threads, options);
            batchCount = batches.Count;
        }

        // The default, an array without elements, is not asked for its length by way of an interface.
        callbacks = options.Callbacks is TrainingCallback[] { Length: 0 } none ? none : Copy(options.Callbacks);
        epochEnd = callbacks.Length == 0 ? null : new TrainingEpoch { Epochs = options.Epochs };
        isWatched = epochEnd is not null || options.Validation is not null || options.LearningRateSchedule is not null
            || options.EarlyStopping is not null || options.Progress is not null || log is not null;
        pace = new Pace(rows.Count);
        (int parameters, int states, int counters) = (description.ParameterCount, network.StateCount, network.CounterCount);
        epochStart = new NetworkState<T>(parameters, states, counters);
        lastFinite = new NetworkState<T>(parameters, states, counters);
        attempt = NewAttempt(ref network);
        if (options.TargetLoss is double target)
        {
            hasTarget = true;
            targetLoss = target;
            best = NewAttempt(ref network);
            bestState = new NetworkState<T>(parameters, states, counters);
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

        if (epochEnd is not null)
        {
            OnTrainingBegin();
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

        TrainingHint[]? hints = HintSearch<TNetwork, T, TTarget, TRows>.Find(
            ref network, rows, description, reported!, report.StopReason, baseRate, baselineKind);
        if (hints is not null)
        {
            report = report with { Hints = hints };
        }

        log?.WriteEnd(report);
        if (epochEnd is not null)
        {
            OnTrainingEnd(report);
        }

        return report;
    }

    private TrainingReport RunAttempts(
        ref TNetwork network, in TrainingRows<T, TTarget> rows, in TrainingRows<T, TTarget> validation)
    {
        while (true)
        {
            StopReason? reason = RunAttempt(ref network, rows, validation);
            if (best is null || reason == StopReason.TargetReached)
            {
                return Report(attempt, reason ?? StopReason.EpochsCompleted, attempt.Number);
            }

            (int number, int epochs, double loss) = (attempt.Number, attempt.Epoch, attempt.FinalLoss);
            KeepIfBest(ref network);
            everyAttemptDiverged &= reason == StopReason.Diverged;
            bool isStopped = reason is StopReason.Cancelled or StopReason.StoppedByCallback;
            
            // A resumed training may have made more restarts than the options now allow.
            if (isStopped || number >= options.MaxRestarts)
            {
                return GiveBest(ref network, best, isStopped ? reason : null, number);
            }

            int attemptSeed = DeriveSeed(seed, number + 1);
            log?.WriteRestart(number + 1, attemptSeed, epochs, loss);
            network.Initialize(attemptSeed);
            Begin(ref network, number + 1, attemptSeed);
        }
    }

    /// <summary>Gives the network the parameters of the best attempt when no further one follows.</summary>
    private TrainingReport GiveBest(ref TNetwork network, Attempt<T> best, StopReason? stopped, int restarts)
    {
        bestState!.Restore(ref network);
        network.Seed = best.Seed;
        return Report(best, stopped ?? (everyAttemptDiverged ? StopReason.Diverged : StopReason.TargetMissed), restarts);
    }

    private void Begin(ref TNetwork network, int number, int attemptSeed)
    {
        attempt.Begin(number, attemptSeed);
        attempt.LearningRate = baseRate;
        options.LearningRateSchedule?.Start(baseRate, attempt.ScheduleState);
        network.GetState(lastFinite.Numbers, lastFinite.Counters);
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
            // Without the detour through a generic method, which costs as much as the copy for a tiny network.
            network.GetState(epochStart.Numbers, epochStart.Counters);
            if (!epochStart.HasFiniteParameters)
            {
                return Abandon(ref network, lastFinite, StopReason.Diverged);
            }
        }

        try
        {
            if (batches is not null)
            {
                return RunBatches(ref network, rows, batches);
            }

            // The mean of one batch is its loss, without rounding.
            attempt.CompleteStep(double.CreateTruncating(TRows.Train(ref network, rows, Rate)), 1);
        }
        catch
        {
            epochStart.Restore(ref network);
            throw;
        }

        return true;
    }

    private bool RunBatches(ref TNetwork network, in TrainingRows<T, TTarget> rows, Batches<T, TTarget> batches)
    {
        batches.Shuffle(totalEpochs);
        Step(ref network, batches.Batch(rows, attempt.Batch));
        while (attempt.Batch < batchCount)
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

            Step(ref network, batches.Batch(rows, attempt.Batch));
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

    private T Rate => options.LearningRateSchedule is null ? constantRate : ScheduledRate(options.LearningRateSchedule);

    private void Step(ref TNetwork network, in TrainingRows<T, TTarget> batch)
    {
        T rate = Rate;
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
            : throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"options.LearningRateSchedule gives a learning rate of {rate} at step {attempt.Step}."));
    }

    private void CompleteEpoch(
        ref TNetwork network, in TrainingRows<T, TTarget> rows, in TrainingRows<T, TTarget> validation, double loss)
    {
        (epochStart, lastFinite) = (lastFinite, epochStart);
        attempt.CompleteEpoch();
        totalEpochs += totalEpochs < int.MaxValue ? 1 : 0;
        pace.CompleteEpoch();
        bool isRecorded = (attempt.Epoch - 1) % options.LossHistoryInterval == 0;
        if (isRecorded)
        {
            attempt.Losses.Add(loss);
        }

        // What is not asked for is not called, so that a short program need not compile it.
        StopReason? stopped = isWatched ? Watch(ref network, validation, loss, isRecorded) : null;
        bool isStalled = hasTarget && attempt.IsStalled(loss) && options.MaxRestarts > 0;
        if (hasTarget && loss <= targetLoss && Evaluate(ref network, rows) <= targetLoss)
        {
            attempt.End(StopReason.TargetReached);
        }
        else if (stopped is not null)
        {
            attempt.End(stopped);
        }
        else if (isStalled && attempt.HasLeft(Baseline(rows)))
        {
            attempt.GiveUp();
        }
        else if (options.Checkpoint is not null)
        {
            SaveAfterEpoch(ref network);
        }
    }

    /// <summary>Shows the epoch to all who watch the training; returns why it stops, where one of them asks for it.</summary>
    private StopReason? Watch(ref TNetwork network, in TrainingRows<T, TTarget> validation, double loss, bool isRecorded)
    {
        bool isLogged = log is not null && log.IsDue(attempt.Epoch);
        bool isLookedAt = isRecorded || isLogged || epochEnd is not null || attempt.Monitor is not null || options.LearningRateSchedule is not null;
        double? validationLoss = isLookedAt && !validation.Inputs.IsEmpty ? Evaluate(ref network, validation) : null;
        options.LearningRateSchedule?.EpochCompleted(validationLoss ?? loss, Position, attempt.ScheduleState);
        if (isRecorded && validationLoss is double value)
        {
            attempt.ValidationLosses.Add(value);
        }

        bool isStopped = epochEnd is not null && CallBack(epochEnd, loss, validationLoss);
        bool isEnough = attempt.Monitor is not null && StopsEarly(ref network, attempt.Monitor, loss, validationLoss);
        if (isRecorded && options.Progress is not null)
        {
            ReportProgress(loss, validationLoss);
        }

        if (isLogged)
        {
            log!.WriteEpoch(Measure(loss, validationLoss), epochEnd?.Metrics);
        }

        return isStopped ? StopReason.StoppedByCallback : isEnough ? StopReason.StoppedEarly : null;
    }

    private void OnTrainingBegin()
    {
        foreach (TrainingCallback callback in callbacks)
        {
            callback.OnTrainingBegin();
        }
    }

    private void OnTrainingEnd(TrainingReport report)
    {
        foreach (TrainingCallback callback in callbacks)
        {
            callback.OnTrainingEnd(report);
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
        epochEnd.History = attempt.Metrics ??= new MetricHistory();
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
            return attempt.Metrics?.Contains(metric) == true
                ? false
                : throw new InvalidOperationException($"options.EarlyStopping.Monitor is \"{metric}\", which no callback has recorded after epoch {attempt.Epoch}.");
        }

        if (monitor.IsBest(attempt.Epoch, value))
        {
            if (validationLoss is null && options.EarlyStopping?.Monitor is null && batches is null)
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
        options.Progress?.Report(Measure(loss, validationLoss));

    private TrainingProgress Measure(double loss, double? validationLoss) =>
        pace.Measure(new TrainingProgress(attempt.Epoch, options.Epochs, loss, attempt.Number)
        {
            ValidationLoss = validationLoss,
            LearningRate = attempt.LearningRate,
        });

    /// <summary>Puts the attempt's result into the network: the best epoch, or the last finite one.</summary>
    private StopReason? FinishAttempt(
        ref TNetwork network, in TrainingRows<T, TTarget> rows, in TrainingRows<T, TTarget> validation)
    {
        StopReason? reason = attempt.Reason;
        if (attempt.Monitor is not null)
        {
            RestoreBestEpoch(ref network, attempt.Monitor);
        }

        attempt.FinalLoss = Evaluate(ref network, rows);
        network.GetState(epochStart.Numbers, epochStart.Counters);
        if (!double.IsFinite(attempt.FinalLoss) || !epochStart.HasFiniteParameters)
        {
            reason = StopReason.Diverged;
            TakeBack(ref network, rows);
        }

        if (options.Validation is not null)
        {
            attempt.FinalValidationLoss = Evaluate(ref network, validation);
        }

        // The last step may have reached what the loss before it had not.
        return reason is null && hasTarget && attempt.FinalLoss <= targetLoss ? StopReason.TargetReached : reason;
    }

    private void RestoreBestEpoch(ref TNetwork network, EarlyStoppingMonitor<T> monitor)
    {
        if (attempt.Reason is null or StopReason.StoppedEarly or StopReason.StoppedByCallback)
        {
            monitor.Restore(ref network);
        }
    }

    /// <summary>Goes back to the last finite state.</summary>
    private void TakeBack(ref TNetwork network, in TrainingRows<T, TTarget> rows)
    {
        lastFinite.Restore(ref network);
        attempt.FinalLoss = Evaluate(ref network, rows);
    }

    // By hand: System.Linq takes milliseconds to load, and a short program has no other need of it.
    private static TrainingCallback[] Copy(IReadOnlyList<TrainingCallback> callbacks)
    {
        var copy = new TrainingCallback[callbacks.Count];
        for (int i = 0; i < copy.Length; i++)
        {
            copy[i] = callbacks[i] ?? throw new ArgumentException($"options.Callbacks has null at index {i}.");
        }

        return copy;
    }

    private static double Evaluate(ref TNetwork network, in TrainingRows<T, TTarget> rows) =>
        double.CreateTruncating(TRows.Evaluate(ref network, rows));

    /// <summary>The loss of the best constant prediction, computed when it is first needed.</summary>
    private double Baseline(in TrainingRows<T, TTarget> rows)
    {
        if (double.IsNaN(baseline))
        {
            baseline = TRows.Baseline(baselineKind, rows, outputCount);
        }

        return baseline;
    }

    /// <summary>Adds weights in the order of the rows. Not <see cref="RowWeights.Sum"/>: its four partial sums would give epochs other losses.</summary>
    private static double Sum(ReadOnlySpan<T> weights)
    {
        double sum = 0;
        foreach (T weight in weights)
        {
            sum += double.CreateTruncating(weight);
        }

        return sum;
    }

    private TrainingPosition Position => new(attempt.Epoch, attempt.Step, options.Epochs, batchCount);

    private void KeepIfBest(ref TNetwork network)
    {
        // Anything is better than what is not finite, which the first attempt too is compared with.
        if (attempt.FinalLoss < bestLoss || !double.IsFinite(bestLoss))
        {
            bestLoss = attempt.FinalLoss;
            network.GetState(bestState!.Numbers, bestState.Counters);
            (attempt, best) = (best!, attempt);
        }
    }

    private Attempt<T> NewAttempt(ref TNetwork network) => new(
        options, options.EarlyStopping is null ? null : NewMonitor(ref network, options.EarlyStopping))
    {
        Metrics = epochEnd is null ? null : new MetricHistory(),
    };

    private static EarlyStoppingMonitor<T> NewMonitor(ref TNetwork network, EarlyStopping early) => new(early, NetworkState<T>.For(ref network));

    private TrainingReport Report(Attempt<T> source, StopReason reason, int restarts)
    {
        reported = source;
        var report = new TrainingReport(
            source.Losses.ToArray(), source.FinalLoss, totalEpochs, restarts, source.Seed, reason, elapsedBefore + pace.Elapsed);
        return isWatched || source.Metrics is not null ? source.Watched(report) : report;
    }

    /// <summary>Mixes the seed and the number of the restart, so that neighbouring seeds do not share attempts.</summary>
    private static int DeriveSeed(int seed, int restart) =>
        (int)new RandomSource(((ulong)(uint)restart << 32) | (uint)seed).NextUInt64();
}
