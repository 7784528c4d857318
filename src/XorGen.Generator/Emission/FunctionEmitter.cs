using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes methods for the formulas of activations that are long: each part that occurs more than once is computed once.</summary>
internal static class FunctionEmitter
{
    private static readonly string[] Arguments = ["z", "a"];

    /// <summary>Writes the functions and their derivatives: over vectors, and over single numbers where a layer of one neuron computes with those.</summary>
    public static void Write(SourceWriter writer, CodeNames names, bool isNoInline, Func<DensePlan, bool> hasScalars)
    {
        string attribute = isNoInline ? CodeNames.NoInline : CodeNames.Inline;
        foreach (DensePlan layer in names.Plan.Layers.Where(layer => layer.Elementwise?.FunctionMethod is not null))
        {
            string summary = $"{Formulas.Activation(layer)}: {layer.Activation.Formula}";
            WriteMethod(writer, names, names.Vectors, layer.Elementwise!.FunctionMethod!, attribute, summary, layer.Elementwise.FunctionOfZ);
            if (hasScalars(layer))
            {
                WriteMethod(writer, names, names.Scalars, layer.Elementwise.FunctionMethod!, attribute, summary, layer.Elementwise.FunctionOfZ);
            }
        }

        foreach (DensePlan layer in names.Plan.Layers.Where(layer => layer.Elementwise?.SlopeMethod is not null))
        {
            string summary = $"The derivative of a{layer.Number} by z{layer.Number}, from z{layer.Number} or a{layer.Number}.";
            WriteMethod(writer, names, names.Vectors, layer.Elementwise!.SlopeMethod!, attribute, summary, layer.Elementwise.SlopeOfZA);
        }
    }

    private static void WriteMethod(SourceWriter writer, CodeNames names, Dialect dialect, string name, string attribute, string summary, Expression formula)
    {
        SharedParts parts = SharedParts.Of(formula, i => $"t{i + 1}");
        bool isVector = dialect == names.Vectors;
        IEnumerable<string> parameters = Arguments.Where(parameter => formula.Mentions(new Variable(parameter)));
        writer.Separate();
        writer.Write($"/// <summary>{Formulas.Escape(summary)}</summary>");
        writer.Write(attribute);
        writer.Open(
            $"public static {dialect.Type} {name}{(isVector ? CodeNames.Generics : string.Empty)}({string.Join(", ", parameters.Select(parameter => $"{dialect.Type} {parameter}"))})"
            + (isVector ? "\n" + names.Constraints : string.Empty));
        foreach ((Variable local, Expression value) in parts.Locals)
        {
            writer.Write($"{dialect.Type} {local.Name} = {dialect.Print(value)};");
        }

        writer.Write($"return {dialect.Print(parts.Result)};");
        writer.Close();
    }
}
