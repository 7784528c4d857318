using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Unrolled;

/// <summary>Writes dropout where the samples are in the lanes: each neuron's factors are local variables.</summary>
internal sealed class LaneDropout(CodeNames names)
{
    private const string FactorsMethod = "DropoutFactors";

    /// <summary>The number of a block's first sample in its batch.</summary>
    private const string Sample = "sample";

    private IEnumerable<DropoutPlan> Dropouts => names.Plan.Layers.Select(layer => layer.Dropout).OfType<DropoutPlan>();

    /// <summary>Gets whether factors are computed out of line, so that the kernels stay small.</summary>
    private bool IsOutOfLine => Dropouts.Sum(dropout => dropout.Width) > UnrolledBudget.MaximumInlinedFunctions;

    /// <summary>Writes the statements that drop, from what a layer takes: m and h of each of its inputs.</summary>
    public void WriteForward(SourceWriter writer, StraightLine lines, DensePlan layer, Drops drops)
    {
        DropoutPlan dropout = layer.Dropout!;
        bool isConditional = drops == Drops.WhereItTrains;
        writer.Separate();
        writer.Write($"// {Formulas.Dropout(dropout)}{(isConditional ? "; in training only" : string.Empty)}");
        if (isConditional)
        {
            int[] inputs = [.. Enumerable.Range(0, layer.Inputs)];
            writer.WriteList("V ", [.. inputs.Select(i => $"{dropout.KeptValue(i).Name} = {lines.Whole(layer, i).Name}")], ";");
            writer.WriteList("V ", [.. inputs.Select(i => $"{dropout.Factor(i).Name} = default")], ";");
            writer.Open("if (TPass.Trains)");
        }

        writer.Write($"DropoutMask<{names.T}> {dropout.Mask} = {Formulas.NewMask(names, dropout, $"s.optimizer.{DropoutPlan.PositionField}")};");
        for (int i = 0; i < layer.Inputs; i++)
        {
            string call = IsOutOfLine
                ? $"{FactorsMethod}{CodeNames.Generics}(in {dropout.Mask}, {Sample}, {i})"
                : $"{dropout.Mask}.OfRows{CodeNames.Generics}({Sample}, {i})";
            string type = isConditional ? string.Empty : "V ";
            writer.Write($"{type}{dropout.Factor(i).Name} = {call};");
            writer.Write($"{type}{dropout.KeptValue(i).Name} = L.Multiply({lines.Whole(layer, i).Name}, {dropout.Factor(i).Name});");
        }

        if (isConditional)
        {
            writer.Close();
        }
    }

    /// <summary>Writes what the kernels call out of line.</summary>
    public void WriteMethods(SourceWriter writer)
    {
        if (!names.Plan.Drops || !IsOutOfLine)
        {
            return;
        }

        writer.Separate();
        writer.Write("/// <summary>The factors of dropout of one neuron, a sample in each lane; out of line, so that the kernels stay small.</summary>");
        writer.Write(CodeNames.NoInline);
        writer.Write($"private static V {FactorsMethod}<V, L>(in DropoutMask<{names.T}> mask, int {Sample}, int neuron)\n{names.Constraints} =>\n    mask.OfRows<V, L>({Sample}, neuron);");
    }
}
