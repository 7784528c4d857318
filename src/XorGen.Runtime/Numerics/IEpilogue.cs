namespace XorGen.Numerics;

/// <summary>What becomes of the sums of a matrix product while they are still in registers.</summary>
internal interface IEpilogue<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Takes some neighbouring sums.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="offset">Where the first of them is in the result.</param>
    void Apply(TVector sums, nuint offset);
}
