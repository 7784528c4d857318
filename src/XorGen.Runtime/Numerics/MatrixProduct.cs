using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>
/// <c>c[i][j] = start[i][j] + sum over k of a[i][k] b[k][j]</c>, j in the lanes, in register tiles. Inlined into callers
/// that pass constants.
/// </summary>
internal static class MatrixProduct
{
    private const int TileRows = 4;

    /// <summary>The left factor: any matrix whose elements are evenly spaced in both directions.</summary>
    public readonly ref struct Left<T>(ref T first, int rowStride, int columnStride)
        where T : unmanaged
    {
        private readonly ref T first = ref first;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ref T Row(int row) => ref Unsafe.Add(ref first, (nint)row * rowStride);

        public nuint ColumnStride
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => (nuint)columnStride;
        }

        public nuint RowStride
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => (nuint)rowStride;
        }
    }

    /// <summary>What the sums start from: zeros (a null reference), one row for all, or a row for each.</summary>
    public readonly ref struct Start<T>(ref T first, int rowStride)
        where T : unmanaged
    {
        private readonly ref T first = ref first;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector, TLanes>(int row, int column)
            where TVector : struct
            where TLanes : struct, ILanes<TVector, T>
            => Unsafe.IsNullRef(ref first) ? TLanes.Zero : TLanes.Load(ref first, (nuint)(((nint)row * rowStride) + column));
    }

    /// <summary>Computes the product. <paramref name="columns"/> is a multiple of the lanes of 512 bits; b and c have that row stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Compute<TVector, TLanes, T>(
        int rows, int depth, int columns, Left<T> a, ref T b, Start<T> start, ref T c)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        int wholeTiles = rows - (rows % TileRows);
        int column = 0;
        for (; column + (2 * TLanes.Count) <= columns; column += 2 * TLanes.Count)
        {
            for (int row = 0; row < wholeTiles; row += TileRows)
            {
                FourRowsTwoVectors<TVector, TLanes, T>(row, column, depth, columns, a, ref b, start, ref c);
            }
        }

        if (column < columns)
        {
            for (int row = 0; row < wholeTiles; row += TileRows)
            {
                FourRowsOneVector<TVector, TLanes, T>(row, column, depth, columns, a, ref b, start, ref c);
            }
        }

        for (int row = wholeTiles; row < rows; row++)
        {
            column = 0;
            for (; column + (4 * TLanes.Count) <= columns; column += 4 * TLanes.Count)
            {
                OneRowFourVectors<TVector, TLanes, T>(row, column, depth, columns, a, ref b, start, ref c);
            }

            for (; column < columns; column += TLanes.Count)
            {
                OneRowOneVector<TVector, TLanes, T>(row, column, depth, columns, a, ref b, start, ref c);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourRowsTwoVectors<TVector, TLanes, T>(
        int row, int column, int depth, int columns, Left<T> a, ref T b, Start<T> start, ref T c)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        int next = column + TLanes.Count;
        TVector c00 = start.At<TVector, TLanes>(row, column);
        TVector c01 = start.At<TVector, TLanes>(row, next);
        TVector c10 = start.At<TVector, TLanes>(row + 1, column);
        TVector c11 = start.At<TVector, TLanes>(row + 1, next);
        TVector c20 = start.At<TVector, TLanes>(row + 2, column);
        TVector c21 = start.At<TVector, TLanes>(row + 2, next);
        TVector c30 = start.At<TVector, TLanes>(row + 3, column);
        TVector c31 = start.At<TVector, TLanes>(row + 3, next);
        ref T left = ref a.Row(row);
        ref T right = ref Unsafe.Add(ref b, column);
        for (int k = 0; k < depth; k++)
        {
            TVector b0 = TLanes.Load(ref right, 0);
            TVector b1 = TLanes.Load(ref right, (nuint)TLanes.Count);
            TVector a0 = TLanes.Create(left);
            c00 = TLanes.FusedMultiplyAdd(a0, b0, c00);
            c01 = TLanes.FusedMultiplyAdd(a0, b1, c01);
            TVector a1 = TLanes.Create(Unsafe.Add(ref left, a.RowStride));
            c10 = TLanes.FusedMultiplyAdd(a1, b0, c10);
            c11 = TLanes.FusedMultiplyAdd(a1, b1, c11);
            TVector a2 = TLanes.Create(Unsafe.Add(ref left, 2 * a.RowStride));
            c20 = TLanes.FusedMultiplyAdd(a2, b0, c20);
            c21 = TLanes.FusedMultiplyAdd(a2, b1, c21);
            TVector a3 = TLanes.Create(Unsafe.Add(ref left, 3 * a.RowStride));
            c30 = TLanes.FusedMultiplyAdd(a3, b0, c30);
            c31 = TLanes.FusedMultiplyAdd(a3, b1, c31);
            left = ref Unsafe.Add(ref left, a.ColumnStride);
            right = ref Unsafe.Add(ref right, columns);
        }

        StorePair<TVector, TLanes, T>(c00, c01, ref c, row, column, columns);
        StorePair<TVector, TLanes, T>(c10, c11, ref c, row + 1, column, columns);
        StorePair<TVector, TLanes, T>(c20, c21, ref c, row + 2, column, columns);
        StorePair<TVector, TLanes, T>(c30, c31, ref c, row + 3, column, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourRowsOneVector<TVector, TLanes, T>(
        int row, int column, int depth, int columns, Left<T> a, ref T b, Start<T> start, ref T c)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        TVector c0 = start.At<TVector, TLanes>(row, column);
        TVector c1 = start.At<TVector, TLanes>(row + 1, column);
        TVector c2 = start.At<TVector, TLanes>(row + 2, column);
        TVector c3 = start.At<TVector, TLanes>(row + 3, column);
        ref T left = ref a.Row(row);
        ref T right = ref Unsafe.Add(ref b, column);
        for (int k = 0; k < depth; k++)
        {
            TVector b0 = TLanes.Load(ref right, 0);
            c0 = TLanes.FusedMultiplyAdd(TLanes.Create(left), b0, c0);
            c1 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref left, a.RowStride)), b0, c1);
            c2 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref left, 2 * a.RowStride)), b0, c2);
            c3 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref left, 3 * a.RowStride)), b0, c3);
            left = ref Unsafe.Add(ref left, a.ColumnStride);
            right = ref Unsafe.Add(ref right, columns);
        }

        TLanes.Store(c0, ref c, Offset(row, column, columns));
        TLanes.Store(c1, ref c, Offset(row + 1, column, columns));
        TLanes.Store(c2, ref c, Offset(row + 2, column, columns));
        TLanes.Store(c3, ref c, Offset(row + 3, column, columns));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneRowFourVectors<TVector, TLanes, T>(
        int row, int column, int depth, int columns, Left<T> a, ref T b, Start<T> start, ref T c)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        TVector c0 = start.At<TVector, TLanes>(row, column);
        TVector c1 = start.At<TVector, TLanes>(row, column + TLanes.Count);
        TVector c2 = start.At<TVector, TLanes>(row, column + (2 * TLanes.Count));
        TVector c3 = start.At<TVector, TLanes>(row, column + (3 * TLanes.Count));
        ref T left = ref a.Row(row);
        ref T right = ref Unsafe.Add(ref b, column);
        for (int k = 0; k < depth; k++)
        {
            TVector a0 = TLanes.Create(left);
            c0 = TLanes.FusedMultiplyAdd(a0, TLanes.Load(ref right, 0), c0);
            c1 = TLanes.FusedMultiplyAdd(a0, TLanes.Load(ref right, (nuint)TLanes.Count), c1);
            c2 = TLanes.FusedMultiplyAdd(a0, TLanes.Load(ref right, (nuint)(2 * TLanes.Count)), c2);
            c3 = TLanes.FusedMultiplyAdd(a0, TLanes.Load(ref right, (nuint)(3 * TLanes.Count)), c3);
            left = ref Unsafe.Add(ref left, a.ColumnStride);
            right = ref Unsafe.Add(ref right, columns);
        }

        StorePair<TVector, TLanes, T>(c0, c1, ref c, row, column, columns);
        StorePair<TVector, TLanes, T>(c2, c3, ref c, row, column + (2 * TLanes.Count), columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneRowOneVector<TVector, TLanes, T>(
        int row, int column, int depth, int columns, Left<T> a, ref T b, Start<T> start, ref T c)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        TVector sum = start.At<TVector, TLanes>(row, column);
        ref T left = ref a.Row(row);
        ref T right = ref Unsafe.Add(ref b, column);
        for (int k = 0; k < depth; k++)
        {
            sum = TLanes.FusedMultiplyAdd(TLanes.Create(left), TLanes.Load(ref right, 0), sum);
            left = ref Unsafe.Add(ref left, a.ColumnStride);
            right = ref Unsafe.Add(ref right, columns);
        }

        TLanes.Store(sum, ref c, Offset(row, column, columns));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair<TVector, TLanes, T>(TVector first, TVector second, ref T c, int row, int column, int columns)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        TLanes.Store(first, ref c, Offset(row, column, columns));
        TLanes.Store(second, ref c, Offset(row, column + TLanes.Count, columns));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Offset(int row, int column, int columns) => (nuint)(((nint)row * columns) + column);
}
