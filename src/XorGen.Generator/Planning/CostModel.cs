using XorGen.Generator.Model;

namespace XorGen.Generator.Planning;

/// <summary>
/// Estimates what a row costs in each tier, and chooses the cheaper one. The unit is a cycle of one core with 512-bit
/// vectors; the coefficients are fits to measurements of 25 networks between 2-4-1 and 17-64-64-6 (single precision, Adam with
/// batches of 32, each row of Forward depending on the last; Zen 5, .NET 10), good to a fifth or so, which is enough: near the
/// border both forms cost the same.
/// </summary>
internal static class CostModel
{
    /// <summary>The vector tier is for networks up to so many multiply-adds of 512-bit vectors: 256 KB of weights.</summary>
    public const long MostVectorOperations = 4096;

    /// <summary>A fused multiply-add has a latency of four cycles; two begin in a cycle.</summary>
    private const int Latency = 4;

    /// <summary>An addition of the tree that joins the chains.</summary>
    private const int Addition = 3;

    /// <summary>A multiply-add of a product in a batch, with its loads.</summary>
    private const double Product = 0.65;

    /// <summary>From here on the gradient kernel of the scalar form has more values than there are registers.</summary>
    private const long SpillingMultiplyAdds = 112;

    /// <summary>Returns the tier of a network, why, and what it costs.</summary>
    public static TierChoice Choose(NetworkSpec spec, IReadOnlyList<DensePlan> layers)
    {
        int lanes = spec.Number.Lanes();
        TierCost block = Block(layers, lanes);
        switch (spec.Unroll)
        {
            case UnrollChoice.Full:
                return new TierChoice(Tier.Scalar, "as Unroll.Full asks", Scalar(layers), null);
            case UnrollChoice.None:
                return new TierChoice(Tier.Tiled, "as Unroll.None asks", block, null);
        }

        TierCost scalar = Scalar(layers);
        if (spec.Type.IsStruct)
        {
            return new TierChoice(Tier.Scalar, "so that copying the struct copies the network", scalar, null);
        }

        Tier blockTier = layers.Sum(layer => VectorOperations(layer, lanes)) <= MostVectorOperations ? Tier.Vector : Tier.Tiled;
        if (!ScalarBudget.Favours(spec.Inputs, [.. layers.Select(layer => layer.Outputs)]))
        {
            return new TierChoice(blockTier, "because the network is too large to unroll", block, null);
        }

        const string Cheaper = "by estimate the faster one";
        return scalar.Total <= block.Total
            ? new TierChoice(Tier.Scalar, Cheaper, scalar, block)
            : new TierChoice(blockTier, Cheaper, block, scalar);
    }

    /// <summary>Estimates the scalar tier.</summary>
    public static TierCost Scalar(IReadOnlyList<DensePlan> layers)
    {
        long multiplyAdds = layers.Sum(layer => layer.MultiplyAdds);
        long functions = layers.Where(layer => layer.CallsFunction).Sum(layer => (long)layer.Outputs);
        int layersOfFunctions = layers.Count(layer => layer.CallsFunction);
        double forward = 12 + (0.5 * multiplyAdds) + (62 * layersOfFunctions) + functions;

        // In training a row has a lane: sixteen or eight rows share a function.
        double training = 6 + (0.65 * multiplyAdds) + functions;
        return new TierCost(forward, multiplyAdds > SpillingMultiplyAdds ? 3 * training : training);
    }

    /// <summary>Estimates the tiers with a block of parameters, which differ in nothing that is counted here.</summary>
    public static TierCost Block(IReadOnlyList<DensePlan> layers, int lanes)
    {
        double forward = 15;
        double training = 15;
        foreach (DensePlan layer in layers)
        {
            int vectors = layer.PaddedOutputs / lanes;
            bool isSoftmax = layer.Elementwise is null;
            bool isFirst = layer.IsFirst;

            // Alone, a row waits for the longest chain, or for the loads: a vector of weights or an input, two a cycle.
            double chain = (Latency * Math.Ceiling(layer.Inputs / (double)layer.Chains)) + (Addition * Math.Log(layer.Chains, 2));
            double loads = layer.Inputs * (vectors + 1) / 2.0;
            if (layer.HasInputsInLanes)
            {
                // Loads of weights, the tree of the lanes; in a batch three products with as many lanes as there are inputs.
                double operations = layer.Outputs * (layer.InputStride / (double)lanes);
                double tree = 12 * Math.Ceiling(layer.Outputs / 4.0);
                forward += 20 + operations + tree + (isSoftmax ? 70 : 0) + (!isSoftmax && layer.CallsFunction ? 46 : 0);
                training += (3 * Product * operations) + tree + 8 + (layer.CallsFunction ? 7 : 0);
                continue;
            }

            forward += 4 + Math.Max(chain, loads) + (isSoftmax ? 70 : 0) + (!isSoftmax && layer.CallsFunction ? 40 + (6 * vectors) : 0);

            // In a batch there are three products, or two for the first layer, and the update.
            double products = (isFirst ? 2 : 3) * Product * layer.Inputs * vectors;
            training += products + (8 * vectors) + (layer.CallsFunction ? 7 * vectors : 0);
        }

        return new TierCost(forward, training);
    }

    private static long VectorOperations(DensePlan layer, int lanes) => (long)layer.WeightBlockLength / lanes;
}
