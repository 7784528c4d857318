using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <inheritdoc cref="ITileRow{TSelf, TVector, TLanes, T}"/>
internal struct TwoVectors<TVector, TLanes, T> : ITileRow<TwoVectors<TVector, TLanes, T>, TVector, TLanes, T>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    private TVector v0;
    private TVector v1;

    public static int Vectors
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref TwoVectors<TVector, TLanes, T> row, ref T source)
    {
        row.v0 = TLanes.Load(ref source, 0);
        row.v1 = TLanes.Load(ref source, (nuint)TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref TwoVectors<TVector, TLanes, T> row, ref T destination)
    {
        TLanes.Store(row.v0, ref destination, 0);
        TLanes.Store(row.v1, ref destination, (nuint)TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref TwoVectors<TVector, TLanes, T> sums, ref T source)
    {
        sums.v0 = TLanes.Add(sums.v0, TLanes.Load(ref source, 0));
        sums.v1 = TLanes.Add(sums.v1, TLanes.Load(ref source, (nuint)TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref TwoVectors<TVector, TLanes, T> sums, TVector a, ref TwoVectors<TVector, TLanes, T> b)
    {
        sums.v0 = TLanes.FusedMultiplyAdd(a, b.v0, sums.v0);
        sums.v1 = TLanes.FusedMultiplyAdd(a, b.v1, sums.v1);
    }
}
