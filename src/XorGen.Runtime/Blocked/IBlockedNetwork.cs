using System.ComponentModel;
using XorGen.Numerics;

namespace XorGen.Blocked;

/// <summary>What is particular to a network in the blocked layout: its sizes, and the kernels that its samples pass through.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public interface IBlockedNetwork<T> : IDescribed
    where T : unmanaged
{
    /// <summary>Gets the number of inputs of a sample.</summary>
    static abstract int InputCount { get; }

    /// <summary>Gets the number of outputs of a sample.</summary>
    static abstract int OutputCount { get; }

    /// <summary>Gets the number of targets of a sample.</summary>
    static abstract int TargetCount { get; }

    /// <summary>Gets the number of parameters.</summary>
    static abstract int ParameterCount { get; }

    /// <summary>Gets the length of the block of parameters, padded to whole vectors.</summary>
    static abstract int BlockLength { get; }

    /// <summary>Gets what the sum of the loss over samples and targets is divided by, beside the number of samples.</summary>
    static virtual int LossDivisor => 1;

    /// <summary>Gets the number of multiply-adds of a sample's forward pass.</summary>
    static abstract int MultiplyAdds { get; }

    /// <summary>Gets the most samples of a pass.</summary>
    static abstract int BlockRows { get; }

    /// <summary>Gets the number of values of the layers of one sample, padded.</summary>
    static abstract int SampleLength { get; }

    /// <summary>Gets the length of the memory for intermediate values of a prediction.</summary>
    static abstract int PredictionLength { get; }

    /// <summary>Gets the length of the memory for intermediate values of training.</summary>
    static abstract int TrainingLength { get; }

    /// <summary>Gets where the outputs of samples begin in that memory.</summary>
    static abstract int OutputOffset { get; }

    /// <summary>Gets the distance between the outputs of two samples there.</summary>
    static abstract int OutputStride { get; }

    /// <summary>Gets where the losses of groups of samples begin in that memory.</summary>
    static abstract int LossOffset { get; }

    /// <summary>Gets a value indicating whether there are no hidden layers.</summary>
    static virtual bool HasOneLayer => false;

    /// <summary>Gets the number of tensors of parameters.</summary>
    static abstract int TensorCount { get; }

    /// <summary>Returns where a tensor of parameters is in the block; they are in flat order.</summary>
    static abstract BlockTensor Tensor(int index);

    /// <summary>Sets the parameters, which are zero, to their start.</summary>
    static abstract void Initialize(Span<T> block, int seed);

    /// <summary>Computes the outputs of one sample.</summary>
    /// <param name="parameters">The block of parameters.</param>
    /// <param name="x">The inputs.</param>
    /// <param name="y">Receives the outputs.</param>
    /// <param name="scratch">Memory for <see cref="SampleLength"/> values with any content, aligned to 64 bytes.</param>
    static abstract void Forward<V, L>(ref T parameters, ref T x, ref T y, ref T scratch)
        where V : struct
        where L : struct, ILanes<V, T>;

    /// <summary>Computes the outputs of some samples, in the memory for intermediate values.</summary>
    static abstract void Predict<V, L>(ref T parameters, ref T x, int rows, ref T scratch)
        where V : struct
        where L : struct, ILanes<V, T>;

    /// <summary>
    /// Returns when the network's static methods may be called by this thread. It calls one that does nothing: where another thread runs the
    /// initializer of the network's module, that call waits until it has ended.
    /// </summary>
    static abstract void EnsureCallable();

    /// <summary>Prepares what depends on the parameters alone, before the first pass of a step.</summary>
    static virtual void Prepare(in BlockedPass<T> pass)
    {
    }

    /// <summary>Passes some samples through all layers to their losses and, when it trains, back to the derivatives by each z.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="first">The first sample, the first of a group.</param>
    /// <param name="rows">The number of samples.</param>
    static abstract void Pass<V, L>(in BlockedPass<T> pass, int first, int rows)
        where V : struct
        where L : struct, ILanes<V, T>;

    /// <summary>Computes the gradients by the parameters from what the samples have left behind.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="part">The part of the parameters that this call is for.</param>
    /// <param name="weights">Consumes the gradients of weights.</param>
    /// <param name="biases">Consumes the gradients of biases.</param>
    static abstract void Update<V, L, TUpdate>(in BlockedPass<T> pass, WorkPart part, TUpdate weights, TUpdate biases)
        where V : struct
        where L : struct, ILanes<V, T>
        where TUpdate : struct, IParameterUpdate<T>;
}
