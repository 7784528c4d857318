using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <inheritdoc cref="ITileRow{TSelf, TVector, TLanes, T}"/>
internal struct OneVector<TVector, TLanes, T> : ITileRow<OneVector<TVector, TLanes, T>, TVector, TLanes, T>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    private TVector v0;

    public static int Vectors
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref OneVector<TVector, TLanes, T> row, ref T source)
    {
        row.v0 = TLanes.Load(ref source, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref OneVector<TVector, TLanes, T> row, ref T destination)
    {
        TLanes.Store(row.v0, ref destination, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref OneVector<TVector, TLanes, T> sums, ref T source)
    {
        sums.v0 = TLanes.Add(sums.v0, TLanes.Load(ref source, 0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref OneVector<TVector, TLanes, T> sums, TVector a, ref OneVector<TVector, TLanes, T> b)
    {
        sums.v0 = TLanes.FusedMultiplyAdd(a, b.v0, sums.v0);
    }
}
