namespace XorGen.Training;

/// <summary>Targets are class labels, one a row.</summary>
internal readonly struct LabelRows<TNetwork, T> : ITargetRows<TNetwork, T, int>
    where TNetwork : ITrainableClassifier<T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    public static T Train(ref TNetwork network, in TrainingRows<T, int> rows, T learningRate) => rows.Weights.IsEmpty
        ? network.Train(rows.Inputs, rows.Targets, learningRate)
        : network.Train(rows.Inputs, rows.Targets, rows.Weights, learningRate);

    public static T Evaluate(ref TNetwork network, in TrainingRows<T, int> rows) => rows.Weights.IsEmpty
        ? network.Evaluate(rows.Inputs, rows.Targets)
        : network.Evaluate(rows.Inputs, rows.Targets, rows.Weights);

    public static int TargetWidth(NetworkDescription description) => 1;

    public static ReadOnlySpan<int> Labels(in TrainingRows<T, int> rows) => rows.Targets;

    public static void CheckFinite(in TrainingRows<T, int> rows, string parameter)
    {
    }

    public static double Baseline(Baseline baseline, in TrainingRows<T, int> rows, int outputs) =>
        BaselineLosses.OfLabels(baseline, rows.Targets, outputs, rows.Weights);

    public static int Class(in TrainingRows<T, int> rows, int row) => rows.Targets[row];
}
