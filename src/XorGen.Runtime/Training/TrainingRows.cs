namespace XorGen.Training;

/// <summary>Rows of inputs, with their targets or labels and, where they do not count alike, weights.</summary>
internal readonly ref struct TrainingRows<T, TTarget>(
    ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, int inputWidth, int targetWidth, int count)
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    where TTarget : unmanaged
{
    public TrainingRows(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, int inputWidth, int targetWidth)
        : this(inputs, targets, inputWidth, targetWidth, targets.Length / targetWidth)
    {
    }

    public ReadOnlySpan<T> Inputs { get; } = inputs;

    public ReadOnlySpan<TTarget> Targets { get; } = targets;

    /// <summary>Gets a weight for each row, or nothing.</summary>
    public ReadOnlySpan<T> Weights { get; init; }

    /// <summary>Gets what the targets stand for where each class's part of them has a weight, or null.</summary>
    public ClassWeightedTargets<T>? ClassWeighted { get; init; }

    public int InputWidth { get; } = inputWidth;

    public int TargetWidth { get; } = targetWidth;

    /// <summary>Gets the number of rows.</summary>
    public int Count { get; } = count;

    /// <summary>Some of the rows, from one on.</summary>
    public TrainingRows<T, TTarget> Slice(int first, int count) =>
        new(Inputs.Slice(first * InputWidth, count * InputWidth), Targets.Slice(first * TargetWidth, count * TargetWidth), InputWidth, TargetWidth, count)
        {
            Weights = Weights.IsEmpty ? Weights : Weights.Slice(first, count),
            ClassWeighted = ClassWeighted,
        };
}
