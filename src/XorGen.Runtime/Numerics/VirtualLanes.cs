using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

/// <summary>
/// The order in which this project adds up lanes: a halving tree over a number of virtual lanes that depends on the
/// network and the batch alone, never on the width of the machine's vectors.
/// </summary>
/// <remarks>
/// The tree, for n lanes (a power of two): add the upper half to the lower, <c>lane[i] += lane[i + n / 2]</c> for
/// i &lt; n / 2, and go on with n / 2 lanes until one is left. So four lanes sum to <c>(a + c) + (b + d)</c>. It is the
/// order in which vectors of any width can work: whole vectors are added while there are several, then halves of one.
/// </remarks>
public static class VirtualLanes
{
    /// <summary>Sums the lanes by the halving tree. The lanes are used as scratch and left with unspecified values.</summary>
    /// <param name="lanes">The first of <paramref name="count"/> neighbouring values.</param>
    /// <param name="count">The number of lanes, a power of two.</param>
    /// <returns>The sum, the same to the bit whatever vectors the machine has.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(ref float lanes, int count)
    {
        while (count > 8)
        {
            count >>= 1;
            AddUpperHalf(ref lanes, (nuint)count);
        }

        if (count == 8)
        {
            return Sum(Vector128.LoadUnsafe(ref lanes) + Vector128.LoadUnsafe(ref lanes, 4));
        }

        return count == 4 ? Sum(Vector128.LoadUnsafe(ref lanes))
            : count == 2 ? lanes + Unsafe.Add(ref lanes, 1)
            : lanes;
    }

    /// <inheritdoc cref="Sum(ref float, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(ref double lanes, int count)
    {
        while (count > 4)
        {
            count >>= 1;
            AddUpperHalf(ref lanes, (nuint)count);
        }

        if (count == 4)
        {
            Vector128<double> pair = Vector128.LoadUnsafe(ref lanes) + Vector128.LoadUnsafe(ref lanes, 2);
            return pair.ToScalar() + pair.GetElement(1);
        }

        return count == 2 ? lanes + Unsafe.Add(ref lanes, 1) : lanes;
    }

    /// <summary>Returns the number of virtual lanes where nothing else is said: those of a 512-bit vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count<T>()
        where T : unmanaged
        => 64 / Unsafe.SizeOf<T>();

    /// <inheritdoc cref="Sum(ref float, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(Span<T> lanes)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return Unsafe.BitCast<float, T>(Sum(ref Unsafe.As<T, float>(ref lanes[0]), lanes.Length));
        }

        return Unsafe.BitCast<double, T>(Sum(ref Unsafe.As<T, double>(ref lanes[0]), lanes.Length));
    }

    /// <summary>Returns the largest of the lanes.</summary>
    /// <param name="lanes">The lanes, at least one. Where one is NaN, the result is unspecified.</param>
    public static T Largest<T>(ReadOnlySpan<T> lanes)
        where T : unmanaged, INumber<T>
    {
        T largest = lanes[0];
        for (int i = 1; i < lanes.Length; i++)
        {
            largest = lanes[i] > largest ? lanes[i] : largest;
        }

        return largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector128<float> four)
    {
        // Vector64 has no registers of its own on x64.
        Vector128<float> two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 2, 3));
        return two.ToScalar() + two.GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddUpperHalf(ref float lanes, nuint half)
    {
        for (nuint i = 0; i < half; i += 4)
        {
            (Vector128.LoadUnsafe(ref lanes, i) + Vector128.LoadUnsafe(ref lanes, half + i)).StoreUnsafe(ref lanes, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddUpperHalf(ref double lanes, nuint half)
    {
        for (nuint i = 0; i < half; i += 2)
        {
            (Vector128.LoadUnsafe(ref lanes, i) + Vector128.LoadUnsafe(ref lanes, half + i)).StoreUnsafe(ref lanes, i);
        }
    }
}
