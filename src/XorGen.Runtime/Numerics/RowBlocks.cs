using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace XorGen.Numerics;

/// <summary>Copies of rows between the layouts that kernels work in.</summary>
[CLSCompliant(false)]
public static class RowBlocks
{
    /// <summary>Copies rows to where they are further apart; what lies between stays.</summary>
    /// <param name="rows">Rows of <paramref name="width"/> values, one after the other.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="destination">Receives the rows, <paramref name="stride"/> apart.</param>
    /// <param name="stride">The distance between two rows, at least <paramref name="width"/>.</param>
    public static void Spread<T>(ReadOnlySpan<T> rows, int width, Span<T> destination, int stride)
        where T : unmanaged
    {
        for (int source = 0, target = 0; source < rows.Length; source += width, target += stride)
        {
            rows.Slice(source, width).CopyTo(destination.Slice(target, width));
        }
    }

    /// <summary>Copies rows to where each begins with a vector; what is after a row is overwritten with anything.</summary>
    /// <param name="rows">Rows of <paramref name="width"/> values, one after the other.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="destination">Receives the rows, <paramref name="stride"/> apart.</param>
    /// <param name="stride">The distance between two rows, at least <paramref name="width"/>: whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SpreadVectors<TVector, TLanes, T>(ReadOnlySpan<T> rows, int width, ref T destination, int stride)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        ref T first = ref MemoryMarshal.GetReference(rows);
        int source = 0;
        int target = 0;
        for (; source + stride <= rows.Length; source += width, target += stride)
        {
            for (int column = 0; column < stride; column += TLanes.Count)
            {
                TLanes.Store(TLanes.Load(ref first, (nuint)(source + column)), ref destination, (nuint)(target + column));
            }
        }

        // The last rows, after which a whole vector would read what is not there.
        for (; source < rows.Length; source += width, target += stride)
        {
            for (int column = 0; column < width; column++)
            {
                Unsafe.Add(ref destination, target + column) = rows[source + column];
            }
        }
    }

    /// <summary>Copies rows that each begin with a vector to where they are one after the other.</summary>
    /// <param name="source">The first row, <paramref name="stride"/> before the second.</param>
    /// <param name="stride">The distance between two rows: whole vectors.</param>
    /// <param name="rows">Receives the rows.</param>
    /// <param name="width">The length of a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void GatherVectors<TVector, TLanes, T>(ref T source, int stride, Span<T> rows, int width)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
    {
        ref T first = ref MemoryMarshal.GetReference(rows);
        int from = 0;
        int target = 0;

        // What a vector writes after a row is overwritten by the next row.
        for (; target + stride <= rows.Length; from += stride, target += width)
        {
            for (int column = 0; column < stride; column += TLanes.Count)
            {
                TLanes.Store(TLanes.Load(ref source, (nuint)(from + column)), ref first, (nuint)(target + column));
            }
        }

        for (; target < rows.Length; from += stride, target += width)
        {
            for (int column = 0; column < width; column++)
            {
                rows[target + column] = Unsafe.Add(ref source, from + column);
            }
        }
    }

    /// <summary>Copies rows that are further apart to where they are one after the other.</summary>
    /// <param name="source">Rows of <paramref name="width"/> values, <paramref name="stride"/> apart.</param>
    /// <param name="stride">The distance between two rows, at least <paramref name="width"/>.</param>
    /// <param name="rows">Receives the rows.</param>
    /// <param name="width">The length of a row.</param>
    public static void Gather<T>(ReadOnlySpan<T> source, int stride, Span<T> rows, int width)
        where T : unmanaged
    {
        for (int from = 0, target = 0; target < rows.Length; from += stride, target += width)
        {
            source.Slice(from, width).CopyTo(rows.Slice(target, width));
        }
    }

    /// <summary>Copies rows as columns.</summary>
    /// <param name="rows">The first row, <paramref name="stride"/> before the second.</param>
    /// <param name="stride">The distance between two rows.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="columns">Receives <paramref name="width"/> rows of <paramref name="count"/> values.</param>
    /// <param name="columnStride">The distance between two of these.</param>
    public static void Transpose<T>(ReadOnlySpan<T> rows, int stride, int count, int width, Span<T> columns, int columnStride)
        where T : unmanaged
    {
        // The last element of each is there, or the slice throws.
        ref T source = ref MemoryMarshal.GetReference(rows[..(((count - 1) * stride) + width)]);
        ref T destination = ref MemoryMarshal.GetReference(columns[..(((width - 1) * columnStride) + count)]);
        Transposition.Copy(ref source, stride, count, width, ref destination, columnStride);
    }

    /// <summary>Copies rows and repeats the last one to the end of the destination.</summary>
    /// <param name="rows">Rows of <paramref name="width"/> values, at least one.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="destination">Receives the rows; its length is a multiple of <paramref name="width"/>.</param>
    public static void RepeatLast<T>(ReadOnlySpan<T> rows, int width, Span<T> destination)
        where T : unmanaged
    {
        rows.CopyTo(destination);
        ReadOnlySpan<T> last = rows[^width..];
        for (int i = rows.Length; i < destination.Length; i += width)
        {
            last.CopyTo(destination.Slice(i, width));
        }
    }

    /// <summary>Writes class labels as rows that are 1 in the label's column and 0 elsewhere.</summary>
    /// <param name="labels">The class of each row, checked.</param>
    /// <param name="destination">Receives the rows, <paramref name="stride"/> apart.</param>
    /// <param name="stride">The length of a row, at least the number of classes.</param>
    public static void OneHot<T>(ReadOnlySpan<int> labels, Span<T> destination, int stride)
        where T : unmanaged, INumberBase<T>
    {
        destination[..(labels.Length * stride)].Clear();
        for (int i = 0; i < labels.Length; i++)
        {
            destination[(i * stride) + labels[i]] = T.One;
        }
    }

    /// <summary>Writes columns as rows.</summary>
    /// <param name="columns">Columns of <paramref name="count"/> values, one after the other.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="rows">Receives rows of <paramref name="width"/> values.</param>
    /// <param name="width">The number of columns.</param>
    public static void Interleave<T>(ref T columns, int count, ref T rows, int width)
        where T : unmanaged
    {
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column < width; column++)
            {
                Unsafe.Add(ref rows, (row * width) + column) = Unsafe.Add(ref columns, (column * count) + row);
            }
        }
    }

    /// <summary>Counts the rows whose largest value, the first of equal ones, is in the label's column. A NaN is never the largest.</summary>
    /// <param name="rows">Rows, <paramref name="stride"/> apart.</param>
    /// <param name="stride">The distance between two rows.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="labels">The class of each row.</param>
    public static int CountCorrect<T>(ReadOnlySpan<T> rows, int stride, int width, ReadOnlySpan<int> labels)
        where T : unmanaged, INumber<T>
    {
        int correct = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            correct += LargestIndex(rows.Slice(i * stride, width)) == labels[i] ? 1 : 0;
        }

        return correct;
    }

    /// <summary>Returns the column of the largest value, the first of equal ones; -1 where all are NaN, which is never the largest.</summary>
    /// <param name="row">A row, not empty.</param>
    public static int LargestIndex<T>(ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
    {
        int largest = 0;
        for (int j = 1; j < row.Length; j++)
        {
            if (row[j] > row[largest] || T.IsNaN(row[largest]))
            {
                largest = j;
            }
        }

        return T.IsNaN(row[largest]) ? -1 : largest;
    }
}
