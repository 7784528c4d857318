using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>The sums of the columns of a matrix, columns in the lanes: the gradient of biases.</summary>
/// <remarks>
/// Row r goes to sum r modulo eight, the first of which begins with what there is already; in the end the upper half is
/// added to the lower, until one is left. One sum after the other would wait for each of its additions.
/// </remarks>
internal static class ColumnSums
{
    /// <summary>Computes the sums and gives them to an epilogue.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns, whole vectors, and the distance between two rows.</param>
    /// <param name="matrix">The first row.</param>
    /// <param name="start">What the sums start from; a null reference for zeros.</param>
    /// <param name="epilogue">What becomes of the sums.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Compute<TVector, TLanes, T, TEpilogue>(int rows, int columns, ref T matrix, ref T start, TEpilogue epilogue)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TEpilogue : struct, IEpilogue<TVector, T>, allows ref struct
    {
        nuint stride = (nuint)columns;
        for (nuint column = 0; column < stride; column += (nuint)TLanes.Count)
        {
            TVector s0 = Unsafe.IsNullRef(ref start) ? TLanes.Zero : TLanes.Load(ref start, column);
            TVector s1 = TLanes.Zero;
            TVector s2 = TLanes.Zero;
            TVector s3 = TLanes.Zero;
            TVector s4 = TLanes.Zero;
            TVector s5 = TLanes.Zero;
            TVector s6 = TLanes.Zero;
            TVector s7 = TLanes.Zero;
            ref T row = ref Unsafe.Add(ref matrix, column);
            int left = rows;
            for (; left >= 8; left -= 8)
            {
                s0 = TLanes.Add(s0, TLanes.Load(ref row, 0));
                s1 = TLanes.Add(s1, TLanes.Load(ref row, stride));
                s2 = TLanes.Add(s2, TLanes.Load(ref row, 2 * stride));
                s3 = TLanes.Add(s3, TLanes.Load(ref row, 3 * stride));
                s4 = TLanes.Add(s4, TLanes.Load(ref row, 4 * stride));
                s5 = TLanes.Add(s5, TLanes.Load(ref row, 5 * stride));
                s6 = TLanes.Add(s6, TLanes.Load(ref row, 6 * stride));
                s7 = TLanes.Add(s7, TLanes.Load(ref row, 7 * stride));
                row = ref Unsafe.Add(ref row, 8 * stride);
            }

            s0 = left > 0 ? TLanes.Add(s0, TLanes.Load(ref row, 0)) : s0;
            s1 = left > 1 ? TLanes.Add(s1, TLanes.Load(ref row, stride)) : s1;
            s2 = left > 2 ? TLanes.Add(s2, TLanes.Load(ref row, 2 * stride)) : s2;
            s3 = left > 3 ? TLanes.Add(s3, TLanes.Load(ref row, 3 * stride)) : s3;
            s4 = left > 4 ? TLanes.Add(s4, TLanes.Load(ref row, 4 * stride)) : s4;
            s5 = left > 5 ? TLanes.Add(s5, TLanes.Load(ref row, 5 * stride)) : s5;
            s6 = left > 6 ? TLanes.Add(s6, TLanes.Load(ref row, 6 * stride)) : s6;
            s0 = TLanes.Add(TLanes.Add(s0, s4), TLanes.Add(s2, s6));
            s1 = TLanes.Add(TLanes.Add(s1, s5), TLanes.Add(s3, s7));
            epilogue.Apply(TLanes.Add(s0, s1), column);
        }
    }
}
