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

    /// <summary>With one vector each multiply-add needs two loads, which are two a cycle.</summary>
    private const int InFlightOfOne = 4;

    /// <summary>A chain has at least this many products.</summary>
    private const int ShortestChain = 4;

    /// <summary>Returns the number of chains of a layer whose outputs are in the lanes, a power of two.</summary>
    /// <param name="inputs">The products of a sum.</param>
    /// <param name="vectors">The layer's neurons, in vectors of 512 bits.</param>
    public static int Chains(int inputs, int vectors)
    {
        int chains = 1;
        while (chains * vectors < (vectors == 1 ? InFlightOfOne : InFlight))
        {
            chains *= 2;
        }

        while (chains > 1 && inputs < ShortestChain * chains)
        {
            chains /= 2;
        }

        return chains;
    }

    /// <summary>
    /// Whether a layer is better computed with its inputs in the lanes, one dot product for each output, than with its
    /// outputs there: with few outputs most lanes would have none. As many chains as lanes are then the order of the sums.
    /// </summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="outputs">The outputs.</param>
    /// <param name="lanes">The lanes of a vector of 512 bits.</param>
    public static bool HasInputsInLanes(int inputs, int outputs, int lanes)
    {
        if (outputs > lanes)
        {
            return false;
        }

        // In tenths of a cycle for a row of a batch. A multiply-add costs 6, with its loads; the product and the gradient of
        // the weights have one each. The lanes of four dot products are added in 7 cycles. The sums of the gradient are as
        // many as there are vectors of weights, and each takes a row in 4 cycles.
        int vectors = (inputs + lanes - 1) / lanes * outputs;
        int dotProducts = (6 * vectors) + (70 * ((outputs + 3) / 4));
        int gradient = Math.Max(40, 6 * vectors);
        return dotProducts + gradient < 12 * inputs;
    }
}
