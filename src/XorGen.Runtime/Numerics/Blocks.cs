using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>Memory for a network: aligned to 64 bytes, zeroed, and never moved by the garbage collector.</summary>
public static class Blocks
{
    private const int Alignment = 64;

    /// <summary>Allocates a block. The memory lives as long as <paramref name="owner"/> does.</summary>
    /// <param name="length">The number of elements.</param>
    /// <param name="owner">The array that holds the block.</param>
    /// <param name="offset">The index of the first aligned element of it.</param>
    public static unsafe void Allocate<T>(int length, out T[] owner, out int offset)
        where T : unmanaged
    {
        owner = GC.AllocateArray<T>(length + (Alignment / sizeof(T)), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref owner[0]);
        offset = (int)((Alignment - (address % Alignment)) % Alignment) / sizeof(T);
    }
}
