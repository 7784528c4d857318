namespace XorGen.Generator.Planning;

/// <summary>The shape that the code and the memory of a network take.</summary>
internal enum Layout
{
    /// <summary>A named field for each parameter, and straight lines; one sample in each SIMD lane.</summary>
    Unrolled,

    /// <summary>One block of memory with padded matrices, and loops; neurons in the SIMD lanes (or inputs, where there are few neurons).</summary>
    Blocked,
}
