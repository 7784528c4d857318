using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using XorGen.Numerics;

namespace XorGen.Blocked;

/// <summary>Memory on the stack for the values between the layers of one sample.</summary>
internal static class RowMemory
{
    private const int Alignment = 64;

    /// <summary>Computes the outputs of a sample in memory on the stack that is not zeroed first.</summary>
    /// <remarks>
    /// The zeros would cost as much as a layer, because their narrow stores delay the loads that follow. The memory is aligned, so that no vector
    /// lies across two cache lines, where a load would have to wait for the store to reach the cache. A network that needs more than there are
    /// sizes of takes the memory of the thread.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<T, TVectors, TNetwork>(ref T parameters, ref T x, ref T y)
        where T : unmanaged
        where TVectors : struct, IVectors<T>
        where TNetwork : struct, IBlockedNetwork<T>
    {
        int bytes = (TNetwork.SampleLength * Unsafe.SizeOf<T>()) + Alignment;
        if (bytes <= 256)
        {
            Run<Bytes256, T, TVectors, TNetwork>(ref parameters, ref x, ref y);
        }
        else if (bytes <= 1024)
        {
            Run<Bytes1024, T, TVectors, TNetwork>(ref parameters, ref x, ref y);
        }
        else if (bytes <= 4096)
        {
            Run<Bytes4096, T, TVectors, TNetwork>(ref parameters, ref x, ref y);
        }
        else if (bytes <= 32768)
        {
            Run<Bytes32768, T, TVectors, TNetwork>(ref parameters, ref x, ref y);
        }
        else
        {
            var action = new ForwardAction<T, TNetwork>(ref parameters, ref x, ref y, ref Scratch<T>.Get(TNetwork.SampleLength)[0]);
            TVectors.AtWidest(ref action);
        }
    }

    [SkipLocalsInit]
    private static unsafe void Run<TMemory, T, TVectors, TNetwork>(ref T parameters, ref T x, ref T y)
        where TMemory : unmanaged
        where T : unmanaged
        where TVectors : struct, IVectors<T>
        where TNetwork : struct, IBlockedNetwork<T>
    {
        Unsafe.SkipInit(out TMemory memory);
        nint address = (nint)(&memory);
        ref T scratch = ref Unsafe.AddByteOffset(ref Unsafe.As<TMemory, T>(ref memory), -address & (Alignment - 1));
        var action = new ForwardAction<T, TNetwork>(ref parameters, ref x, ref y, ref scratch);
        TVectors.AtWidest(ref action);
    }

    private readonly ref struct ForwardAction<T, TNetwork>(ref T parameters, ref T x, ref T y, ref T scratch) : IVectorAction<T>
        where T : unmanaged
        where TNetwork : struct, IBlockedNetwork<T>
    {
        private readonly ref T parameters = ref parameters;
        private readonly ref T x = ref x;
        private readonly ref T y = ref y;
        private readonly ref T scratch = ref scratch;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<V, L>()
            where V : struct
            where L : struct, ILanes<V, T>
            => TNetwork.Forward<V, L>(ref parameters, ref x, ref y, ref scratch);
    }

    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Bytes256;

    [StructLayout(LayoutKind.Sequential, Size = 1024)]
    private struct Bytes1024;

    [StructLayout(LayoutKind.Sequential, Size = 4096)]
    private struct Bytes4096;

    [StructLayout(LayoutKind.Sequential, Size = 32768)]
    private struct Bytes32768;
}
