using XorGen.Generator.Model;

namespace XorGen.Generator.Planning;

/// <summary>
/// How large a network may be for straight-line code. RyuJIT stops optimising a method above 60,000 IL bytes, 20,000 IL
/// instructions, 2,000 locals or 8,000 references to locals, and stops inlining into it at 512 locals; the largest method,
/// the gradient kernel, takes some 40 instructions and 140 bytes a multiply-add, and some 200 instructions and 550 bytes an
/// output. A test measures what is emitted against these limits.
/// </summary>
internal static class UnrolledBudget
{
    /// <summary>Up to here straight lines may also be the faster form.</summary>
    private const long FasterMultiplyAdds = 128;
    private const long FasterNeurons = 48;

    public const long MaximumMultiplyAdds = 320;
    public const long MaximumNeurons = 48;

    /// <summary>Up to this many functions are inlined into a kernel.</summary>
    public const long MaximumInlinedFunctions = 8;

    /// <summary>Up to this many parameters Train has a kernel whose derivatives, a vector for each parameter, are local variables.</summary>
    public const int MaximumFusedParameters = 64;

    /// <summary>Returns whether straight lines are possible.</summary>
    public static bool Allows(int inputs, IEnumerable<int> layers) => IsWithin(inputs, layers, MaximumMultiplyAdds, MaximumNeurons);

    /// <summary>Returns whether straight lines may be the faster form.</summary>
    public static bool Favours(int inputs, IEnumerable<int> layers) => IsWithin(inputs, layers, FasterMultiplyAdds, FasterNeurons);

    private static bool IsWithin(int inputs, IEnumerable<int> layers, long maximumMultiplyAdds, long maximumNeurons)
    {
        long multiplyAdds = 0;
        long neurons = inputs;
        long previous = inputs;
        foreach (int layer in layers)
        {
            multiplyAdds += previous * layer;
            neurons += layer;
            previous = layer;
        }

        return multiplyAdds <= maximumMultiplyAdds && neurons <= maximumNeurons;
    }
}
