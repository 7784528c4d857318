using System.ComponentModel;
using System.Runtime.CompilerServices;
using XorGen.Numerics;

namespace XorGen.Unrolled;

/// <summary>
/// The sums of a gradient over samples, one in each lane: a row of a weight matrix is the product of an input and the derivative by each
/// neuron of the layer.
/// </summary>
/// <typeparam name="V">The vector.</typeparam>
/// <typeparam name="L">The operations on it.</typeparam>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static class LaneSums<V, L, T>
    where V : struct
    where L : struct, ILanes<V, T>
    where T : unmanaged
{
    /// <summary>Adds a * b to element <paramref name="index"/> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(V a, V b, ref T sums, nuint n, nuint index) => L.AddProductTo(a, b, ref sums, index * n);

    /// <summary>Adds a * b0 and a * b1 to two neighbouring elements of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(V a, V b0, V b1, ref T sums, nuint n, nuint index)
    {
        L.AddProductTo(a, b0, ref sums, index * n);
        L.AddProductTo(a, b1, ref sums, (index + 1) * n);
    }

    /// <summary>Adds a * b0, a * b1 and a * b2 to three neighbouring elements of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(V a, V b0, V b1, V b2, ref T sums, nuint n, nuint index)
    {
        L.AddProductTo(a, b0, ref sums, index * n);
        L.AddProductTo(a, b1, ref sums, (index + 1) * n);
        L.AddProductTo(a, b2, ref sums, (index + 2) * n);
    }

    /// <summary>Adds a * b0, ..., a * b3 to four neighbouring elements of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(V a, V b0, V b1, V b2, V b3, ref T sums, nuint n, nuint index)
    {
        L.AddProductTo(a, b0, ref sums, index * n);
        L.AddProductTo(a, b1, ref sums, (index + 1) * n);
        L.AddProductTo(a, b2, ref sums, (index + 2) * n);
        L.AddProductTo(a, b3, ref sums, (index + 3) * n);
    }

    /// <summary>Adds a value to element <paramref name="index"/> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(V value, ref T sums, nuint n, nuint index) => L.AddTo(value, ref sums, index * n);

    /// <summary>Adds values to two neighbouring elements of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(V value0, V value1, ref T sums, nuint n, nuint index)
    {
        L.AddTo(value0, ref sums, index * n);
        L.AddTo(value1, ref sums, (index + 1) * n);
    }

    /// <summary>Adds values to three neighbouring elements of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(V value0, V value1, V value2, ref T sums, nuint n, nuint index)
    {
        L.AddTo(value0, ref sums, index * n);
        L.AddTo(value1, ref sums, (index + 1) * n);
        L.AddTo(value2, ref sums, (index + 2) * n);
    }

    /// <summary>Adds values to four neighbouring elements of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(V value0, V value1, V value2, V value3, ref T sums, nuint n, nuint index)
    {
        L.AddTo(value0, ref sums, index * n);
        L.AddTo(value1, ref sums, (index + 1) * n);
        L.AddTo(value2, ref sums, (index + 2) * n);
        L.AddTo(value3, ref sums, (index + 3) * n);
    }
}
