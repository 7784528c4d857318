using XorGen.Generator.Emission.Tiled;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Learned;

/// <summary>
/// Writes activations with a learned parameter where the neurons are in the lanes. The matrix products know no parameters but their
/// own: so to them such a layer is linear, and its activation is a step of its own.
/// </summary>
internal static class LearnedEmitter
{
    private static readonly Variable Z = new("z");
    private static readonly Variable D = new("d");
    private static readonly Variable Alpha = new("alpha");

    /// <summary>The name of the type that has the formulas.</summary>
    public static string Type(DensePlan layer) => $"Learned{layer.Number}";

    public static IEnumerable<string> Names(NetworkPlan plan) => plan.Layers.Where(layer => layer.IsLearned).Select(Type);

    /// <summary>Writes the type that has the formulas.</summary>
    public static void WriteType(SourceWriter writer, Vocabulary words, DensePlan layer)
    {
        if (layer is not { IsLearned: true, Elementwise: { } elementwise })
        {
            return;
        }

        var activation = elementwise.WithLearned(Alpha);
        writer.Separate();
        writer.Write($"/// <summary>{StepEmitter.Escape($"{Formulas.Activation(layer)}: {activation.Formula}")}, with a parameter.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private readonly struct {Type(layer)} : {Vocabulary.Numerics}.ILearnedActivation<{words.T}>");
        TiledStorage.WriteFunction(writer, words, "Activate", "z, alpha", activation.Forward(Z));
        TiledStorage.WriteFunction(writer, words, "MultiplyBySlope", "d, z, alpha", D * activation.Derivative(Z, Z));
        TiledStorage.WriteFunction(writer, words, "SlopeByAlpha", "z, alpha", activation.SlopeByAlpha!(Z, activation.Parameters));
        writer.Close();
    }

    /// <summary>Writes the statement that computes a from z, the names of the first of some rows.</summary>
    public static void WriteForward(SourceWriter writer, Vocabulary words, DensePlan layer, string z, string alpha, string a) =>
        writer.Write($"{Kernel(words, layer, "Activate")}(rows, {layer.PaddedOutputs}, {z}, {alpha}, {a});");

    /// <summary>Writes the statements that turn the derivative by a, in d, into that by z and sum that by alpha.</summary>
    public static void WriteBackward(SourceWriter writer, Vocabulary words, DensePlan layer, string z, string d)
    {
        string sums = $"sums{layer.Number}";
        writer.Write($"ref {words.T} {sums} = ref pass.Scratch(Offsets.{TiledLayout.AlphaSums(layer)} + (first / {words.Plan.Number.Lanes()}));");
        writer.Write($"{Kernel(words, layer, "Propagate")}(rows, {layer.PaddedOutputs}, ref {z}, pass.Parameters(Offsets.Alpha{layer.Number}), ref {d}, ref {sums});");
    }

    /// <summary>Writes the statement that gives the gradient of alpha to an update.</summary>
    public static void WriteUpdate(SourceWriter writer, Vocabulary words, DensePlan layer)
    {
        if (layer.IsLearned)
        {
            writer.Write(
                $"{Vocabulary.Numerics}.LearnedKernels.Update<{words.Vector}, {words.Lanes}, {words.T}, {words.Update}>(pass, part, ref pass.Scratch(Offsets.{TiledLayout.AlphaSums(layer)}), Offsets.Alpha{layer.Number}, biases);");
        }
    }

    private static string Kernel(Vocabulary words, DensePlan layer, string name) =>
        $"{Vocabulary.Numerics}.LearnedKernels.{name}<{words.Vector}, {words.Lanes}, {words.T}, {Type(layer)}>";
}
