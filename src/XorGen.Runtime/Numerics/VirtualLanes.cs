using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

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
    /// <summary>Sets sums to -0: to add to it changes nothing, not even the sign of a zero.</summary>
    /// <param name="sums">Some sums.</param>
    public static void Begin(Span<float> sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = -0f;
        }
    }

    /// <inheritdoc cref="Begin(Span{float})"/>
    public static void Begin(Span<double> sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = -0.0;
        }
    }

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

    /// <summary>Sums the lanes of a vector of four numbers or more by the halving tree.</summary>
    /// <typeparam name="TVector">A vector of <see cref="float"/>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SumSingles<TVector>(TVector lanes)
        where TVector : struct
        => Sum(LowerFourSingles(lanes));

    /// <summary>Sums the lanes of a vector of four numbers or more by the halving tree.</summary>
    /// <typeparam name="TVector">A vector of <see cref="double"/>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumDoubles<TVector>(TVector lanes)
        where TVector : struct
    {
        Vector256<double> four = LowerFourDoubles(lanes);
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two.ToScalar() + two.GetElement(1);
    }

    /// <summary>Sums the lanes of each of four vectors by the halving tree, side by side.</summary>
    /// <typeparam name="TVector">A vector of four <see cref="float"/> or more.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SumFourSingles<TVector>(TVector a, TVector b, TVector c, TVector d)
        where TVector : struct
    {
        Vector128<float> ab = AddHalves(LowerFourSingles(a), LowerFourSingles(b));
        Vector128<float> cd = AddHalves(LowerFourSingles(c), LowerFourSingles(d));
        if (Sse.IsSupported)
        {
            return Sse.Shuffle(ab, cd, 0b10_00_10_00) + Sse.Shuffle(ab, cd, 0b11_01_11_01);
        }

        return AdvSimd.Arm64.IsSupported
            ? AdvSimd.Arm64.UnzipEven(ab, cd) + AdvSimd.Arm64.UnzipOdd(ab, cd)
            : Vector128.Create(ab[0], ab[2], cd[0], cd[2]) + Vector128.Create(ab[1], ab[3], cd[1], cd[3]);
    }

    /// <summary>Sums the lanes of each of four vectors by the halving tree, side by side.</summary>
    /// <typeparam name="TVector">A vector of two <see cref="double"/> or more.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> SumFourDoubles<TVector>(TVector a, TVector b, TVector c, TVector d)
        where TVector : struct
    {
        if (typeof(TVector) == typeof(Vector128<double>))
        {
            return Vector256.Create(SumTwo(a, b), SumTwo(c, d));
        }

        Vector256<double> ac = AddHalves(LowerFourDoubles(a), LowerFourDoubles(c));
        Vector256<double> bd = AddHalves(LowerFourDoubles(b), LowerFourDoubles(d));
        return Avx.IsSupported
            ? Avx.UnpackLow(ac, bd) + Avx.UnpackHigh(ac, bd)
            : Vector256.Create(ac[0], bd[0], ac[2], bd[2]) + Vector256.Create(ac[1], bd[1], ac[3], bd[3]);
    }

    /// <summary>Sums the lanes of each of two pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> SumTwo<TVector>(TVector a, TVector b)
        where TVector : struct
    {
        Vector128<double> first = Unsafe.BitCast<TVector, Vector128<double>>(a);
        Vector128<double> second = Unsafe.BitCast<TVector, Vector128<double>>(b);
        return Sse2.IsSupported
            ? Sse2.UnpackLow(first, second) + Sse2.UnpackHigh(first, second)
            : Vector128.Create(first[0], second[0]) + Vector128.Create(first[1], second[1]);
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

    /// <summary>The first steps of the tree: adds upper halves to lower ones until four lanes are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> LowerFourSingles<TVector>(TVector lanes)
        where TVector : struct => typeof(TVector) == typeof(Vector128<float>)
        ? Unsafe.BitCast<TVector, Vector128<float>>(lanes)
        : LowerFourOfWider(lanes);

    // Apart, so that a program without wider vectors need not load them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> LowerFourOfWider<TVector>(TVector lanes)
        where TVector : struct
    {
        Vector256<float> eight;
        if (typeof(TVector) == typeof(Vector256<float>))
        {
            eight = Unsafe.BitCast<TVector, Vector256<float>>(lanes);
        }
        else
        {
            Vector512<float> sixteen = Unsafe.BitCast<TVector, Vector512<float>>(lanes);
            eight = sixteen.GetLower() + sixteen.GetUpper();
        }

        return eight.GetLower() + eight.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LowerFourDoubles<TVector>(TVector lanes)
        where TVector : struct
    {
        if (typeof(TVector) == typeof(Vector256<double>))
        {
            return Unsafe.BitCast<TVector, Vector256<double>>(lanes);
        }

        Vector512<double> eight = Unsafe.BitCast<TVector, Vector512<double>>(lanes);
        return eight.GetLower() + eight.GetUpper();
    }

    /// <summary>The next step of the tree for two sums: (a0 + a2, a1 + a3, b0 + b2, b1 + b3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> AddHalves(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported
            ? Sse.MoveLowToHigh(a, b) + Sse.MoveHighToLow(b, a)
            : Vector128.Create(a.GetLower(), b.GetLower()) + Vector128.Create(a.GetUpper(), b.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> AddHalves(Vector256<double> a, Vector256<double> b) =>
        Avx.IsSupported
            ? Avx.Permute2x128(a, b, 0x20) + Avx.Permute2x128(a, b, 0x31)
            : Vector256.Create(a.GetLower(), b.GetLower()) + Vector256.Create(a.GetUpper(), b.GetUpper());

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
