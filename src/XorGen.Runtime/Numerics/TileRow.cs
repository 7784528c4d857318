
namespace XorGen.Numerics;

/// <summary>One to four neighbouring vectors of a row of a matrix, in registers.</summary>
/// <remarks>By reference, because an inlined method takes a temporary variable for each argument by value, and the compiler stops inlining at 512.</remarks>
internal interface ITileRow<TSelf, TVector, TLanes, T>
    where TSelf : struct, ITileRow<TSelf, TVector, TLanes, T>
    where TVector : struct
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged
{
    static abstract int Vectors { get; }

    static abstract void Load(ref TSelf row, ref T source);

    static abstract void Store(ref TSelf row, ref T destination);

    /// <summary>Adds what is in memory.</summary>
    static abstract void Add(ref TSelf sums, ref T source);

    /// <summary>Adds a · b to the sums.</summary>
    static abstract void AddProduct(ref TSelf sums, TVector a, ref TSelf b);
}
