namespace XorGen.Generator.Planning;

/// <summary>
/// The order in which the products of a layer's sum are added: the same in every kernel, tier and vector width, so that
/// a row alone gives the bits that it gives in a batch.
/// </summary>
/// <remarks>
/// The product of input k goes to chain k modulo the number of chains, by a fused multiply-add; chain 0 begins with the
/// bias and the others with zero; in the end the upper half of the chains is added to the lower, until one is left. A
/// single row needs some eight independent fused multiply-adds in flight (two a cycle, four cycles each), which are the
/// vectors of the layer's neurons times its chains.
/// </remarks>
internal static class SummationOrder
{
    private const int InFlight = 8;

    /// <summary>A chain has at least this many products.</summary>
    private const int ShortestChain = 4;

    /// <summary>Returns the number of chains, a power of two.</summary>
    /// <param name="inputs">The products of a sum.</param>
    /// <param name="vectors">The layer's neurons, in vectors of 512 bits.</param>
    /// <param name="lanes">The lanes of such a vector.</param>
    public static int Chains(int inputs, int vectors, int lanes)
    {
        // A layer of one vector and many inputs has as many chains as lanes: so its inputs may as well be in the lanes.
        int most = vectors == 1 ? lanes : InFlight;
        int chains = 1;
        while (chains * vectors < most)
        {
            chains *= 2;
        }

        while (chains > 1 && inputs < ShortestChain * chains)
        {
            chains /= 2;
        }

        return chains;
    }
}
