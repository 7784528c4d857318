namespace XorGen.Generator.Planning;

/// <summary>The shape that the code of a network takes.</summary>
internal enum Tier
{
    /// <summary>Named fields and straight lines; one sample in each SIMD lane.</summary>
    Scalar,

    /// <summary>One block of memory; neurons in the SIMD lanes; straight lines for a single row, tiled loops for batches.</summary>
    Vector,

    /// <summary>One block of memory and register-tiled loops with constant bounds; neurons in the SIMD lanes.</summary>
    Tiled,
}
