using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>
/// The inner loops of a matrix product: tiles of <c>TRows</c> rows and one <c>TRow</c>, whose sums stay in registers
/// until they are complete. The compiler drops the rows and chains that a tile does not have.
/// </summary>
internal static class RegisterTile
{
    /// <summary>The most vectors that a tile has.</summary>
    public const int MostVectors = 24;

    /// <summary>The most that wait in memory where sums are made in chains: those of two tiles.</summary>
    public const int MostVectorsOfChains = 2 * MostVectors;

    /// <summary>A left factor that is read down its columns is fetched ahead if it has so many: it may not be in a near cache.</summary>
    private const int FewestColumnsToPrefetch = 256;

    /// <summary>Computes tiles, one below the other.</summary>
    /// <param name="tiles">Their number.</param>
    /// <param name="depth">The number of products in a sum.</param>
    /// <param name="a">The first element of the left factor.</param>
    /// <param name="b">The first element of the right factor.</param>
    /// <param name="start">What the first sum starts from; a null reference for zeros.</param>
    /// <param name="startStride">The distance between two rows of that.</param>
    /// <param name="buffer">Memory for the sums of a tile; of two tiles where there are four chains.</param>
    /// <param name="epilogue">What becomes of the sums.</param>
    /// <param name="offset">Where the first sum is in the result.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Compute<TVector, TLanes, T, TRow, TRows, TShape, TEpilogue>(
        int tiles, int depth, ref T a, ref T b, ref T start, nint startStride, ref T buffer, TEpilogue epilogue, nuint offset)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TRow : struct, ITileRow<TRow, TVector, TLanes, T>
        where TRows : struct, ITileRows
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TVector, T>, allows ref struct
    {
        for (int tile = 0; tile < tiles; tile++)
        {
            for (int step = 0; step < Unsafe.SizeOf<TShape>(); step++)
            {
                // Of four chains the order is 0, 2, 1, 3: a chain is added to the one before while that is all that waits.
                int chain = Unsafe.SizeOf<TShape>() < 4 ? step : ((step & 1) * 2) + (step >> 1);
                TRow c0 = default;
                TRow c1 = default;
                TRow c2 = default;
                TRow c3 = default;
                TRow c4 = default;
                TRow c5 = default;
                TRow c6 = default;
                TRow c7 = default;
                TRow row = default;
                if (chain == 0 && !Unsafe.IsNullRef(ref start))
                {
                    TRow.Load(ref c0, ref start);
                    if (Unsafe.SizeOf<TRows>() > 1)
                    {
                        TRow.Load(ref c1, ref Unsafe.Add(ref start, startStride));
                    }

                    if (Unsafe.SizeOf<TRows>() > 2)
                    {
                        TRow.Load(ref c2, ref Unsafe.Add(ref start, 2 * startStride));
                    }

                    if (Unsafe.SizeOf<TRows>() > 3)
                    {
                        TRow.Load(ref c3, ref Unsafe.Add(ref start, 3 * startStride));
                    }

                    if (Unsafe.SizeOf<TRows>() > 4)
                    {
                        TRow.Load(ref c4, ref Unsafe.Add(ref start, 4 * startStride));
                    }

                    if (Unsafe.SizeOf<TRows>() > 5)
                    {
                        TRow.Load(ref c5, ref Unsafe.Add(ref start, 5 * startStride));
                    }

                    if (Unsafe.SizeOf<TRows>() > 6)
                    {
                        TRow.Load(ref c6, ref Unsafe.Add(ref start, 6 * startStride));
                    }

                    if (Unsafe.SizeOf<TRows>() > 7)
                    {
                        TRow.Load(ref c7, ref Unsafe.Add(ref start, 7 * startStride));
                    }

                    start = ref Unsafe.Add(ref start, Unsafe.SizeOf<TRows>() * startStride);
                }

                ref T left = ref Unsafe.Add(ref a, chain * TShape.LeftColumnStride);
                ref T right = ref Unsafe.Add(ref b, chain * TShape.Columns);
                for (int k = chain; k < depth; k += Unsafe.SizeOf<TShape>())
                {
                    if (TShape.LeftRowStride == 1 && TShape.LeftColumnStride >= FewestColumnsToPrefetch)
                    {
                        // The tile after the next two reads from these lines; what reads down a column is not foreseen by the processor.
                        Prefetch.ToSecondLevel(ref Unsafe.Add(ref left, 64 / Unsafe.SizeOf<T>()));
                    }

                    TRow.Load(ref row, ref right);
                    TRow.AddProduct(ref c0, TLanes.Create(left), ref row);
                    if (Unsafe.SizeOf<TRows>() > 1)
                    {
                        TRow.AddProduct(ref c1, TLanes.Create(Unsafe.Add(ref left, TShape.LeftRowStride)), ref row);
                    }

                    if (Unsafe.SizeOf<TRows>() > 2)
                    {
                        TRow.AddProduct(ref c2, TLanes.Create(Unsafe.Add(ref left, 2 * TShape.LeftRowStride)), ref row);
                    }

                    if (Unsafe.SizeOf<TRows>() > 3)
                    {
                        TRow.AddProduct(ref c3, TLanes.Create(Unsafe.Add(ref left, 3 * TShape.LeftRowStride)), ref row);
                    }

                    if (Unsafe.SizeOf<TRows>() > 4)
                    {
                        TRow.AddProduct(ref c4, TLanes.Create(Unsafe.Add(ref left, 4 * TShape.LeftRowStride)), ref row);
                    }

                    if (Unsafe.SizeOf<TRows>() > 5)
                    {
                        TRow.AddProduct(ref c5, TLanes.Create(Unsafe.Add(ref left, 5 * TShape.LeftRowStride)), ref row);
                    }

                    if (Unsafe.SizeOf<TRows>() > 6)
                    {
                        TRow.AddProduct(ref c6, TLanes.Create(Unsafe.Add(ref left, 6 * TShape.LeftRowStride)), ref row);
                    }

                    if (Unsafe.SizeOf<TRows>() > 7)
                    {
                        TRow.AddProduct(ref c7, TLanes.Create(Unsafe.Add(ref left, 7 * TShape.LeftRowStride)), ref row);
                    }

                    left = ref Unsafe.Add(ref left, Unsafe.SizeOf<TShape>() * TShape.LeftColumnStride);
                    right = ref Unsafe.Add(ref right, Unsafe.SizeOf<TShape>() * TShape.Columns);
                }

                int length = TRow.Vectors * TLanes.Count;
                int tileLength = Unsafe.SizeOf<TRows>() * length;

                // (0 + 2) + (1 + 3), from the registers; what has to wait is in memory.
                if (Unsafe.SizeOf<TShape>() > 1)
                {
                    for (int waiting = (step + 1) % 2 == 0 ? (step + 1) / 2 : 0; waiting > 0; waiting--)
                    {
                        Add<TVector, TLanes, T, TRow, TRows>(
                            ref c0, ref c1, ref c2, ref c3, ref c4, ref c5, ref c6, ref c7, ref Unsafe.Add(ref buffer, (waiting - 1) * tileLength));
                    }
                }

                ref T sums = ref Unsafe.Add(ref buffer, Unsafe.SizeOf<TShape>() > 2 && step == 2 ? tileLength : 0);
                TRow.Store(ref c0, ref sums);
                if (Unsafe.SizeOf<TRows>() > 1)
                {
                    TRow.Store(ref c1, ref Unsafe.Add(ref sums, length));
                }

                if (Unsafe.SizeOf<TRows>() > 2)
                {
                    TRow.Store(ref c2, ref Unsafe.Add(ref sums, 2 * length));
                }

                if (Unsafe.SizeOf<TRows>() > 3)
                {
                    TRow.Store(ref c3, ref Unsafe.Add(ref sums, 3 * length));
                }

                if (Unsafe.SizeOf<TRows>() > 4)
                {
                    TRow.Store(ref c4, ref Unsafe.Add(ref sums, 4 * length));
                }

                if (Unsafe.SizeOf<TRows>() > 5)
                {
                    TRow.Store(ref c5, ref Unsafe.Add(ref sums, 5 * length));
                }

                if (Unsafe.SizeOf<TRows>() > 6)
                {
                    TRow.Store(ref c6, ref Unsafe.Add(ref sums, 6 * length));
                }

                if (Unsafe.SizeOf<TRows>() > 7)
                {
                    TRow.Store(ref c7, ref Unsafe.Add(ref sums, 7 * length));
                }
            }

            Finish<TVector, TLanes, T, TShape, TEpilogue>(Unsafe.SizeOf<TRows>(), TRow.Vectors, ref buffer, epilogue, offset);
            a = ref Unsafe.Add(ref a, Unsafe.SizeOf<TRows>() * TShape.LeftRowStride);
            offset += (nuint)(Unsafe.SizeOf<TRows>() * TShape.Columns);
        }
    }

    /// <summary>Adds the sums of a tile in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TVector, TLanes, T, TRow, TRows>(
        ref TRow c0, ref TRow c1, ref TRow c2, ref TRow c3, ref TRow c4, ref TRow c5, ref TRow c6, ref TRow c7, ref T sums)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TRow : struct, ITileRow<TRow, TVector, TLanes, T>
        where TRows : struct, ITileRows
    {
        int length = TRow.Vectors * TLanes.Count;
        TRow.Add(ref c0, ref sums);
        if (Unsafe.SizeOf<TRows>() > 1)
        {
            TRow.Add(ref c1, ref Unsafe.Add(ref sums, length));
        }

        if (Unsafe.SizeOf<TRows>() > 2)
        {
            TRow.Add(ref c2, ref Unsafe.Add(ref sums, 2 * length));
        }

        if (Unsafe.SizeOf<TRows>() > 3)
        {
            TRow.Add(ref c3, ref Unsafe.Add(ref sums, 3 * length));
        }

        if (Unsafe.SizeOf<TRows>() > 4)
        {
            TRow.Add(ref c4, ref Unsafe.Add(ref sums, 4 * length));
        }

        if (Unsafe.SizeOf<TRows>() > 5)
        {
            TRow.Add(ref c5, ref Unsafe.Add(ref sums, 5 * length));
        }

        if (Unsafe.SizeOf<TRows>() > 6)
        {
            TRow.Add(ref c6, ref Unsafe.Add(ref sums, 6 * length));
        }

        if (Unsafe.SizeOf<TRows>() > 7)
        {
            TRow.Add(ref c7, ref Unsafe.Add(ref sums, 7 * length));
        }
    }

    /// <summary>Gives the sums of a tile to the epilogue. By way of memory, so that its machine code is there once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TVector, TLanes, T, TShape, TEpilogue>(int rows, int vectors, ref T buffer, TEpilogue epilogue, nuint offset)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TVector, T>, allows ref struct
    {
        nuint width = (nuint)(vectors * TLanes.Count);
        for (nuint next = 0; rows > 0; rows--)
        {
            for (nuint column = 0; column < width; column += (nuint)TLanes.Count)
            {
                epilogue.Apply(TLanes.Load(ref buffer, next), offset + column);
                next += (nuint)TLanes.Count;
            }

            offset += (nuint)TShape.Columns;
        }
    }
}
