using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>
/// <c>c[i][j] = start[i][j] + sum over k of a[i][k] b[k][j]</c>, j in the lanes, in register tiles, which an epilogue
/// takes. Every element is its start and then the products, each added by a fused multiply-add in the order of k (or of
/// <see cref="IDenseShape.Chains"/>), whatever the tile.
/// </summary>
/// <remarks>
/// A tile is as large as the registers allow, so that two fused multiply-adds can be under way in every cycle: with the 32
/// registers of 512 bits 6 rows of four vectors or 8 of three or fewer, with 16 registers 6 rows of two. What is left over
/// at the lower edge is a tile of its own with just these rows. So is what is left over at the right edge, where the
/// strips differ by at most one vector.
/// </remarks>
internal static class MatrixProduct
{
    /// <summary>Rows that are cut into parts are cut at multiples of that: whole tiles.</summary>
    public const int RowsToCut = 24;

    /// <summary>Computes the product.</summary>
    /// <param name="rows">The number of rows of a and c.</param>
    /// <param name="depth">The number of products in a sum.</param>
    /// <param name="a">The first element of the left factor.</param>
    /// <param name="b">The first element of the right factor.</param>
    /// <param name="start">What the sums start from; a null reference for zeros.</param>
    /// <param name="startStride">The distance between two rows of that; zero where it is one row for all.</param>
    /// <param name="epilogue">What becomes of the sums.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Compute<TVector, TLanes, T, TShape, TEpilogue>(
        int rows, int depth, ref T a, ref T b, ref T start, nint startStride, TEpilogue epilogue)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TVector, T>, allows ref struct
    {
        int mostVectorsOfTile = Unsafe.SizeOf<TShape>() == 1 ? RegisterTile.MostVectors : RegisterTile.MostVectorsOfChains;
        byte* memory = stackalloc byte[(mostVectorsOfTile * TLanes.Count * sizeof(T)) + 64];
        ref T buffer = ref Unsafe.AsRef<T>((void*)(((nuint)memory + 63) & ~(nuint)63));
        int mostVectors = IsWidest<TLanes, TVector, T>() ? 4 : 2;
        int vectors = TShape.Columns / TLanes.Count;
        for (int strips = (vectors + mostVectors - 1) / mostVectors; strips > 0; strips--)
        {
            int width = (vectors + strips - 1) / strips;
            vectors -= width;
            nuint offset = (nuint)(TShape.Columns - ((vectors + width) * TLanes.Count));
            ref T right = ref Unsafe.Add(ref b, offset);
            ref T first = ref Unsafe.IsNullRef(ref start) ? ref start : ref Unsafe.Add(ref start, offset);
            if (width == 1)
            {
                Strip<TVector, TLanes, T, OneVector<TVector, TLanes, T>, EightRows, TShape, TEpilogue>(
                    rows, depth, ref a, ref right, ref first, startStride, ref buffer, epilogue, offset);
            }
            else if (width == 2 && IsWidest<TLanes, TVector, T>())
            {
                Strip<TVector, TLanes, T, TwoVectors<TVector, TLanes, T>, EightRows, TShape, TEpilogue>(
                    rows, depth, ref a, ref right, ref first, startStride, ref buffer, epilogue, offset);
            }
            else if (width == 2)
            {
                Strip<TVector, TLanes, T, TwoVectors<TVector, TLanes, T>, SixRows, TShape, TEpilogue>(
                    rows, depth, ref a, ref right, ref first, startStride, ref buffer, epilogue, offset);
            }
            else if (width == 3)
            {
                Strip<TVector, TLanes, T, ThreeVectors<TVector, TLanes, T>, EightRows, TShape, TEpilogue>(
                    rows, depth, ref a, ref right, ref first, startStride, ref buffer, epilogue, offset);
            }
            else
            {
                Strip<TVector, TLanes, T, FourVectors<TVector, TLanes, T>, SixRows, TShape, TEpilogue>(
                    rows, depth, ref a, ref right, ref first, startStride, ref buffer, epilogue, offset);
            }
        }
    }

    /// <summary>Whether the vectors have 512 bits, and with them come 32 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWidest<TLanes, TVector, T>()
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        => TLanes.Count * Unsafe.SizeOf<T>() == 64;

    /// <summary>Computes neighbouring columns: whole tiles, and one for the rows that are left over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Strip<TVector, TLanes, T, TRow, TRows, TShape, TEpilogue>(
        int rows, int depth, ref T a, ref T b, ref T start, nint startStride, ref T buffer, TEpilogue epilogue, nuint offset)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TRow : struct, ITileRow<TRow, TVector, TLanes, T>
        where TRows : struct, ITileRows
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TVector, T>, allows ref struct
    {
        if (Unsafe.SizeOf<TShape>() == 4 && TRow.Vectors == 1 && IsWidest<TLanes, TVector, T>() && rows >= FourChains.Rows)
        {
            int fours = rows / FourChains.Rows;
            FourChains.Compute<TVector, TLanes, T, TShape, TEpilogue>(
                fours, depth, ref a, ref b, ref start, startStride, ref buffer, epilogue, offset);
            int rowsDone = fours * FourChains.Rows;
            a = ref Unsafe.Add(ref a, (nint)rowsDone * TShape.LeftRowStride);
            start = ref Unsafe.IsNullRef(ref start) ? ref start : ref Unsafe.Add(ref start, rowsDone * startStride);
            offset += (nuint)((nint)rowsDone * TShape.Columns);
            rows -= rowsDone;
        }

        int tiles = rows / Unsafe.SizeOf<TRows>();
        if (tiles > 0)
        {
            RegisterTile.Compute<TVector, TLanes, T, TRow, TRows, TShape, TEpilogue>(
                tiles, depth, ref a, ref b, ref start, startStride, ref buffer, epilogue, offset);
        }

        int done = tiles * Unsafe.SizeOf<TRows>();
        if (done < rows)
        {
            ref T first = ref Unsafe.IsNullRef(ref start) ? ref start : ref Unsafe.Add(ref start, done * startStride);
            Remainder<TVector, TLanes, T, TRow, TShape, TEpilogue>(
                rows - done,
                depth,
                ref Unsafe.Add(ref a, (nint)done * TShape.LeftRowStride),
                ref b,
                ref first,
                startStride,
                ref buffer,
                epilogue,
                offset + (nuint)((nint)done * TShape.Columns));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Remainder<TVector, TLanes, T, TRow, TShape, TEpilogue>(
        int rows, int depth, ref T a, ref T b, ref T start, nint startStride, ref T buffer, TEpilogue epilogue, nuint offset)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TRow : struct, ITileRow<TRow, TVector, TLanes, T>
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TVector, T>, allows ref struct
    {
        switch (rows)
        {
            case 1:
                RegisterTile.Compute<TVector, TLanes, T, TRow, OneRow, TShape, TEpilogue>(1, depth, ref a, ref b, ref start, startStride, ref buffer, epilogue, offset);
                break;
            case 2:
                RegisterTile.Compute<TVector, TLanes, T, TRow, TwoRows, TShape, TEpilogue>(1, depth, ref a, ref b, ref start, startStride, ref buffer, epilogue, offset);
                break;
            case 3:
                RegisterTile.Compute<TVector, TLanes, T, TRow, ThreeRows, TShape, TEpilogue>(1, depth, ref a, ref b, ref start, startStride, ref buffer, epilogue, offset);
                break;
            case 4:
                RegisterTile.Compute<TVector, TLanes, T, TRow, FourRows, TShape, TEpilogue>(1, depth, ref a, ref b, ref start, startStride, ref buffer, epilogue, offset);
                break;
            case 5:
                RegisterTile.Compute<TVector, TLanes, T, TRow, FiveRows, TShape, TEpilogue>(1, depth, ref a, ref b, ref start, startStride, ref buffer, epilogue, offset);
                break;
            case 6:
                RegisterTile.Compute<TVector, TLanes, T, TRow, SixRows, TShape, TEpilogue>(1, depth, ref a, ref b, ref start, startStride, ref buffer, epilogue, offset);
                break;
            default:
                RegisterTile.Compute<TVector, TLanes, T, TRow, SevenRows, TShape, TEpilogue>(1, depth, ref a, ref b, ref start, startStride, ref buffer, epilogue, offset);
                break;
        }
    }
}
