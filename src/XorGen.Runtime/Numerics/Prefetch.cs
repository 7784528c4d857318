using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace XorGen.Numerics;

/// <summary>Hints to the processor that memory will be read soon.</summary>
internal static unsafe class Prefetch
{
    /// <summary>Brings the cache line of a place to the second-level cache. The place need not exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToSecondLevel<T>(ref T place)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch1(Unsafe.AsPointer(ref place));
        }
    }
}
