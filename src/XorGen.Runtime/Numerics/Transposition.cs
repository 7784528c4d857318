using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace XorGen.Numerics;

/// <summary>Copies a matrix with rows and columns exchanged, in squares that fit registers of 128 bits.</summary>
internal static class Transposition
{
    /// <summary>Writes <c>destination[j][i] = source[i][j]</c>.</summary>
    /// <param name="source">The matrix.</param>
    /// <param name="sourceStride">The distance between two of its rows.</param>
    /// <param name="rows">The number of its rows.</param>
    /// <param name="columns">The number of its columns.</param>
    /// <param name="destination">Receives <paramref name="columns"/> rows of <paramref name="rows"/> values.</param>
    /// <param name="destinationStride">The distance between two of these.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<T>(ref T source, nint sourceStride, int rows, int columns, ref T destination, nint destinationStride)
        where T : unmanaged
    {
        int side = Vector128<T>.Count;
        int wholeRows = rows - (rows % side);
        int wholeColumns = columns - (columns % side);
        for (int i = 0; i < wholeRows; i += side)
        {
            for (int j = 0; j < wholeColumns; j += side)
            {
                CopySquare(
                    ref Unsafe.Add(ref source, (i * sourceStride) + j), sourceStride, ref Unsafe.Add(ref destination, (j * destinationStride) + i), destinationStride);
            }

            CopyElements(ref source, sourceStride, i, i + side, wholeColumns, columns, ref destination, destinationStride);
        }

        CopyElements(ref source, sourceStride, wholeRows, rows, 0, columns, ref destination, destinationStride);
    }

    /// <summary>Writes columns as vectors: element j of row i goes to lane i of vector j, for as many rows as a vector has lanes.</summary>
    /// <param name="rows">The first element of the first row.</param>
    /// <param name="stride">The distance between two rows.</param>
    /// <param name="columns">The number of columns, a multiple of the elements in 128 bits.</param>
    /// <param name="vectors">Receives the vectors, one after the other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToVectors<TVector, TLanes, T>(ref T rows, nint stride, int columns, ref T vectors)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        if (!IsInRegisters<TVector>())
        {
            Copy(ref rows, stride, TLanes.Count, columns, ref vectors, TLanes.Count);
            return;
        }

        // Rows that are side by side in memory have their places in the vector one piece of 128 bits apart.
        int side = Vector128<T>.Count;
        for (int j = 0; j < columns; j += side)
        {
            ref T from = ref Unsafe.Add(ref rows, j);
            ref T to = ref Unsafe.Add(ref vectors, j * TLanes.Count);
            TVector v0 = LoadPieces<TVector, T>(ref from, stride);
            TVector v1 = LoadPieces<TVector, T>(ref Unsafe.Add(ref from, stride), stride);
            if (side == 2)
            {
                TLanes.Store(LowerDoubles(v0, v1), ref to, 0);
                TLanes.Store(UpperDoubles(v0, v1), ref to, (nuint)TLanes.Count);
                continue;
            }

            TVector v2 = LoadPieces<TVector, T>(ref Unsafe.Add(ref from, 2 * stride), stride);
            TVector v3 = LoadPieces<TVector, T>(ref Unsafe.Add(ref from, 3 * stride), stride);
            Exchange(ref v0, ref v1, ref v2, ref v3);
            TLanes.Store(v0, ref to, 0);
            TLanes.Store(v1, ref to, (nuint)TLanes.Count);
            TLanes.Store(v2, ref to, (nuint)(2 * TLanes.Count));
            TLanes.Store(v3, ref to, (nuint)(3 * TLanes.Count));
        }
    }

    /// <summary>The reverse of <see cref="ToVectors"/>.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="columns">Their number, a multiple of the elements in 128 bits.</param>
    /// <param name="rows">Receives the rows.</param>
    /// <param name="stride">The distance between two of these.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FromVectors<TVector, TLanes, T>(ref T vectors, int columns, ref T rows, nint stride)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        if (!IsInRegisters<TVector>())
        {
            Copy(ref vectors, TLanes.Count, columns, TLanes.Count, ref rows, stride);
            return;
        }

        int side = Vector128<T>.Count;
        for (int j = 0; j < columns; j += side)
        {
            ref T from = ref Unsafe.Add(ref vectors, j * TLanes.Count);
            ref T to = ref Unsafe.Add(ref rows, j);
            TVector v0 = TLanes.Load(ref from, 0);
            TVector v1 = TLanes.Load(ref from, (nuint)TLanes.Count);
            if (side == 2)
            {
                StorePieces(LowerDoubles(v0, v1), ref to, stride);
                StorePieces(UpperDoubles(v0, v1), ref Unsafe.Add(ref to, stride), stride);
                continue;
            }

            TVector v2 = TLanes.Load(ref from, (nuint)(2 * TLanes.Count));
            TVector v3 = TLanes.Load(ref from, (nuint)(3 * TLanes.Count));
            Exchange(ref v0, ref v1, ref v2, ref v3);
            StorePieces(v0, ref to, stride);
            StorePieces(v1, ref Unsafe.Add(ref to, stride), stride);
            StorePieces(v2, ref Unsafe.Add(ref to, 2 * stride), stride);
            StorePieces(v3, ref Unsafe.Add(ref to, 3 * stride), stride);
        }
    }

    /// <summary>Whether there are instructions that exchange elements in each 128 bits of the vector, which has more than one of these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsInRegisters<TVector>()
        where TVector : struct
        => (Unsafe.SizeOf<TVector>() == 64 && Avx512F.IsSupported) || (Unsafe.SizeOf<TVector>() == 32 && Avx.IsSupported);

    /// <summary>Loads 128 bits of every fourth row (of single precision) or of every second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LoadPieces<TVector, T>(ref T first, nint stride)
        where TVector : struct
        where T : unmanaged
    {
        nint step = Vector128<T>.Count * stride;
        var lower = Vector256.Create(Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref Unsafe.Add(ref first, step)));
        if (Unsafe.SizeOf<TVector>() == 32)
        {
            return Unsafe.BitCast<Vector256<T>, TVector>(lower);
        }

        var upper = Vector256.Create(
            Vector128.LoadUnsafe(ref Unsafe.Add(ref first, 2 * step)), Vector128.LoadUnsafe(ref Unsafe.Add(ref first, 3 * step)));
        return Unsafe.BitCast<Vector512<T>, TVector>(Vector512.Create(lower, upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePieces<TVector, T>(TVector pieces, ref T first, nint stride)
        where TVector : struct
        where T : unmanaged
    {
        nint step = Vector128<T>.Count * stride;
        Vector256<T> lower;
        if (Unsafe.SizeOf<TVector>() == 32)
        {
            lower = Unsafe.BitCast<TVector, Vector256<T>>(pieces);
        }
        else
        {
            Vector512<T> whole = Unsafe.BitCast<TVector, Vector512<T>>(pieces);
            lower = whole.GetLower();
            Vector256<T> upper = whole.GetUpper();
            upper.GetLower().StoreUnsafe(ref Unsafe.Add(ref first, 2 * step));
            upper.GetUpper().StoreUnsafe(ref Unsafe.Add(ref first, 3 * step));
        }

        lower.GetLower().StoreUnsafe(ref first);
        lower.GetUpper().StoreUnsafe(ref Unsafe.Add(ref first, step));
    }

    /// <summary>Exchanges rows and columns of the squares of four that four vectors of single precision have in each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Exchange<TVector>(ref TVector v0, ref TVector v1, ref TVector v2, ref TVector v3)
        where TVector : struct
    {
        TVector low01 = LowerSingles(v0, v1);
        TVector high01 = UpperSingles(v0, v1);
        TVector low23 = LowerSingles(v2, v3);
        TVector high23 = UpperSingles(v2, v3);
        v0 = LowerDoubles(low01, low23);
        v1 = UpperDoubles(low01, low23);
        v2 = LowerDoubles(high01, high23);
        v3 = UpperDoubles(high01, high23);
    }

    /// <summary>Returns a0, b0, a1, b1 of each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LowerSingles<TVector>(TVector a, TVector b)
        where TVector : struct
        => Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(Avx512F.UnpackLow(Unsafe.BitCast<TVector, Vector512<float>>(a), Unsafe.BitCast<TVector, Vector512<float>>(b)))
            : Unsafe.BitCast<Vector256<float>, TVector>(Avx.UnpackLow(Unsafe.BitCast<TVector, Vector256<float>>(a), Unsafe.BitCast<TVector, Vector256<float>>(b)));

    /// <summary>Returns a2, b2, a3, b3 of each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector UpperSingles<TVector>(TVector a, TVector b)
        where TVector : struct
        => Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(Avx512F.UnpackHigh(Unsafe.BitCast<TVector, Vector512<float>>(a), Unsafe.BitCast<TVector, Vector512<float>>(b)))
            : Unsafe.BitCast<Vector256<float>, TVector>(Avx.UnpackHigh(Unsafe.BitCast<TVector, Vector256<float>>(a), Unsafe.BitCast<TVector, Vector256<float>>(b)));

    /// <summary>Returns a0, b0 of each 128 bits, as pieces of 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LowerDoubles<TVector>(TVector a, TVector b)
        where TVector : struct
        => Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<double>, TVector>(Avx512F.UnpackLow(Unsafe.BitCast<TVector, Vector512<double>>(a), Unsafe.BitCast<TVector, Vector512<double>>(b)))
            : Unsafe.BitCast<Vector256<double>, TVector>(Avx.UnpackLow(Unsafe.BitCast<TVector, Vector256<double>>(a), Unsafe.BitCast<TVector, Vector256<double>>(b)));

    /// <summary>Returns a1, b1 of each 128 bits, as pieces of 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector UpperDoubles<TVector>(TVector a, TVector b)
        where TVector : struct
        => Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<double>, TVector>(Avx512F.UnpackHigh(Unsafe.BitCast<TVector, Vector512<double>>(a), Unsafe.BitCast<TVector, Vector512<double>>(b)))
            : Unsafe.BitCast<Vector256<double>, TVector>(Avx.UnpackHigh(Unsafe.BitCast<TVector, Vector256<double>>(a), Unsafe.BitCast<TVector, Vector256<double>>(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyElements<T>(
        ref T source, nint sourceStride, int firstRow, int endRow, int firstColumn, int endColumn, ref T destination, nint destinationStride)
        where T : unmanaged
    {
        for (int j = firstColumn; j < endColumn; j++)
        {
            for (int i = firstRow; i < endRow; i++)
            {
                Unsafe.Add(ref destination, (j * destinationStride) + i) = Unsafe.Add(ref source, (i * sourceStride) + j);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopySquare<T>(ref T source, nint sourceStride, ref T destination, nint destinationStride)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            CopySquare(ref Unsafe.As<T, float>(ref source), sourceStride, ref Unsafe.As<T, float>(ref destination), destinationStride);
        }
        else
        {
            CopySquare(ref Unsafe.As<T, double>(ref source), sourceStride, ref Unsafe.As<T, double>(ref destination), destinationStride);
        }
    }

    /// <summary>Four rows of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopySquare(ref float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        Vector128<float> row0 = Vector128.LoadUnsafe(ref source);
        Vector128<float> row1 = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride));
        Vector128<float> row2 = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceStride));
        Vector128<float> row3 = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceStride));
        Vector128<double> low01 = LowerPairs(row0, row1).AsDouble();
        Vector128<double> low23 = LowerPairs(row2, row3).AsDouble();
        Vector128<double> high01 = UpperPairs(row0, row1).AsDouble();
        Vector128<double> high23 = UpperPairs(row2, row3).AsDouble();
        Lower(low01, low23).AsSingle().StoreUnsafe(ref destination);
        Upper(low01, low23).AsSingle().StoreUnsafe(ref Unsafe.Add(ref destination, destinationStride));
        Lower(high01, high23).AsSingle().StoreUnsafe(ref Unsafe.Add(ref destination, 2 * destinationStride));
        Upper(high01, high23).AsSingle().StoreUnsafe(ref Unsafe.Add(ref destination, 3 * destinationStride));
    }

    /// <summary>Two rows of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopySquare(ref double source, nint sourceStride, ref double destination, nint destinationStride)
    {
        Vector128<double> row0 = Vector128.LoadUnsafe(ref source);
        Vector128<double> row1 = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride));
        Lower(row0, row1).StoreUnsafe(ref destination);
        Upper(row0, row1).StoreUnsafe(ref Unsafe.Add(ref destination, destinationStride));
    }

    /// <summary>Returns a0, b0, a1, b1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> LowerPairs(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b)
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
            : Vector128.Create(a[0], b[0], a[1], b[1]);

    /// <summary>Returns a2, b2, a3, b3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> UpperPairs(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b)
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
            : Vector128.Create(a[2], b[2], a[3], b[3]);

    /// <summary>Returns a0, b0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Lower(Vector128<double> a, Vector128<double> b) =>
        Sse2.IsSupported ? Sse2.UnpackLow(a, b)
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
            : Vector128.Create(a[0], b[0]);

    /// <summary>Returns a1, b1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Upper(Vector128<double> a, Vector128<double> b) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(a, b)
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
            : Vector128.Create(a[1], b[1]);
}
