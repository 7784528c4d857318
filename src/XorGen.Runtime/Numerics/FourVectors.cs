using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <inheritdoc cref="ITileRow{TSelf, TVector, TLanes, T}"/>
internal struct FourVectors<TVector, TLanes, T> : ITileRow<FourVectors<TVector, TLanes, T>, TVector, TLanes, T>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    private TVector v0;
    private TVector v1;
    private TVector v2;
    private TVector v3;

    public static int Vectors
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 4;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref FourVectors<TVector, TLanes, T> row, ref T source)
    {
        row.v0 = TLanes.Load(ref source, 0);
        row.v1 = TLanes.Load(ref source, (nuint)TLanes.Count);
        row.v2 = TLanes.Load(ref source, (nuint)(2 * TLanes.Count));
        row.v3 = TLanes.Load(ref source, (nuint)(3 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref FourVectors<TVector, TLanes, T> row, ref T destination)
    {
        TLanes.Store(row.v0, ref destination, 0);
        TLanes.Store(row.v1, ref destination, (nuint)TLanes.Count);
        TLanes.Store(row.v2, ref destination, (nuint)(2 * TLanes.Count));
        TLanes.Store(row.v3, ref destination, (nuint)(3 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref FourVectors<TVector, TLanes, T> sums, ref T source)
    {
        sums.v0 = TLanes.Add(sums.v0, TLanes.Load(ref source, 0));
        sums.v1 = TLanes.Add(sums.v1, TLanes.Load(ref source, (nuint)TLanes.Count));
        sums.v2 = TLanes.Add(sums.v2, TLanes.Load(ref source, (nuint)(2 * TLanes.Count)));
        sums.v3 = TLanes.Add(sums.v3, TLanes.Load(ref source, (nuint)(3 * TLanes.Count)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref FourVectors<TVector, TLanes, T> sums, TVector a, ref FourVectors<TVector, TLanes, T> b)
    {
        sums.v0 = TLanes.FusedMultiplyAdd(a, b.v0, sums.v0);
        sums.v1 = TLanes.FusedMultiplyAdd(a, b.v1, sums.v1);
        sums.v2 = TLanes.FusedMultiplyAdd(a, b.v2, sums.v2);
        sums.v3 = TLanes.FusedMultiplyAdd(a, b.v3, sums.v3);
    }
}
