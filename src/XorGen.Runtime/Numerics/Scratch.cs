using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>Memory of the current thread for the intermediate values of one call that does not call back.</summary>
public static class Scratch<T>
    where T : unmanaged
{
    [ThreadStatic]
    private static T[]? buffer;

    [ThreadStatic]
    private static int offset;

    /// <summary>Returns at least that many elements, aligned to 64 bytes, with any content; the same memory at the next call.</summary>
    /// <param name="length">The number of elements.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> Get(int length)
    {
        T[]? current = buffer;
        return current is not null && current.Length >= length + offset
            ? current.AsSpan(offset, length)
            : Grow(length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Span<T> Grow(int length)
    {
        Blocks.Allocate(length, out T[] owner, out int first);
        buffer = owner;
        offset = first;
        return owner.AsSpan(first, length);
    }
}
