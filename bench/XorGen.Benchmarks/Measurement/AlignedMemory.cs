using System.Runtime.InteropServices;

namespace XorGen.Benchmarks.Measurement;

/// <summary>Memory on a boundary of 64 bytes, kept for the life of the process.</summary>
internal static unsafe class AlignedMemory
{
    /// <summary>Returns zeros.</summary>
    public static float* Allocate(int count)
    {
        nuint bytes = (nuint)count * sizeof(float);
        float* memory = (float*)NativeMemory.AlignedAlloc(bytes, 64);
        NativeMemory.Clear(memory, bytes);
        return memory;
    }
}
