using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes the method that describes the network.</summary>
internal static class DescriptionEmitter
{
    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        string rate = NumberFormat.Double.Literal(plan.DefaultLearningRate);
        string targets = plan.TargetCount != plan.Spec.Outputs ? $"    TargetCount = {plan.TargetCount},\n" : string.Empty;
        string definition = string.Join(
            "\n        + ", DefinitionText.Lines(plan).Select(line => $"\"{line.Replace("\\", "\\\\").Replace("\"", "\\\"")}\\n\""));
        writer.Separate();
        writer.Write(
            $$"""
            public static NetworkDescription Describe() => new NetworkDescription(
                "{{plan.Type.Name}}", {{plan.Spec.Inputs}}, {{plan.Spec.Outputs}}, {{plan.ParameterCount}},
                Array.AsReadOnly(new[]
                {
            """);
        foreach (DensePlan layer in plan.Layers)
        {
            if (layer.Dropout is { } dropout)
            {
                writer.Write(
                    $"        new LayerDescription(\"dropout\", {dropout.Width}, {dropout.Width}, \"linear\", {layer.ParameterOffset}, 0) {{ DropoutRate = {NumberFormat.Double.Literal(dropout.Rate)} }},");
            }

            writer.Write($"        new LayerDescription(\"{layer.Kind}\", {layer.Inputs}, {layer.Outputs}, \"{layer.Activation.Name}\", {layer.ParameterOffset}, {layer.ParameterCount}),");
        }

        writer.Write(
            $$"""
                }),
                "{{plan.Loss.Name}}", "{{plan.Optimizer.Name}}", "{{plan.Initializer.Name}}", Precision.{{plan.Number}}, {{rate}})
            {
            {{targets}}    Definition =
                    {{definition}},
            };
            """);
    }
}
