using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Blocked;

/// <summary>
/// Writes activations with a learned parameter where the neurons are in the lanes. The matrix products know no parameters but their
/// own: so to them such a layer is linear, and its activation is a step of its own.
/// </summary>
internal static class LearnedLayers
{
    private static readonly Variable Z = new("z");
    private static readonly Variable D = new("d");
    private static readonly Variable Alpha = new("alpha");

    /// <summary>The name of the type that has the formulas.</summary>
    public static string Type(DensePlan layer) => $"Learned{layer.Number}";

    /// <summary>Writes the type that has the formulas.</summary>
    public static void WriteType(SourceWriter writer, CodeNames names, DensePlan layer)
    {
        if (layer is not { IsLearned: true, Elementwise: { } elementwise })
        {
            return;
        }

        var activation = elementwise.WithLearned(Alpha);
        writer.Separate();
        writer.Write($"/// <summary>{Formulas.Escape($"{Formulas.Activation(layer)}: {activation.Formula}")}, with a parameter.</summary>");
        writer.Write(CodeNames.Generated);
        writer.Open($"internal readonly struct {Type(layer)} : ILearnedActivation<{names.T}>");
        BlockedLayers.WriteFunction(writer, names, "Activate", "z, alpha", activation.Forward(Z));
        BlockedLayers.WriteFunction(writer, names, "MultiplyBySlope", "d, z, alpha", D * activation.Derivative(Z, Z));
        BlockedLayers.WriteFunction(writer, names, "SlopeByAlpha", "z, alpha", activation.SlopeByAlpha!(Z, activation.Parameters));
        writer.Close();
    }

    /// <summary>Writes the statement that computes a from z, the names of the first of some rows.</summary>
    public static void WriteForward(SourceWriter writer, CodeNames names, DensePlan layer, string z, string alpha, string a) =>
        writer.Write($"{Kernel(names, layer, "Activate")}(rows, {layer.PaddedOutputs}, {z}, {alpha}, {a});");

    /// <summary>Writes the statements that turn the derivative by a, in d, into that by z and sum that by alpha.</summary>
    public static void WriteBackward(SourceWriter writer, CodeNames names, DensePlan layer, string z, string d)
    {
        string sums = $"sums{layer.Number}";
        writer.Write($"ref {names.T} {sums} = ref pass.Scratch({BlockedMemory.AlphaSums(layer)} + (first / {names.Plan.Number.Lanes()}));");
        writer.WriteList(
            $"{Kernel(names, layer, "Propagate")}(", ["rows", $"{layer.PaddedOutputs}", $"ref {z}", $"pass.Parameters(Alpha{layer.Number})", $"ref {d}", $"ref {sums}"], ");");
    }

    /// <summary>Writes the statement that gives the gradient of alpha to an update.</summary>
    public static void WriteUpdate(SourceWriter writer, CodeNames names, DensePlan layer)
    {
        if (layer.IsLearned)
        {
            writer.WriteList(
                $"LearnedKernels.Update<V, L, {names.T}, TUpdate>(",
                ["pass", "part", $"ref pass.Scratch({BlockedMemory.AlphaSums(layer)})", $"Alpha{layer.Number}", "biases"],
                ");");
        }
    }

    private static string Kernel(CodeNames names, DensePlan layer, string name) =>
        $"LearnedKernels.{name}<V, L, {names.T}, {Type(layer)}>";
}
