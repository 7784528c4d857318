using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Initializers;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Model;

namespace XorGen.Generator.Planning;

/// <summary>Decides how a network is built: shapes, memory layout, tier.</summary>
internal static class Planner
{
    public static NetworkPlan Plan(NetworkSpec spec)
    {
        IReadOnlyList<DensePlan> layers = PlanLayers(spec);
        Optimizer optimizer = OptimizerCatalogue.All[spec.Optimizer.Name];
        Tier tier = ScalarBudget.Choose(spec.Unroll, spec.Inputs, layers.Select(layer => layer.Outputs));
        return new NetworkPlan(
            spec,
            layers,
            LossCatalogue.All[spec.Loss],
            optimizer,
            optimizer.Step(spec.Optimizer),
            InitializerCatalogue.All[spec.Initializer],
            tier,
            Explain(spec.Unroll, tier));
    }

    private static List<DensePlan> PlanLayers(NetworkSpec spec)
    {
        var layers = new List<DensePlan>();
        int inputs = spec.Inputs;
        int parameters = 0;
        int block = 0;
        foreach (DenseSpec dense in spec.Layers)
        {
            int lanes = spec.Number.Lanes();
            int padded = RoundUp(dense.Neurons, lanes);
            var layer = new DensePlan(
                layers.Count + 1,
                inputs,
                dense.Neurons,
                padded,
                SummationOrder.Chains(inputs, padded / lanes, lanes),
                ActivationCatalogue.All[dense.Activation],
                parameters,
                block);
            layers.Add(layer);
            inputs = layer.Outputs;
            parameters += layer.ParameterCount;
            block += layer.BlockLength;
        }

        return layers;
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;

    private static string Explain(UnrollChoice choice, Tier tier) => (choice, tier) switch
    {
        (UnrollChoice.Auto, Tier.Scalar) => "so few that straight lines over named fields are the fastest form",
        (UnrollChoice.Auto, _) => "too many for straight-line code, which the JIT would not optimise",
        (UnrollChoice.Full, _) => "unrolled, as Unroll.Full asks",
        _ => "not unrolled, as Unroll.None asks",
    };
}
