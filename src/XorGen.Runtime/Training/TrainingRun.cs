using System.Diagnostics;
using System.Numerics;
using XorGen.Numerics;

namespace XorGen.Training;

/// <summary>One call of <c>Fit</c>: attempts, each of them epochs, until the target is reached or the options say stop.</summary>
internal sealed class TrainingRun<TNetwork, T, TTarget, TRows>
    where TNetwork : INetwork<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TTarget : unmanaged
    where TRows : ITargetRows<TNetwork, T, TTarget>
{
    private readonly TrainingOptions options;
    private readonly Batches<T, TTarget> batches;
    private readonly T learningRate;
    private readonly double baseline;

    // The parameters at the start of the epoch under way, and the last ones whose loss is known to be finite.
    private T[] epochStart;
    private T[] lastFinite;

    private List<double> history;
    private List<double> bestHistory;
    private readonly T[] bestParameters;
    private double bestLoss = double.PositiveInfinity;
    private int bestSeed;
    private int totalEpochs;
    private bool everyAttemptDiverged = true;

    public TrainingRun(NetworkDescription description, int rows, int targetWidth, TrainingOptions options, double baseline)
    {
        Check(options, rows);
        this.options = options;
        this.baseline = baseline;
        learningRate = T.CreateChecked(options.LearningRate ?? description.DefaultLearningRate);
        batches = new Batches<T, TTarget>(rows, options.BatchSize ?? rows, description.InputCount, targetWidth, options);
        epochStart = new T[description.ParameterCount];
        lastFinite = new T[description.ParameterCount];
        bestParameters = new T[options.TargetLoss is null ? 0 : description.ParameterCount];
        history = NewHistory();
        bestHistory = options.TargetLoss is null ? [] : NewHistory();
    }

    public TrainingReport Start(ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, int seed)
    {
        long start = Stopwatch.GetTimestamp();
        int attemptSeed = seed;
        int restarts = 0;
        while (true)
        {
            StopReason? reason = RunAttempt(ref network, inputs, targets, restarts, out double loss);
            if (options.TargetLoss is null || reason == StopReason.TargetReached)
            {
                return Report(history, loss, restarts, attemptSeed, reason ?? StopReason.EpochsCompleted, start);
            }

            KeepIfBest(ref network, loss, attemptSeed);
            everyAttemptDiverged &= reason == StopReason.Diverged;
            if (reason == StopReason.Cancelled || restarts == options.MaxRestarts)
            {
                network.SetParameters(bestParameters);
                StopReason missed = everyAttemptDiverged ? StopReason.Diverged : StopReason.TargetMissed;
                return Report(bestHistory, bestLoss, restarts, bestSeed, reason == StopReason.Cancelled ? StopReason.Cancelled : missed, start);
            }

            restarts++;
            attemptSeed = DeriveSeed(seed, restarts);
            network.Initialize(attemptSeed);
        }
    }

    /// <summary>
    /// Trains from the network's present parameters; returns null when all epochs are run or the attempt is stuck.
    /// </summary>
    private StopReason? RunAttempt(
        ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, int restarts, out double finalLoss)
    {
        StopReason? reason = null;
        var rule = new RestartRule(baseline);
        network.GetParameters(lastFinite);
        for (int epoch = 0; epoch < options.Epochs && reason is null; epoch++)
        {
            if (options.CancellationToken.IsCancellationRequested)
            {
                reason = StopReason.Cancelled;
                break;
            }

            network.GetParameters(epochStart);
            double loss = batches.Epoch<TNetwork, TRows>(ref network, inputs, targets, learningRate);
            if (!double.IsFinite(loss))
            {
                network.SetParameters(epochStart);
                reason = StopReason.Diverged;
                break;
            }

            (epochStart, lastFinite) = (lastFinite, epochStart);
            totalEpochs++;
            if (epoch % options.LossHistoryInterval == 0)
            {
                history.Add(loss);
                options.Progress?.Report(new TrainingProgress(epoch + 1, options.Epochs, loss, restarts));
            }

            if (options.TargetLoss is double target)
            {
                if (loss <= target && Evaluate(ref network, inputs, targets) <= target)
                {
                    reason = StopReason.TargetReached;
                }
                else if (rule.IsStuck(epoch, loss))
                {
                    break;
                }
            }
        }

        finalLoss = Evaluate(ref network, inputs, targets);
        if (!double.IsFinite(finalLoss))
        {
            network.SetParameters(lastFinite);
            finalLoss = Evaluate(ref network, inputs, targets);
            reason = StopReason.Diverged;
        }

        // The last step may have reached what the loss before it had not.
        return reason is null && finalLoss <= options.TargetLoss ? StopReason.TargetReached : reason;
    }

    private static double Evaluate(ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets) =>
        double.CreateTruncating(TRows.Evaluate(ref network, inputs, targets));

    private void KeepIfBest(ref TNetwork network, double loss, int seed)
    {
        // Anything is better than what is not finite, which the first attempt too is compared with.
        if (loss < bestLoss || !double.IsFinite(bestLoss))
        {
            bestLoss = loss;
            bestSeed = seed;
            network.GetParameters(bestParameters);
            (history, bestHistory) = (bestHistory, history);
        }

        history.Clear();
    }

    private List<double> NewHistory() =>
        new(Math.Min(((options.Epochs - 1) / options.LossHistoryInterval) + 1, 1 << 20));

    private TrainingReport Report(List<double> losses, double finalLoss, int restarts, int seed, StopReason reason, long start) =>
        new(losses, finalLoss, totalEpochs, restarts, seed, reason, Stopwatch.GetElapsedTime(start));

    /// <summary>Mixes the seed and the number of the restart, so that neighbouring seeds do not share attempts.</summary>
    private static int DeriveSeed(int seed, int restart) =>
        (int)new RandomSource(((ulong)(uint)restart << 32) | (uint)seed).NextUInt64();

    private static void Check(TrainingOptions options, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Epochs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LossHistoryInterval, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxRestarts);
        if (options.BatchSize is int batchSize && (batchSize < 1 || batchSize > rows))
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), batchSize, $"BatchSize is {batchSize}; with {rows} rows it must be from 1 to {rows}.");
        }

        if (options.LearningRate is double rate && !(double.IsFinite(rate) && rate >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(options), rate, "LearningRate must be a finite number that is not negative.");
        }

        if (options.TargetLoss is double target && double.IsNaN(target))
        {
            throw new ArgumentOutOfRangeException(nameof(options), target, "TargetLoss must be a number.");
        }
    }
}
