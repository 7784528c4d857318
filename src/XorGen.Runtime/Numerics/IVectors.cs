using System.ComponentModel;
using XorGen.Unrolled;

namespace XorGen.Numerics;

/// <summary>The vectors of a precision: chooses among their widths, so that nothing else names them.</summary>
/// <remarks>
/// A method that names a vector type loads it when it is compiled, at some 0.1 ms each. So the wider vectors are named in methods of their own,
/// which a program with few samples does not call.
/// </remarks>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public interface IVectors<T>
    where T : unmanaged
{
    /// <summary>Returns the number of virtual lanes for a number of samples, whatever the machine's vectors are: 4, 8 or, in single precision, 16.</summary>
    static abstract int LanesFor(int samples);

    /// <summary>Takes a training step as one kernel, where the samples fill at most one vector of the machine's.</summary>
    static abstract bool TryStep<TState, TNetwork>(ref TState state, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, int count, T learningRate, out T loss)
        where TState : unmanaged
        where TNetwork : struct, IUnrolledNetwork<T, TState>;

    /// <summary>Passes as many samples as there are virtual lanes through a network, with the widest vectors that they fill.</summary>
    static abstract void Pass<TState, TNetwork, TPass>(ref TState state, in LaneBlock<T> block, int lanes)
        where TState : unmanaged
        where TNetwork : struct, IUnrolledNetwork<T, TState>
        where TPass : struct, IPass;

    /// <summary>Predicts samples as long as they fill whole vectors, and returns the number of the first that is left.</summary>
    static abstract int Predict<TState, TNetwork>(ref TState state, ref T inputs, ref T outputs, int samples)
        where TState : unmanaged
        where TNetwork : struct, IUnrolledNetwork<T, TState>;

    /// <summary>Runs an action with the widest vectors that the machine has.</summary>
    static abstract void AtWidest<TAction>(scoped ref TAction action)
        where TAction : struct, IVectorAction<T>, allows ref struct;
}

/// <summary>Something that is done with vectors of any width.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public interface IVectorAction<T>
    where T : unmanaged
{
    /// <summary>Does it.</summary>
    void Run<TVector, TLanes>()
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;
}
