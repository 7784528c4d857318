using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Blocked;

/// <summary>Writes what training is made of: the forward and backward pass of some samples, then the gradients.</summary>
internal sealed class BlockedBackward(CodeNames names, BlockedMemory memory)
{
    private NetworkPlan Plan => names.Plan;

    private bool HasHidden => Plan.Layers.Count > 1;

    public void Write(SourceWriter writer)
    {
        WritePrepare(writer);
        WritePass(writer);
        WriteUpdate(writer);
    }

    private static string Lower(string name) => name.ToLowerInvariant();

    private void WritePass(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Passes some samples through all layers to their losses and, when it trains, back to the derivative d by each z.</summary>");
        writer.Open($"public static void Pass<V, L>(in BlockedPass<{names.T}> pass, int first, int rows)\n{names.Constraints}");
        writer.Write($"ref {names.T} x = ref pass.Inputs(first * {Plan.Spec.Inputs});");
        if (HasHidden)
        {
            writer.Write($"Hidden<V, L>(ref pass.Parameters(0), ref x, first, rows, ref pass.Scratch(0){BlockedDropout.Argument(names, "pass")});");
        }

        WriteLastLayer(writer);
        if (HasHidden || Plan.Output.IsLearned)
        {
            writer.Separate();
            writer.Open("if (!pass.IsTraining)");
            writer.Write("return;");
            writer.Close();
        }

        if (Plan.Output.IsLearned)
        {
            writer.Separate();
            writer.Write($"// d{Plan.Output.Number}, so far the derivative by a{Plan.Output.Number}, · {Plan.Output.Activation.Name}'(z{Plan.Output.Number})");
            LearnedLayers.WriteBackward(writer, names, Plan.Output, Lower(BlockedMemory.Z(Plan.Output)), $"d{Plan.Output.Number}");
        }

        foreach (DensePlan layer in Plan.Layers.Skip(1).Reverse())
        {
            WritePropagateBack(writer, layer);
        }

        writer.Close();
    }

    private void WriteLastLayer(SourceWriter writer)
    {
        DensePlan layer = Plan.Output;
        string d = $"d{layer.Number}";
        string x = "x";
        writer.Separate();
        writer.Write($"// {Formulas.Sum(layer, drops: true)}, in the place where d{layer.Number} will be");
        if (HasHidden)
        {
            DensePlan before = Plan.Layers[layer.Number - 2];
            writer.Write(Row(BlockedMemory.A(before), Lower(BlockedMemory.A(before)), before.PaddedOutputs));
            x = Lower(BlockedMemory.A(before));
        }

        x = BlockedDropout.WriteForward(writer, names, layer, x, (name, stride) => $"pass.Scratch({name} + (first * {stride}))");

        writer.Write(Row(BlockedMemory.A(layer), d, layer.PaddedOutputs));
        string z = d;
        if (layer.IsLearned)
        {
            z = Lower(BlockedMemory.Z(layer));
            writer.Write(Row(BlockedMemory.Z(layer), z, layer.PaddedOutputs));
        }

        writer.Write($"DenseKernels.ForwardSums{BlockedForward.Generics(names, layer)}(rows, ref {x}, ref pass.Parameters(W{layer.Number}), ref {z});");
        if (layer.IsLearned)
        {
            LearnedLayers.WriteForward(writer, names, layer, $"ref {z}", $"pass.Parameters(Alpha{layer.Number})", $"ref {d}");
        }

        writer.Separate();
        writer.Write($"// loss = {Plan.Loss.OutputFormula}{BlockedLoss.OfSmoothedTargets(Plan)}, {d} = scale · ∂loss/∂z{layer.Number}");
        writer.Write(Row("Losses", "losses", $"(first / {Plan.Number.Lanes()})"));
        if (layer.Elementwise is null)
        {
            writer.Write(Row("Columns", "columns", memory.ColumnsPerRow));
            writer.WriteList(
                $"{BlockedForward.RowActivation(names)}.{RowLoss(layer)}(",
                ["pass", "first", "rows", $"ref {d}", "ref columns", $"ref losses{CrossEntropySmoothing}"],
                ");");
        }
        else
        {
            writer.Write(Row("Targets", "targets", layer.PaddedOutputs));
            writer.WriteList(
                $"LossKernels.Elementwise<V, L, {names.T}, {BlockedLayers.Layer(layer)}, Loss>(", ["pass", "first", "rows", $"ref {d}", "ref targets", "ref losses"], ");");
        }
    }

    /// <summary>The kernel of the loss after an activation of whole rows.</summary>
    private string RowLoss(DensePlan output) => (Plan.Loss, output.Activation) switch
    {
        (SoftmaxCrossEntropyLoss, _) => "CrossEntropy",
        (ElementwiseLoss, SoftmaxActivation { IsLogarithm: true }) => "ElementwiseOfLogarithms<Loss>",
        (ElementwiseLoss, SoftmaxActivation) => "Elementwise<Loss>",
        (MeanVarianceLoss, MeanVarianceActivation) => "MeanVarianceLoss<Loss>",
        _ => throw new InvalidOperationException($"No kernel for the loss {Plan.Loss.Name} on {output.Activation.Name}."),
    };

    /// <summary>The argument for label smoothing, which the other losses have in their formulas.</summary>
    private string CrossEntropySmoothing =>
        Plan.Loss is SoftmaxCrossEntropyLoss { LabelSmoothing: > 0 } ? $", {names.Literal(Plan.Loss.LabelSmoothing)}" : string.Empty;

    private void WritePropagateBack(SourceWriter writer, DensePlan layer)
    {
        DensePlan before = Plan.Layers[layer.Number - 2];
        string factor = layer.Dropout is null ? string.Empty : $" · m{before.Number}";
        string slope = factor + (before.Elementwise!.IsIdentity ? string.Empty : $" · {before.Activation.Name}'(z{before.Number})");
        string a = Lower(BlockedMemory.A(before));
        string d = Lower(BlockedMemory.D(before));
        writer.Separate();
        writer.Write($"// {d} = W{layer.Number} d{layer.Number}{slope}");
        if (layer != Plan.Output)
        {
            writer.Write(Row(BlockedMemory.A(before), a, before.PaddedOutputs));
        }

        string z = a;
        if (BlockedMemory.KeepsZ(before))
        {
            z = Lower(BlockedMemory.Z(before));
            writer.Write(Row(BlockedMemory.Z(before), z, before.PaddedOutputs));
        }

        writer.Write(Row(BlockedMemory.D(before), d, before.PaddedOutputs));
        string generics = $"<V, L, {names.T}, {BlockedLayers.Layer(layer)}, {BlockedLayers.Layer(before)}>";
        string weights = BlockedMemory.IsTransposed(layer) ? $"pass.Scratch({BlockedMemory.Transposed(layer)})" : $"pass.Parameters(W{layer.Number})";
        writer.WriteList($"DenseKernels.PropagateBack{generics}(", ["rows", $"ref d{layer.Number}", $"ref {weights}", $"ref {z}", $"ref {a}", $"ref {d}"], ");");
        BlockedDropout.WriteBackward(writer, names, layer.Dropout, d);
        if (before.IsLearned)
        {
            LearnedLayers.WriteBackward(writer, names, before, z, d);
        }
    }

    private string Row(string offset, string name, int stride) => Row(offset, name, $"(first * {stride})");

    private string Row(string offset, string name, string distance) =>
        $"ref {names.T} {name} = ref pass.Scratch({offset} + {distance});";

    private void WriteUpdate(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Computes a part of the gradients from all samples of a block and gives them to an update.</summary>");
        writer.Open(
            $"public static void Update<V, L, TUpdate>(in BlockedPass<{names.T}> pass, WorkPart part, TUpdate weights, TUpdate biases)\n{names.Constraints} where TUpdate : struct, IParameterUpdate<{names.T}>");
        foreach (DensePlan layer in Plan.Layers.Reverse())
        {
            string x = layer.Dropout is { } dropout ? $"ref pass.Scratch({BlockedMemory.H(dropout)})"
                : layer.IsFirst ? "ref pass.Inputs(0)" : $"ref pass.Scratch({BlockedMemory.A(Plan.Layers[layer.Number - 2])})";
            string d = layer == Plan.Output ? BlockedMemory.A(layer) : BlockedMemory.D(layer);
            writer.Separate();
            writer.Write($"// ∂loss/∂W{layer.Number} = {Formulas.Input(layer, drops: true)} d{layer.Number}ᵀ, ∂loss/∂b{layer.Number} = d{layer.Number}");
            writer.WriteList(
                $"DenseKernels.Update<V, L, {names.T}, {BlockedLayers.Layer(layer)}, TUpdate>(",
                ["pass", "part", x, $"ref pass.Scratch({d})", $"W{layer.Number}", "weights", "biases"],
                ");");
            LearnedLayers.WriteUpdate(writer, names, layer);
        }

        writer.Close();
    }

    private void WritePrepare(SourceWriter writer)
    {
        DensePlan[] transposed = [.. Plan.Layers.Where(BlockedMemory.IsTransposed)];
        if (transposed.Length == 0)
        {
            return;
        }

        writer.Separate();
        writer.Write("/// <summary>Transposes weights for the backward pass, which has their inputs in the lanes.</summary>");
        writer.Open($"public static void Prepare(in BlockedPass<{names.T}> pass)");
        foreach (DensePlan layer in transposed)
        {
            writer.Write(
                $"DenseKernels.Transpose<{names.T}, {BlockedLayers.Layer(layer)}>(ref pass.Parameters(W{layer.Number}), ref pass.Scratch({BlockedMemory.Transposed(layer)}));");
        }

        writer.Close();
    }
}
