using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace XorGen.Numerics;

/// <summary>What the pass of a single row does with the vectors of its last layer.</summary>
[CLSCompliant(false)]
public static partial class RowVectors
{
    /// <summary>Copies values that are padded to whole vectors to where they are not.</summary>
    /// <param name="count">The number of values. Meant to be a constant.</param>
    /// <param name="source">The values.</param>
    /// <param name="destination">Receives them, and nothing after them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFirst<TVector, TLanes, T>(int count, ref T source, ref T destination)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        for (int i = 0; i < count; i += TLanes.Count)
        {
            StoreFirst<TVector, TLanes, T>(TLanes.Load(ref source, (nuint)i), count - i, ref destination, (nuint)i);
        }
    }

    /// <summary>Stores the first lanes of a vector, and nothing beyond them.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="count">The number of lanes: none if it is not positive, all if it exceeds their number. Meant to be a constant.</param>
    /// <param name="destination">Receives the lanes, <paramref name="elementOffset"/> elements on.</param>
    /// <param name="elementOffset">Where the first lane goes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst<TVector, TLanes, T>(TVector value, int count, ref T destination, nuint elementOffset)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        if (count >= TLanes.Count)
        {
            TLanes.Store(value, ref destination, elementOffset);
            return;
        }

        if (count <= 0)
        {
            return;
        }

        // In halves, quarters and so on: a masked store would keep the loads that follow waiting.
        ref byte to = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref destination, elementOffset));
        int bytes = count * Unsafe.SizeOf<T>();
        if (Unsafe.SizeOf<TVector>() == 64)
        {
            Store(Unsafe.BitCast<TVector, Vector512<byte>>(value), bytes, ref to);
        }
        else if (Unsafe.SizeOf<TVector>() == 32)
        {
            Store(Unsafe.BitCast<TVector, Vector256<byte>>(value), bytes, ref to);
        }
        else
        {
            Store(Unsafe.BitCast<TVector, Vector128<byte>>(value), bytes, ref to);
        }
    }

    /// <summary>Turns the sums of a row to its softmax: <c>a_j = exp(z_j - largest z) / sum of these</c>.</summary>
    /// <param name="outputs">The number of outputs, at least one.</param>
    /// <param name="z">The sums; whole vectors of 512 bits may be read.</param>
    /// <param name="a">Receives whole vectors; may be <paramref name="z"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Softmax<TVector, TLanes>(int outputs, ref float z, ref float a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector largest = TLanes.Create(Largest<TVector, TLanes, float>(outputs, ref z, float.NegativeInfinity));
        if (outputs <= TLanes.Count)
        {
            TVector e = ElementarySingle.Exp<TVector, TLanes>(TLanes.Subtract(TLanes.Load(ref z, 0), largest));
            e = TLanes.Select(TLanes.FirstLanes(outputs), e, TLanes.Zero);
            TLanes.Store(TLanes.Divide(e, TLanes.Create(Sum<TVector, float>(e, outputs))), ref a, 0);
            return;
        }

        var lanes = default(SixteenSingles);
        ref float sums = ref Unsafe.As<SixteenSingles, float>(ref lanes);
        for (nuint j = 0; j < (nuint)outputs; j += (nuint)TLanes.Count)
        {
            TVector e = ElementarySingle.Exp<TVector, TLanes>(TLanes.Subtract(TLanes.Load(ref z, j), largest));
            e = TLanes.Select(TLanes.FirstLanes(outputs - (int)j), e, TLanes.Zero);
            TLanes.Store(e, ref a, j);
            TLanes.Store(TLanes.Add(TLanes.Load(ref sums, j % 16), e), ref sums, j % 16);
        }

        TVector total = TLanes.Create(VirtualLanes.Sum(ref sums, Fewest(outputs, 16)));
        for (nuint j = 0; j < (nuint)outputs; j += (nuint)TLanes.Count)
        {
            TLanes.Store(TLanes.Divide(TLanes.Load(ref a, j), total), ref a, j);
        }
    }

    /// <inheritdoc cref="Softmax{TVector, TLanes}(int, ref float, ref float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Softmax<TVector, TLanes>(int outputs, ref double z, ref double a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector largest = TLanes.Create(Largest<TVector, TLanes, double>(outputs, ref z, double.NegativeInfinity));
        if (outputs <= TLanes.Count)
        {
            TVector e = ElementaryDouble.Exp<TVector, TLanes>(TLanes.Subtract(TLanes.Load(ref z, 0), largest));
            e = TLanes.Select(TLanes.FirstLanes(outputs), e, TLanes.Zero);
            TLanes.Store(TLanes.Divide(e, TLanes.Create(Sum<TVector, double>(e, outputs))), ref a, 0);
            return;
        }

        var lanes = default(EightDoubles);
        ref double sums = ref Unsafe.As<EightDoubles, double>(ref lanes);
        for (nuint j = 0; j < (nuint)outputs; j += (nuint)TLanes.Count)
        {
            TVector e = ElementaryDouble.Exp<TVector, TLanes>(TLanes.Subtract(TLanes.Load(ref z, j), largest));
            e = TLanes.Select(TLanes.FirstLanes(outputs - (int)j), e, TLanes.Zero);
            TLanes.Store(e, ref a, j);
            TLanes.Store(TLanes.Add(TLanes.Load(ref sums, j % 8), e), ref sums, j % 8);
        }

        TVector total = TLanes.Create(VirtualLanes.Sum(ref sums, Fewest(outputs, 8)));
        for (nuint j = 0; j < (nuint)outputs; j += (nuint)TLanes.Count)
        {
            TLanes.Store(TLanes.Divide(TLanes.Load(ref a, j), total), ref a, j);
        }
    }

    /// <summary>The sum of the lanes, in the order of <see cref="VirtualLanes"/>; those after the first few are zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Sum<TVector, T>(TVector lanes, int few)
        where TVector : struct
        where T : unmanaged, System.Numerics.INumber<T>
    {
        Vector128<T> four;
        if (Unsafe.SizeOf<TVector>() == 64)
        {
            Vector512<T> whole = Unsafe.BitCast<TVector, Vector512<T>>(lanes);
            Vector256<T> half = few * Unsafe.SizeOf<T>() > 32 ? whole.GetLower() + whole.GetUpper() : whole.GetLower();
            four = few * Unsafe.SizeOf<T>() > 16 ? half.GetLower() + half.GetUpper() : half.GetLower();
        }
        else if (Unsafe.SizeOf<TVector>() == 32)
        {
            Vector256<T> half = Unsafe.BitCast<TVector, Vector256<T>>(lanes);
            four = few * Unsafe.SizeOf<T>() > 16 ? half.GetLower() + half.GetUpper() : half.GetLower();
        }
        else
        {
            four = Unsafe.BitCast<TVector, Vector128<T>>(lanes);
        }

        if (Unsafe.SizeOf<T>() == 8)
        {
            return four.ToScalar() + four.GetElement(1);
        }

        Vector128<T> two = few > 2 ? four + Vector128.Shuffle(four.AsUInt64(), Vector128.Create(1ul, 1ul)).As<ulong, T>() : four;
        return two.ToScalar() + two.GetElement(1);
    }

    /// <summary>The number of lanes that the tree has to begin with, the others being zero: adding zeros changes no sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Fewest(int outputs, int lanes)
    {
        while (lanes > 2 && outputs <= lanes / 2)
        {
            lanes /= 2;
        }

        return lanes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Largest<TVector, TLanes, T>(int outputs, ref T z, T lowest)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged, System.Numerics.INumber<T>
    {
        TVector most = TLanes.Create(lowest);
        if (outputs <= 4)
        {
            // A vector would cost more than these three comparisons.
            Vector128<T> few = Vector128.CreateScalarUnsafe(z);
            for (nuint j = 1; j < (nuint)outputs; j++)
            {
                few = Greater(few, Vector128.CreateScalarUnsafe(Unsafe.Add(ref z, j)));
            }

            return few.ToScalar();
        }

        for (nuint j = 0; j < (nuint)outputs; j += (nuint)TLanes.Count)
        {
            TVector value = TLanes.Select(TLanes.FirstLanes(outputs - (int)j), TLanes.Load(ref z, j), TLanes.Create(lowest));
            most = TLanes.Max(value, most);
        }

        return Largest<TVector, T>(most);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Largest<TVector, T>(TVector most)
        where TVector : struct
        where T : unmanaged, System.Numerics.INumber<T>
    {
        Vector128<T> four;
        if (Unsafe.SizeOf<TVector>() == 64)
        {
            Vector512<T> whole = Unsafe.BitCast<TVector, Vector512<T>>(most);
            Vector256<T> half = Greater(whole.GetLower(), whole.GetUpper());
            four = Greater(half.GetLower(), half.GetUpper());
        }
        else if (Unsafe.SizeOf<TVector>() == 32)
        {
            Vector256<T> half = Unsafe.BitCast<TVector, Vector256<T>>(most);
            four = Greater(half.GetLower(), half.GetUpper());
        }
        else
        {
            four = Unsafe.BitCast<TVector, Vector128<T>>(most);
        }

        Vector128<T> two = Greater(four, Vector128.Shuffle(four.AsUInt64(), Vector128.Create(1ul, 1ul)).As<ulong, T>());
        return Unsafe.SizeOf<T>() == 8 ? two.ToScalar()
            : Greater(two, Vector128.Shuffle(two.AsInt32(), Vector128.Create(1, 1, 1, 1)).As<int, T>()).ToScalar();
    }

    /// <summary>Returns <c>a &gt; b ? a : b</c> without a branch, which would be mispredicted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Greater<T>(Vector256<T> a, Vector256<T> b) =>
        !Avx.IsSupported ? Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b)
            : Unsafe.SizeOf<T>() == 4 ? Avx.Max(a.AsSingle(), b.AsSingle()).As<float, T>()
            : Avx.Max(a.AsDouble(), b.AsDouble()).As<double, T>();

    /// <inheritdoc cref="Greater{T}(Vector256{T}, Vector256{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Greater<T>(Vector128<T> a, Vector128<T> b) =>
        !Sse2.IsSupported ? Vector128.ConditionalSelect(Vector128.GreaterThan(a, b), a, b)
            : Unsafe.SizeOf<T>() == 4 ? Sse.Max(a.AsSingle(), b.AsSingle()).As<float, T>()
            : Sse2.Max(a.AsDouble(), b.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<byte> value, int bytes, ref byte to)
    {
        if (bytes >= 32)
        {
            value.GetLower().StoreUnsafe(ref to);
            Store(value.GetUpper(), bytes - 32, ref Unsafe.Add(ref to, 32));
        }
        else
        {
            Store(value.GetLower(), bytes, ref to);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<byte> value, int bytes, ref byte to)
    {
        if (bytes >= 16)
        {
            value.GetLower().StoreUnsafe(ref to);
            Store(value.GetUpper(), bytes - 16, ref Unsafe.Add(ref to, 16));
        }
        else
        {
            Store(value.GetLower(), bytes, ref to);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector128<byte> value, int bytes, ref byte to)
    {
        int place = 0;
        if (bytes >= 8)
        {
            Unsafe.WriteUnaligned(ref to, value.AsDouble().ToScalar());
            place = 8;
        }

        if ((bytes & 4) != 0)
        {
            float last = place == 0 ? value.AsSingle().ToScalar() : value.AsSingle().GetElement(2);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, place), last);
        }
    }

    [InlineArray(16)]
    private struct SixteenSingles
    {
        private float first;
    }

    [InlineArray(8)]
    private struct EightDoubles
    {
        private double first;
    }
}
