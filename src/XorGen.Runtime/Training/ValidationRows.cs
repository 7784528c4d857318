namespace XorGen.Training;

/// <summary>Rows that were given.</summary>
internal sealed class ValidationRows<T, TTarget>(ReadOnlyMemory<T> inputs, ReadOnlyMemory<TTarget> targets, IReadOnlyList<double>? sampleWeights = null) : Validation
    where T : unmanaged
    where TTarget : unmanaged
{
    public ReadOnlyMemory<T> Inputs { get; } = inputs;

    public ReadOnlyMemory<TTarget> Targets { get; } = targets;

    public IReadOnlyList<double>? SampleWeights { get; } = sampleWeights;
}
