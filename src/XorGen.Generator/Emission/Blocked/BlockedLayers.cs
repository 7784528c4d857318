using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Blocked;

/// <summary>Writes the types that tell the runtime's kernels what a layer is: its sizes, its activation and the derivative of that.</summary>
internal sealed class BlockedLayers(CodeNames names)
{
    private NetworkPlan Plan => names.Plan;

    /// <summary>The name of the type that says what a layer is.</summary>
    public static string Layer(DensePlan layer) => $"Layer{layer.Number}";

    /// <summary>Writes a function of vectors.</summary>
    public static void WriteFunction(SourceWriter writer, CodeNames names, string name, string parameters, Expression value)
    {
        string list = string.Join(", ", parameters.Split([", "], StringSplitOptions.None).Select(parameter => $"V {parameter}"));
        writer.Separate();
        writer.Write(CodeNames.Inline);
        writer.Write($"public static V {name}<V, L>({list})\n{names.Constraints} =>\n    {names.Vectors.Print(value)};");
    }

    public void Write(SourceWriter writer)
    {
        foreach (DensePlan layer in Plan.Layers)
        {
            WriteLayer(writer, layer);
            LearnedLayers.WriteType(writer, names, layer);
        }

        if (Plan.Loss is not SoftmaxCrossEntropyLoss)
        {
            new BlockedLoss(names).Write(writer);
        }
    }

    private void WriteLayer(SourceWriter writer, DensePlan layer)
    {
        var z = new Variable("z");
        var a = new Variable("a");
        var d = new Variable("d");
        ElementwiseActivation? activation = layer.IsLearned ? null : layer.Elementwise;
        writer.Separate();
        writer.Write($"/// <summary>{Formulas.Sum(layer)}{(layer.IsLearned ? string.Empty : $", {Formulas.Escape(Formulas.Activation(layer))}")}; weights {(layer.HasInputsInLanes ? "[neuron][input]" : "[input][neuron]")}.</summary>");
        writer.Write(CodeNames.Generated);
        writer.Open($"internal readonly struct {Layer(layer)} : IDenseLayer<{names.T}>");
        writer.Write(
            $"""
            public static int Inputs => {layer.Inputs};
            public static int InputStride => {layer.InputStride};
            public static int Outputs => {layer.Outputs};
            public static int OutputStride => {layer.PaddedOutputs};
            public static int Chains => {layer.Chains};
            """);
        if (layer.HasInputsInLanes)
        {
            writer.Write("public static bool HasInputsInLanes => true;");
        }

        if (layer != Plan.Output && BlockedMemory.KeepsZ(layer) && !layer.IsLearned)
        {
            writer.Write("public static bool KeepsSums => true;");
        }

        if (activation is not (null or { IsIdentity: true }))
        {
            WriteFunction(writer, names, "Activate", "z", activation.Forward(z));
            WriteFunction(writer, names, "MultiplyBySlope", "d, z, a", d * activation.Derivative(z, a));
        }

        writer.Close();
    }
}
