using System.ComponentModel;

namespace XorGen.Numerics;

/// <summary>The optimizer of a network, without its formulas: what it keeps between steps. Its counters, the numbers that change once a step, are its first fields, of type <see cref="double"/>.</summary>
/// <typeparam name="TSelf">The optimizer.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public interface IOptimizer<TSelf>
    where TSelf : struct, IOptimizer<TSelf>
{
    /// <summary>Gets the number of values that it keeps of each parameter.</summary>
    static abstract int StateCount { get; }

    /// <summary>Gets the number of counters.</summary>
    static abstract int CounterCount { get; }

    /// <summary>Gets a value indicating whether it scales the gradient by the norm of all of it, which must be stored before a step then.</summary>
    static virtual bool ClipsGradient => false;

    /// <summary>Gets a value indicating whether its step on biases is another than that on weights.</summary>
    static virtual bool HasBiasStep => false;

    /// <summary>Returns the position in the random sequence of dropout, where the network has it.</summary>
    static virtual double DropoutPosition(in TSelf optimizer) => 0;

    /// <summary>Sets the counters to the start that a seed gives.</summary>
    static virtual void Reset(ref TSelf optimizer, int seed) => optimizer = default;
}

/// <summary>The optimizer of a network.</summary>
/// <typeparam name="TSelf">The optimizer.</typeparam>
/// <typeparam name="TStep">A step of it.</typeparam>
/// <typeparam name="T">The type of a parameter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public interface IOptimizer<TSelf, TStep, T> : IOptimizer<TSelf>
    where TSelf : struct, IOptimizer<TSelf, TStep, T>
    where TStep : struct, IParameterUpdate<T>
    where T : unmanaged
{
    /// <summary>Advances the counters and computes the numbers that are the same for all parameters in the next step.</summary>
    /// <param name="learningRate">The step size.</param>
    /// <param name="gradient">The gradient, where the optimizer clips it.</param>
    /// <param name="biases">The step on biases.</param>
    /// <returns>The step on weights.</returns>
    TStep Next(T learningRate, ReadOnlySpan<T> gradient, out TStep biases);
}
