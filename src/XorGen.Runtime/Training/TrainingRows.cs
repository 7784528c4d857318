namespace XorGen.Training;

/// <summary>Rows of inputs, with their targets or labels and, where they do not count alike, weights.</summary>
internal readonly ref struct TrainingRows<T, TTarget>(
    ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, int inputWidth, int targetWidth)
    where T : unmanaged
    where TTarget : unmanaged
{
    public ReadOnlySpan<T> Inputs { get; } = inputs;

    public ReadOnlySpan<TTarget> Targets { get; } = targets;

    /// <summary>Gets a weight for each row, or nothing.</summary>
    public ReadOnlySpan<T> Weights { get; init; }

    public int InputWidth { get; } = inputWidth;

    public int TargetWidth { get; } = targetWidth;

    public int Count => Targets.Length / TargetWidth;

    /// <summary>The rows from one on.</summary>
    public TrainingRows<T, TTarget> Slice(int first, int count) =>
        new(Inputs.Slice(first * InputWidth, count * InputWidth), Targets.Slice(first * TargetWidth, count * TargetWidth), InputWidth, TargetWidth)
        {
            Weights = Weights.IsEmpty ? Weights : Weights.Slice(first, count),
        };
}
