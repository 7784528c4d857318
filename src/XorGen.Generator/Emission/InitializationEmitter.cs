using XorGen.Generator.Catalogue.Initializers;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes the statements that draw the start of parameters, from "random".</summary>
internal static class InitializationEmitter
{
    private const string Initialization = "Initialization";

    /// <summary>Writes the statement that draws a layer's weights, in rows that are a stride apart; the text "row" is row i.</summary>
    public static void WriteWeights(SourceWriter writer, NetworkPlan plan, DensePlan layer, string target, string row, int stride)
    {
        string sizes = $"{layer.Inputs}, {layer.Outputs}, {stride}";
        Distribution distribution = plan.Initializer.Weights(layer.Inputs, layer.Outputs, plan.Spec.InitializerScale);
        switch (distribution)
        {
            case OrthogonalStart orthogonal:
                writer.Write($"{Initialization}.Orthogonal(ref random, {target}, {sizes}, {Number(orthogonal.Gain)});");
                break;
            case NguyenWidrowStart start:
                writer.Write($"{Initialization}.NguyenWidrow(ref random, {target}, {sizes}, {Number(start.Scale)});");
                break;
            case var _ when stride == layer.Outputs || IsZero(distribution):
                Draw(writer, distribution, target);
                break;
            default:
                writer.Open($"for (int i = 0; i < {layer.Inputs}; i++)");
                Draw(writer, distribution, row);
                writer.Close();
                writer.Separate();
                break;
        }
    }

    /// <summary>Writes the statement that draws a layer's biases.</summary>
    public static void WriteBiases(SourceWriter writer, NetworkPlan plan, DensePlan layer, string target)
    {
        Distribution distribution = plan.Initializer.Biases(layer.Inputs, layer.Outputs, plan.Spec.InitializerScale);
        if (distribution is NguyenWidrowStart)
        {
            writer.Write($"{Initialization}.NguyenWidrowBiases(ref random, {target}, {layer.Inputs}, {layer.Outputs}, {Number(plan.Spec.InitializerScale)});");
            return;
        }

        Draw(writer, distribution, target);
    }

    /// <summary>Writes the statement that sets the learned parameter of a layer's activation, where it has one, to its start.</summary>
    public static void WriteAlpha(SourceWriter writer, CodeNames names, DensePlan layer, string target)
    {
        if (layer.IsLearned)
        {
            writer.Write($"{target} = {names.Literal(layer.Activation.Parameters.Alpha)};");
        }
    }

    /// <summary>Describes how a layer starts.</summary>
    public static string Comment(NetworkPlan plan, DensePlan layer)
    {
        bool isZero = plan.Initializer.Biases(layer.Inputs, layer.Outputs, plan.Spec.InitializerScale) is var biases && IsZero(biases);
        return $"// W{layer.Number}: {plan.Initializer.Name}{(isZero ? $"; b{layer.Number} = 0" : $", then b{layer.Number}")}";
    }

    private static bool IsZero(Distribution distribution) => distribution is ConstantStart { Value: 0 };

    /// <summary>Writes the statement that draws a run of parameters, which are zero before.</summary>
    private static void Draw(SourceWriter writer, Distribution distribution, string target)
    {
        string? call = distribution switch
        {
            UniformDistribution uniform => $"Uniform(ref random, {target}, {Number(uniform.Low)}, {Number(uniform.High)})",
            NormalDistribution normal => $"Normal(ref random, {target}, {Number(normal.StandardDeviation)})",
            TruncatedNormalDistribution normal => $"TruncatedNormal(ref random, {target}, {Number(normal.StandardDeviation)})",
            ConstantStart { Value: not 0 } constant => $"Constant({target}, {Number(constant.Value)})",
            _ => null,
        };
        if (call is not null)
        {
            writer.Write($"{Initialization}.{call};");
        }
    }

    private static string Number(double value) => NumberFormat.Double.Literal(value);
}
