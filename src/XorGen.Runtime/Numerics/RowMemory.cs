using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>Memory on the stack for the values between the layers of one row.</summary>
public static class RowMemory
{
    private const int Alignment = 64;

    /// <summary>Computes the outputs of a row in memory on the stack that is not zeroed first.</summary>
    /// <remarks>
    /// That is why it is here: generated code cannot ask for it without being compiled as unsafe, and the zeros cost as much
    /// as a layer, because their narrow stores delay the loads that follow. The memory is aligned, so that no vector lies
    /// across two cache lines, where a load would have to wait for the store to reach the cache.
    /// </remarks>
    /// <typeparam name="TPass">The network's pass: its size is that of the memory and 64 bytes more.</typeparam>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="parameters">The block of parameters.</param>
    /// <param name="x">The inputs.</param>
    /// <param name="y">Receives the outputs.</param>
    [SkipLocalsInit]
    public static unsafe void Run<TPass, T>(ref T parameters, ref T x, ref T y)
        where TPass : struct, IRowPass<T>
        where T : unmanaged
    {
        Unsafe.SkipInit(out TPass memory);
        nint address = (nint)Unsafe.AsPointer(ref memory);
        ref T scratch = ref Unsafe.AddByteOffset(ref Unsafe.As<TPass, T>(ref memory), -address & (Alignment - 1));
        TPass.Compute(ref parameters, ref x, ref y, ref scratch);
    }
}
