using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes the methods of activations whose formulas are long: each part that occurs more than once is computed once.</summary>
internal static class ActivationEmitter
{
    private static readonly string[] Arguments = ["z", "a"];

    public static IEnumerable<string> Names(NetworkPlan plan) => plan.Layers
        .Select(layer => layer.Elementwise)
        .SelectMany(activation => new[] { activation?.FunctionMethod, activation?.SlopeMethod })
        .OfType<string>();

    /// <summary>Writes the functions: for a vector, and for a scalar where single rows are computed in scalars.</summary>
    public static void WriteFunctions(SourceWriter writer, Vocabulary words)
    {
        foreach (DensePlan layer in words.Plan.Layers.Where(layer => layer.Elementwise?.FunctionMethod is not null))
        {
            string summary = $"{Formulas.Activation(layer)}: {layer.Activation.Formula}";
            string name = layer.Elementwise!.FunctionMethod!;
            WriteMethod(writer, words, words.Vectors, name, summary, layer.Elementwise.FunctionOfZ);
            if (words.Plan.Tier == Tier.Scalar)
            {
                WriteMethod(writer, words, words.Scalars, name, summary, layer.Elementwise.FunctionOfZ);
            }
        }
    }

    /// <summary>Writes the derivatives.</summary>
    public static void WriteSlopes(SourceWriter writer, Vocabulary words)
    {
        foreach (DensePlan layer in words.Plan.Layers.Where(layer => layer.Elementwise?.SlopeMethod is not null))
        {
            string summary = $"The derivative of a{layer.Number} by z{layer.Number}, from z{layer.Number} or a{layer.Number}.";
            WriteMethod(writer, words, words.Vectors, layer.Elementwise!.SlopeMethod!, summary, layer.Elementwise.SlopeOfZA);
        }
    }

    private static void WriteMethod(SourceWriter writer, Vocabulary words, Dialect dialect, string name, string summary, Expression formula)
    {
        SharedParts parts = SharedParts.Of(formula, i => $"t{i + 1}");
        string generics = dialect == words.Vectors ? words.VectorGenerics : string.Empty;
        string constraints = dialect == words.Vectors ? "\n" + words.VectorConstraints : string.Empty;
        IEnumerable<string> parameters = Arguments.Where(parameter => formula.Mentions(new Variable(parameter)));
        writer.Separate();
        writer.Write($"/// <summary>{StepEmitter.Escape(summary)}</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Write(words.Plan is { Tier: Tier.Scalar, InlinesFunctions: false } ? Vocabulary.NoInline : Vocabulary.Inline);
        writer.Open($"private static {dialect.Type} {name}{generics}({string.Join(", ", parameters.Select(parameter => $"{dialect.Type} {parameter}"))}){constraints}");
        foreach ((Variable local, Expression value) in parts.Locals)
        {
            writer.Write($"{dialect.Type} {local.Name} = {dialect.Print(value)};");
        }

        writer.Write($"return {dialect.Print(parts.Result)};");
        writer.Close();
    }
}
