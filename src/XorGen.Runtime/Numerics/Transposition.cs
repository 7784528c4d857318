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
