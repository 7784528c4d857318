namespace XorGen.Training;

/// <summary>The two forms of targets, values and class labels, behind one training loop.</summary>
internal interface ITargetRows<TNetwork, T, TTarget>
    where T : unmanaged
    where TTarget : unmanaged
{
    /// <summary>One step, weighted where the rows have weights.</summary>
    static abstract T Train(ref TNetwork network, in TrainingRows<T, TTarget> rows, T learningRate);

    /// <summary>The mean loss, weighted where the rows have weights.</summary>
    static abstract T Evaluate(ref TNetwork network, in TrainingRows<T, TTarget> rows);

    /// <summary>The number of targets in a row.</summary>
    static abstract int TargetWidth(NetworkDescription description);

    /// <summary>The class of a row.</summary>
    static abstract int Class(in TrainingRows<T, TTarget> rows, int row);

    /// <summary>The target values, or nothing.</summary>
    static abstract ReadOnlySpan<T> Values(in TrainingRows<T, TTarget> rows);

    /// <summary>The class labels, or nothing.</summary>
    static abstract ReadOnlySpan<int> Labels(in TrainingRows<T, TTarget> rows);

    /// <summary>Throws unless all targets are finite numbers.</summary>
    static abstract void CheckFinite(in TrainingRows<T, TTarget> rows, string parameter);

    /// <summary>The loss of the best constant prediction.</summary>
    static abstract double Baseline(Baseline baseline, in TrainingRows<T, TTarget> rows, int outputs);
}
