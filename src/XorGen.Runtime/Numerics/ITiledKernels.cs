namespace XorGen.Numerics;

/// <summary>What a generated network knows: its sizes, and the mathematics of a pass of a block of rows through it.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[CLSCompliant(false)]
public interface ITiledKernels<T>
    where T : unmanaged
{
    /// <summary>Gets the number of inputs of a row.</summary>
    static abstract int InputCount { get; }

    /// <summary>Gets the number of targets of a row.</summary>
    static abstract int TargetCount { get; }

    /// <summary>Gets the number of multiply-adds that a row takes forward.</summary>
    static abstract int MultiplyAdds { get; }

    /// <summary>Gets the most rows of a pass.</summary>
    static abstract int BlockRows { get; }

    /// <summary>Gets the length of the gradient, with which the memory of training begins.</summary>
    static abstract int GradientLength { get; }

    /// <summary>Gets the length of the memory for intermediate values.</summary>
    static abstract int ScratchLength { get; }

    /// <summary>Gets where the losses of groups of rows begin in it.</summary>
    static abstract int Losses { get; }

    /// <summary>
    /// Returns when the network's static methods may be called by this thread. It calls one that does nothing: where another thread runs the
    /// static constructor of the network's class, or the initializer of its module, that call waits until it has ended.
    /// </summary>
    static abstract void EnsureCallable();

    /// <summary>Prepares what depends on the parameters alone, before the first pass of a step.</summary>
    static abstract void Prepare(in TiledPass<T> pass);

    /// <summary>Passes some rows through all layers to their losses and, when it trains, back to the derivatives by each z.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="first">The first row, the first of a group.</param>
    /// <param name="rows">The number of rows.</param>
    static abstract void PassRows(in TiledPass<T> pass, int first, int rows);

    /// <summary>Computes the gradients by the parameters from what the rows have left behind.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="part">The part of the parameters that this call is for.</param>
    /// <param name="weights">What becomes of the gradients of weights.</param>
    /// <param name="biases">What becomes of the gradients of biases.</param>
    static abstract void Update<TUpdate>(in TiledPass<T> pass, WorkPart part, TUpdate weights, TUpdate biases)
        where TUpdate : struct, IParameterUpdate<T>;
}
