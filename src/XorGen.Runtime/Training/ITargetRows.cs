namespace XorGen.Training;

/// <summary>The two forms of targets, values and class labels, behind one training loop.</summary>
internal interface ITargetRows<TNetwork, T, TTarget>
    where T : unmanaged
    where TTarget : unmanaged
{
    static abstract T Train(ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, T learningRate);

    static abstract T Evaluate(ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets);
}

/// <summary>Targets are values, OutputCount of them a row.</summary>
internal readonly struct ValueRows<TNetwork, T> : ITargetRows<TNetwork, T, T>
    where TNetwork : INetwork<T>
    where T : unmanaged
{
    public static T Train(ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate) =>
        network.Train(inputs, targets, learningRate);

    public static T Evaluate(ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets) =>
        network.Evaluate(inputs, targets);
}

/// <summary>Targets are class labels, one a row.</summary>
internal readonly struct LabelRows<TNetwork, T> : ITargetRows<TNetwork, T, int>
    where TNetwork : IClassifier<T>
    where T : unmanaged
{
    public static T Train(ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> targets, T learningRate) =>
        network.Train(inputs, targets, learningRate);

    public static T Evaluate(ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> targets) =>
        network.Evaluate(inputs, targets);
}
