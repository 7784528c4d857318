using XorGen.Generator.Model;

namespace XorGen.Generator.Planning;

/// <summary>
/// Estimates what a row costs in each layout, and chooses the cheaper one. The unit is a cycle of one core with 512-bit
/// vectors; the coefficients are fits to measurements of 25 networks between 2-4-1 and 17-64-64-6 (single precision, Adam with
/// batches of 32, each row of Forward depending on the last; Zen 5, .NET 10), good to a fifth or so, which is enough: near the
/// border both layouts cost the same.
/// </summary>
internal static class CostModel
{
    /// <summary>A fused multiply-add has a latency of four cycles; two begin in a cycle.</summary>
    private const int Latency = 4;

    /// <summary>An addition of the tree that joins the chains.</summary>
    private const int Addition = 3;

    /// <summary>A multiply-add of a product in a batch, with its loads.</summary>
    private const double Product = 0.65;

    /// <summary>From here on the gradient kernel of the unrolled layout has more values than there are registers.</summary>
    private const long SpillingMultiplyAdds = 112;

    /// <summary>Returns the layout of a network, why, and what it costs.</summary>
    public static LayoutChoice Choose(NetworkSpec spec, IReadOnlyList<DensePlan> layers)
    {
        LayoutCost blocked = Blocked(layers, spec.Number.Lanes());
        switch (spec.Unroll)
        {
            case UnrollChoice.Full:
                return new LayoutChoice(Layout.Unrolled, "as Unroll.Full asks", Unrolled(layers), null);
            case UnrollChoice.None:
                return new LayoutChoice(Layout.Blocked, "as Unroll.None asks", blocked, null);
        }

        LayoutCost unrolled = Unrolled(layers);
        if (spec.Type.IsStruct)
        {
            return new LayoutChoice(Layout.Unrolled, "so that copying the struct copies the network", unrolled, null);
        }

        if (!UnrolledBudget.Favours(spec.Inputs, [.. layers.Select(layer => layer.Outputs)]))
        {
            return new LayoutChoice(Layout.Blocked, "because the network is too large to unroll", blocked, null);
        }

        const string Cheaper = "by estimate the faster one";
        return unrolled.Total <= blocked.Total
            ? new LayoutChoice(Layout.Unrolled, Cheaper, unrolled, blocked)
            : new LayoutChoice(Layout.Blocked, Cheaper, blocked, unrolled);
    }

    /// <summary>Estimates the unrolled layout.</summary>
    public static LayoutCost Unrolled(IReadOnlyList<DensePlan> layers)
    {
        long multiplyAdds = layers.Sum(layer => layer.MultiplyAdds);
        long functions = layers.Where(layer => layer.CallsFunction).Sum(layer => (long)layer.Outputs);
        int layersOfFunctions = layers.Count(layer => layer.CallsFunction);
        double forward = 12 + (0.5 * multiplyAdds) + (62 * layersOfFunctions) + functions;

        // In training a row has a lane: sixteen or eight rows share a function.
        double training = 6 + (0.65 * multiplyAdds) + functions;
        return new LayoutCost(forward, multiplyAdds > SpillingMultiplyAdds ? 3 * training : training);
    }

    /// <summary>Estimates the blocked layout.</summary>
    public static LayoutCost Blocked(IReadOnlyList<DensePlan> layers, int lanes)
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

        return new LayoutCost(forward, training);
    }
}
