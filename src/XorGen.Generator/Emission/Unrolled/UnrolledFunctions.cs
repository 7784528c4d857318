using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Unrolled;

/// <summary>Writes the functions of layers that are called out of line, so that the kernels stay within what the JIT optimises.</summary>
internal static class UnrolledFunctions
{
    /// <summary>The name of the method that applies a layer's function out of line.</summary>
    public static string ActivationMethod(DensePlan layer) => $"Activate{layer.Number}";

    public static void Write(SourceWriter writer, CodeNames names)
    {
        foreach (DensePlan layer in names.Plan.Layers.Where(layer => !names.Plan.InlinesFunctions && layer.CallsFunction))
        {
            writer.Separate();
            writer.Write($"/// <summary>The function of layer {layer.Number}, out of line so that the kernels stay small.</summary>");
            writer.Write(CodeNames.NoInline);
            writer.Write($"private static V {ActivationMethod(layer)}<V, L>(V z)\n{names.Constraints} =>\n    {names.Vectors.Print(Function(layer, new("z")))};");
            if (layer == names.Plan.Output && StraightLine.LeavesSoftplus(names.Plan))
            {
                writer.Separate();
                writer.Write("/// <summary>The same, and what the loss needs besides: softplus(-|z|).</summary>");
                writer.Write(CodeNames.NoInline);
                writer.Write(
                    $"private static V {ActivationMethod(layer)}<V, L>(V z, out V softplus)\n{names.Constraints} =>\n    {CodeNames.Functions}.Sigmoid<V, L>(z, out softplus);");
            }
        }
    }

    private static Expression Function(DensePlan layer, Variable z) => layer.Activation switch
    {
        ElementwiseActivation activation => activation.Forward(z),
        MeanVarianceActivation => MeanVarianceActivation.Variance(z),
        _ => Expression.Exp(z),
    };
}
