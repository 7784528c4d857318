using System.ComponentModel;

namespace XorGen.Numerics;

/// <summary>In the place of the optimizer of a network that is trained by one of XorGen.SecondOrder, which keeps what it needs itself.</summary>
/// <typeparam name="T">The type of a parameter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public readonly struct NoOptimizer<T> : IOptimizer<NoOptimizer<T>, KeepGradient<T>, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static int StateCount => 0;

    /// <inheritdoc/>
    public static int CounterCount => 0;

    /// <inheritdoc/>
    public KeepGradient<T> Next(T learningRate, ReadOnlySpan<T> gradient, out KeepGradient<T> biases) => throw new NotSupportedException();
}
