using System.Numerics;

namespace XorGen.Training;

/// <summary>Targets are values, TargetCount of them a row.</summary>
internal readonly struct ValueRows<TNetwork, T> : ITargetRows<TNetwork, T, T>
    where TNetwork : ITrainable<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    static T ITargetRows<TNetwork, T, T>.Train(ref TNetwork network, in TrainingRows<T, T> rows, T learningRate) =>
        network.Train(new Batch<T>(rows.Inputs, rows.Targets, default, rows.Weights, rows.Count), learningRate);

    static T ITargetRows<TNetwork, T, T>.Evaluate(ref TNetwork network, in TrainingRows<T, T> rows) =>
        network.Evaluate(new Batch<T>(rows.Inputs, rows.Targets, default, rows.Weights, rows.Count));

    static int ITargetRows<TNetwork, T, T>.TargetWidth(NetworkDescription description) => description.TargetCount;

    static ReadOnlySpan<T> ITargetRows<TNetwork, T, T>.Values(in TrainingRows<T, T> rows) => rows.Targets;

    static ReadOnlySpan<int> ITargetRows<TNetwork, T, T>.Labels(in TrainingRows<T, T> rows) => [];

    static void ITargetRows<TNetwork, T, T>.CheckFinite(in TrainingRows<T, T> rows, string parameter) =>
        FiniteNumbers.Check(rows.Targets, rows.TargetWidth, parameter);

    static double ITargetRows<TNetwork, T, T>.Baseline(Baseline baseline, in TrainingRows<T, T> rows, int outputs) =>
        BaselineLosses.Of(baseline, rows.Targets, rows.TargetWidth, rows.Weights);

    // Targets that are no numbers, which only CheckData = false lets through, have no class; their loss is NaN with any weight.
    static int ITargetRows<TNetwork, T, T>.Class(in TrainingRows<T, T> rows, int row) =>
        Math.Max(0, Metrics.ClassOf(rows.Targets.Slice(row * rows.TargetWidth, rows.TargetWidth)));
}
