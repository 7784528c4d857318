using System.ComponentModel;
using XorGen.Numerics;

namespace XorGen.Unrolled;

/// <summary>What is particular to a network in the unrolled layout: its sizes, and its mathematics with one sample in each SIMD lane.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
/// <typeparam name="TState">
/// The memory: a number for each parameter, padded to whole groups of four; the same for the gradient and for each number that the optimizer
/// keeps of a parameter; then the optimizer.
/// </typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public interface IUnrolledNetwork<T, TState> : IDescribed
    where T : unmanaged
    where TState : unmanaged
{
    /// <summary>Gets the number of inputs of a sample.</summary>
    static abstract int InputCount { get; }

    /// <summary>Gets the number of outputs of a sample.</summary>
    static abstract int OutputCount { get; }

    /// <summary>Gets the number of targets of a sample.</summary>
    static abstract int TargetCount { get; }

    /// <summary>Gets the number of parameters.</summary>
    static abstract int ParameterCount { get; }

    /// <summary>Gets what the sum of the loss over samples and targets is divided by, beside the number of samples.</summary>
    static virtual int LossDivisor => 1;

    /// <summary>Gets a value indicating whether there is a <see cref="Step"/>.</summary>
    static virtual bool HasStep => false;

    /// <summary>
    /// Gets a value indicating whether the network is a struct. It has no <see cref="Training.TrainingGuard"/>: a copy, which is another network, would
    /// take the mark of being trained with it.
    /// </summary>
    static virtual bool IsStruct => false;

    /// <summary>Sets the parameters, which are zero, to their start.</summary>
    static abstract void Initialize(ref TState state, int seed);

    /// <summary>Computes the outputs of one sample.</summary>
    static abstract void Forward(ref TState state, ref T x, ref T output);

    /// <summary>
    /// Passes a block of samples, one in each lane, through the layers. A pass that predicts stores the outputs, a column of all samples for each.
    /// Others add the weighted loss of each sample, where the mask is set, to the first element of its lane, and those that train the derivatives by
    /// the parameters to the elements after it, in flat order.
    /// </summary>
    /// <param name="state">The network.</param>
    /// <param name="x">The inputs of the first sample.</param>
    /// <param name="y">The targets of the first sample.</param>
    /// <param name="mask">Set for samples that are not only there to fill the lanes.</param>
    /// <param name="weight">The factor of each sample's loss.</param>
    /// <param name="result">Receives the outputs or the sums.</param>
    /// <param name="n">The distance between the elements of a lane: the number of all lanes.</param>
    /// <param name="sample">The number of the first sample in its batch.</param>
    static abstract void Pass<V, L, TPass>(ref TState state, ref T x, ref T y, in V mask, in V weight, ref T result, nuint n, int sample)
        where V : struct
        where L : struct, ILanes<V, T>
        where TPass : struct, IPass;

    /// <summary>Takes a whole training step on as many samples as there are lanes, and returns their weighted loss before it.</summary>
    static virtual T Step<V, L>(ref TState state, ref T x, ref T y, V weight, T learningRate)
        where V : struct
        where L : struct, ILanes<V, T>
        => throw new NotSupportedException();

    /// <summary>Takes a step of the optimizer along the stored gradient.</summary>
    static virtual void Update(ref TState state, T learningRate) => throw new NotSupportedException();
}
