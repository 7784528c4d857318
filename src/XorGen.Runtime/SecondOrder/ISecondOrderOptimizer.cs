using System.ComponentModel;
using System.Numerics;
using XorGen.Training;

namespace XorGen.SecondOrder;

/// <summary>An optimizer that works on the flat parameters and gradients of a network and evaluates its loss itself.</summary>
/// <typeparam name="TSelf">The optimizer.</typeparam>
/// <typeparam name="T">The type of a parameter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISecondOrderOptimizer<TSelf, T>
    where TSelf : class, ISecondOrderOptimizer<TSelf, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Gets how many numbers it keeps of each parameter between steps.</summary>
    static abstract int NumbersOfParameter { get; }

    /// <summary>Gets how many other numbers it keeps between steps.</summary>
    static abstract int OtherNumbers { get; }

    /// <summary>Allocates the memory for a network.</summary>
    static abstract TSelf Create(int parameterCount);

    /// <summary>One iteration on a batch; returns the mean loss before it.</summary>
    T Train(ITrainable<T> network, scoped in Batch<T> batch, T learningRate);

    /// <summary>Forgets what it knows of past steps.</summary>
    void Reset();

    /// <summary>Copies what it keeps between steps.</summary>
    void GetState(ReadOnlySpan<T> parameters, Span<T> state, Span<double> counters);

    /// <summary>Sets what it keeps between steps.</summary>
    void SetState(ReadOnlySpan<T> parameters, ReadOnlySpan<T> state, ReadOnlySpan<double> counters);
}
