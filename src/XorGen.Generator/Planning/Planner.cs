using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Initializers;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;

namespace XorGen.Generator.Planning;

/// <summary>Decides how a network is built: shapes, layout.</summary>
internal static class Planner
{
    public static NetworkPlan Plan(NetworkSpec spec)
    {
        List<DensePlan> layers = PlanLayers(spec);
        Optimizer optimizer = OptimizerCatalogue.All[spec.Optimizer.Name];
        LayoutChoice choice = CostModel.Choose(spec, layers);
        layers = [.. layers.Select(layer => WithAlpha(layer, choice.Layout))];
        return new NetworkPlan(
            spec,
            layers,
            [.. layers.Select(layer => SampleSchedule.Of(layer, spec.Number.Lanes(), true))],
            LossCatalogue.Of(spec.Loss, layers[layers.Count - 1].Activation),
            optimizer,
            PlanStep(spec, optimizer),
            InitializerCatalogue.All[spec.Initializer],
            choice);
    }

    /// <summary>Puts the parameter into the formulas of an activation that learns it: a field, or a number that was read from the block.</summary>
    private static DensePlan WithAlpha(DensePlan layer, Layout layout) => layer.IsLearned
        ? layer with { Activation = layer.Elementwise!.WithLearned(new Broadcast(layout == Layout.Unrolled ? $"p.{layer.Alpha}" : layer.Alpha)) }
        : layer;

    private static OptimizerStep PlanStep(NetworkSpec spec, Optimizer optimizer)
    {
        OptimizerStep step = optimizer.StepOf(spec.Optimizer);
        return spec.Layers.Any(layer => layer is DropoutSpec) ? step with { Counters = [.. step.Counters, DropoutPlan.Position] } : step;
    }

    private static List<DensePlan> PlanLayers(NetworkSpec spec)
    {
        var layers = new List<DensePlan>();
        int inputs = spec.Inputs;
        int inputStride = spec.Inputs;
        int parameters = 0;
        int block = 0;
        DropoutPlan? dropout = null;
        foreach (LayerSpec next in spec.Layers)
        {
            if (next is DropoutSpec { Rate: var rate })
            {
                dropout = new DropoutPlan(layers.Count, inputs, rate);
                continue;
            }

            var dense = (DenseSpec)next;
            int lanes = spec.Number.Lanes();
            int padded = RoundUp(dense.Neurons, lanes);
            bool hasInputsInLanes = layers.Count > 0 && SummationOrder.HasInputsInLanes(inputs, dense.Neurons, lanes);
            var layer = new DensePlan(
                layers.Count + 1,
                inputs,
                inputStride,
                dense.Neurons,
                padded,
                hasInputsInLanes ? lanes : SummationOrder.Chains(inputs, padded / lanes),
                hasInputsInLanes,
                PlanActivation(dense.Activation, layers.Count + 1),
                parameters,
                block)
            {
                Dropout = dropout,
            };
            layers.Add(layer);
            dropout = null;
            inputs = layer.Outputs;
            inputStride = padded;
            parameters += layer.ParameterCount;
            block += layer.BlockLength;
        }

        return layers;
    }

    private static Activation PlanActivation(ActivationSpec spec, int number) =>
        ActivationCatalogue.Of(spec) is var activation && activation is ElementwiseActivation elementwise ? elementwise.WithMethods(number) : activation;

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;
}
