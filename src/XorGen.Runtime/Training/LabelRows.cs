namespace XorGen.Training;

/// <summary>Targets are class labels, one a row.</summary>
internal readonly struct LabelRows<TNetwork, T> : ITargetRows<TNetwork, T, int>
    where TNetwork : ITrainable<T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    static T ITargetRows<TNetwork, T, int>.Train(ref TNetwork network, in TrainingRows<T, int> rows, T learningRate) =>
        network.Train(new Batch<T>(rows.Inputs, default, rows.Targets, rows.Weights, rows.Count), learningRate);

    static T ITargetRows<TNetwork, T, int>.Evaluate(ref TNetwork network, in TrainingRows<T, int> rows) =>
        network.Evaluate(new Batch<T>(rows.Inputs, default, rows.Targets, rows.Weights, rows.Count));

    static int ITargetRows<TNetwork, T, int>.TargetWidth(NetworkDescription description) => 1;

    static ReadOnlySpan<T> ITargetRows<TNetwork, T, int>.Values(in TrainingRows<T, int> rows) => [];

    static ReadOnlySpan<int> ITargetRows<TNetwork, T, int>.Labels(in TrainingRows<T, int> rows) => rows.Targets;

    static void ITargetRows<TNetwork, T, int>.CheckFinite(in TrainingRows<T, int> rows, string parameter)
    {
    }

    static double ITargetRows<TNetwork, T, int>.Baseline(Baseline baseline, in TrainingRows<T, int> rows, int outputs) =>
        BaselineLosses.OfLabels(baseline, rows.Targets, outputs, rows.Weights);

    static int ITargetRows<TNetwork, T, int>.Class(in TrainingRows<T, int> rows, int row) => rows.Targets[row];
}
