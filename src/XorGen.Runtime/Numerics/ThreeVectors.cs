using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <inheritdoc cref="ITileRow{TSelf, TVector, TLanes, T}"/>
internal struct ThreeVectors<TVector, TLanes, T> : ITileRow<ThreeVectors<TVector, TLanes, T>, TVector, TLanes, T>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    private TVector v0;
    private TVector v1;
    private TVector v2;

    public static int Vectors
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref ThreeVectors<TVector, TLanes, T> row, ref T source)
    {
        row.v0 = TLanes.Load(ref source, 0);
        row.v1 = TLanes.Load(ref source, (nuint)TLanes.Count);
        row.v2 = TLanes.Load(ref source, (nuint)(2 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref ThreeVectors<TVector, TLanes, T> row, ref T destination)
    {
        TLanes.Store(row.v0, ref destination, 0);
        TLanes.Store(row.v1, ref destination, (nuint)TLanes.Count);
        TLanes.Store(row.v2, ref destination, (nuint)(2 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref ThreeVectors<TVector, TLanes, T> sums, ref T source)
    {
        sums.v0 = TLanes.Add(sums.v0, TLanes.Load(ref source, 0));
        sums.v1 = TLanes.Add(sums.v1, TLanes.Load(ref source, (nuint)TLanes.Count));
        sums.v2 = TLanes.Add(sums.v2, TLanes.Load(ref source, (nuint)(2 * TLanes.Count)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref ThreeVectors<TVector, TLanes, T> sums, TVector a, ref ThreeVectors<TVector, TLanes, T> b)
    {
        sums.v0 = TLanes.FusedMultiplyAdd(a, b.v0, sums.v0);
        sums.v1 = TLanes.FusedMultiplyAdd(a, b.v1, sums.v1);
        sums.v2 = TLanes.FusedMultiplyAdd(a, b.v2, sums.v2);
    }
}
