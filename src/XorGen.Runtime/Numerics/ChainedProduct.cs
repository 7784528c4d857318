using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>
/// <c>c[i][j] = start[j] + sum over k of a[i][k] b[k][j]</c>, j in the lanes, where the sum is made in several chains: the
/// product of index k goes to chain k modulo their number, chain 0 begins with the start and the others with zero, and in
/// the end the upper half of the chains is added to the lower, until one is left.
/// </summary>
/// <remarks>
/// A single row has nothing but its chains to hide the latency of a fused multiply-add behind; here they are made one after
/// the other, to the same bits. The halving tree is a recursion: the even chains of a set are its first half's sum.
/// </remarks>
internal static class ChainedProduct
{
    /// <summary>Computes the product. <paramref name="columns"/> is a multiple of the lanes of 512 bits; b and c have that row stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Compute<TVector, TLanes, T>(
        int rows, int depth, int columns, int chains, ref T a, int rowStride, ref T b, ref T start, ref T c)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        int row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            ref T left = ref Unsafe.Add(ref a, (nint)row * rowStride);
            ref T result = ref Unsafe.Add(ref c, (nint)row * columns);
            for (int column = 0; column < columns; column += TLanes.Count)
            {
                var product = new Product<T>(ref left, rowStride, ref Unsafe.Add(ref b, column), columns, depth, chains);
                Quad<TVector> sums = Sum<TVector, TLanes, T>(product, 0, 1, TLanes.Load(ref start, (nuint)column));
                TLanes.Store(sums.Row0, ref result, (nuint)column);
                TLanes.Store(sums.Row1, ref result, (nuint)(columns + column));
                TLanes.Store(sums.Row2, ref result, (nuint)((2 * columns) + column));
                TLanes.Store(sums.Row3, ref result, (nuint)((3 * columns) + column));
            }
        }

        for (; row < rows; row++)
        {
            // The same row four times: the stride between them is zero.
            ref T left = ref Unsafe.Add(ref a, (nint)row * rowStride);
            for (int column = 0; column < columns; column += TLanes.Count)
            {
                var product = new Product<T>(ref left, 0, ref Unsafe.Add(ref b, column), columns, depth, chains);
                Quad<TVector> sums = Sum<TVector, TLanes, T>(product, 0, 1, TLanes.Load(ref start, (nuint)column));
                TLanes.Store(sums.Row0, ref c, (nuint)(((nint)row * columns) + column));
            }
        }
    }

    /// <summary>Sums the chains first, first + step, first + 2 step, ...</summary>
    private static Quad<TVector> Sum<TVector, TLanes, T>(Product<T> product, int first, int step, TVector start)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        if (step == product.Chains)
        {
            return Chain<TVector, TLanes, T>(product, first, start);
        }

        Quad<TVector> even = Sum<TVector, TLanes, T>(product, first, 2 * step, start);
        Quad<TVector> odd = Sum<TVector, TLanes, T>(product, first + step, 2 * step, TLanes.Zero);
        return new(
            TLanes.Add(even.Row0, odd.Row0),
            TLanes.Add(even.Row1, odd.Row1),
            TLanes.Add(even.Row2, odd.Row2),
            TLanes.Add(even.Row3, odd.Row3));
    }

    private static Quad<TVector> Chain<TVector, TLanes, T>(Product<T> product, int first, TVector start)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        TVector row0 = start;
        TVector row1 = start;
        TVector row2 = start;
        TVector row3 = start;
        nuint stride = (nuint)product.RowStride;
        ref T left = ref Unsafe.Add(ref product.Left, first);
        ref T right = ref Unsafe.Add(ref product.Right, (nint)first * product.Columns);
        for (int k = first; k < product.Depth; k += product.Chains)
        {
            TVector weights = TLanes.Load(ref right, 0);
            row0 = TLanes.FusedMultiplyAdd(TLanes.Create(left), weights, row0);
            row1 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref left, stride)), weights, row1);
            row2 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref left, 2 * stride)), weights, row2);
            row3 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref left, 3 * stride)), weights, row3);
            left = ref Unsafe.Add(ref left, product.Chains);
            right = ref Unsafe.Add(ref right, (nint)product.Chains * product.Columns);
        }

        return new(row0, row1, row2, row3);
    }

    /// <summary>A vector of each of four rows.</summary>
    private readonly struct Quad<TVector>(TVector row0, TVector row1, TVector row2, TVector row3)
        where TVector : struct
    {
        public readonly TVector Row0 = row0;
        public readonly TVector Row1 = row1;
        public readonly TVector Row2 = row2;
        public readonly TVector Row3 = row3;
    }

    /// <summary>Four rows and a vector of columns to be multiplied.</summary>
    private readonly ref struct Product<T>(ref T left, int rowStride, ref T right, int columns, int depth, int chains)
        where T : unmanaged
    {
        public readonly ref T Left = ref left;
        public readonly ref T Right = ref right;
        public readonly int RowStride = rowStride;
        public readonly int Columns = columns;
        public readonly int Depth = depth;
        public readonly int Chains = chains;
    }
}
