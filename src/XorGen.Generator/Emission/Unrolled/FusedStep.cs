using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Unrolled;

/// <summary>
/// Writes the kernel of Train for so few samples that they are one block: sums and gradients stay in registers, from the samples to the new
/// parameters.
/// </summary>
internal sealed class FusedStep(CodeNames names)
{
    private NetworkPlan Plan => names.Plan;

    /// <summary>Gets whether a network has it: its optimizer treats all parameters alike, and its derivatives nearly fit the registers.</summary>
    public static bool Fits(NetworkPlan plan) =>
        plan.Algorithm is null && !plan.ClipsGradient && !plan.HasBiasRate && plan.ParameterCount <= UnrolledBudget.MaximumFusedParameters;

    public void Write(SourceWriter writer)
    {
        if (!Fits(Plan))
        {
            return;
        }

        string first = Plan.Layers[0].Weight(0, 0);
        var gradients = new string[Plan.ParameterCount];
        string[] fields = [.. Plan.Layers.SelectMany(Fields)];
        writer.Separate();
        writer.Write("/// <summary>A training step on a block of samples, one in each lane: what fills up the block has the weight 0. It returns the loss before the step.</summary>");
        writer.Open($"public static {names.T} Step<V, L>(ref State s, ref {names.T} x, ref {names.T} y, V weight, {names.T} learningRate)\n{names.Constraints}");
        if (Plan.Drops)
        {
            writer.Write("const int sample = 0;");
        }

        writer.Write("ref Parameters p = ref s.parameters;");
        LanePass.WriteInputs(writer, Plan);
        LanePass.WriteTargets(writer, Plan);
        var lines = new StraightLine(names, writer, Drops.Always);
        lines.WriteHidden();
        lines.WriteOutputsForLoss();
        var loss = new StraightLineLoss(names, lines, writer);
        loss.WriteSmoothedTargets();
        string mask = "L.GreaterThan(weight, L.Zero)";
        bool masks = Masks;
        if (masks)
        {
            writer.Separate();
            writer.Write("// A derivative may be infinite: its product with the weight 0 is NaN and must not be summed.");
            writer.Write($"V mask = {mask};");
            mask = "mask";
        }

        new LaneGradients(names, writer, loss).Write((index, factor, deltas) =>
        {
            for (int j = 0; j < deltas.Count; j++)
            {
                string product = factor is null ? deltas[j] : $"L.Multiply({factor}, {deltas[j]})";
                gradients[index + j] = factor is null && !masks ? deltas[j] : $"g_{fields[index + j]}";
                if (gradients[index + j] != deltas[j])
                {
                    writer.Write($"V {gradients[index + j]} = {(masks ? $"L.And(mask, {product})" : product)};");
                }
            }
        });
        writer.Separate();
        writer.Write("// Four sums over the samples at a time, and the step of those four parameters");
        writer.Write($"{OptimizerEmitter.StepType} step = s.optimizer.Next(learningRate, default, out {OptimizerEmitter.StepType} _);");
        for (int i = 0; i < gradients.Length; i += 4)
        {
            string four = string.Join(", ", Enumerable.Range(i, 4).Select(j => j < gradients.Length ? gradients[j] : "L.Zero"));
            writer.Write($"step.Apply<V4, L4>(VirtualLanes.SumFour{Plan.Number}s({four}), ref p.{first}, ref s.gradient.{first}, {i});");
        }

        // The loss comes last: nothing waits for it.
        loss.WriteLoss();
        writer.Write($"loss = L.Multiply(weight, L.And({mask}, loss));");
        writer.Write($"return VirtualLanes.Sum{Plan.Number}s(loss);");
        writer.Close();
    }

    /// <summary>Whether a derivative, or a value that it is multiplied with, may be infinite where inputs and parameters are finite.</summary>
    private bool Masks => !Plan.Loss.HasBoundedDelta || Plan.Layers.Any(layer => layer != Plan.Output && !layer.Activation.IsBounded);

    /// <summary>The fields of a layer's parameters, in flat order.</summary>
    private static IEnumerable<string> Fields(DensePlan layer) =>
        Enumerable.Range(0, layer.Inputs * layer.Outputs).Select(i => layer.Weight(i / layer.Outputs, i % layer.Outputs))
            .Concat(Enumerable.Range(0, layer.Outputs).Select(layer.Bias))
            .Concat(layer.IsLearned ? [layer.Alpha] : []);
}
