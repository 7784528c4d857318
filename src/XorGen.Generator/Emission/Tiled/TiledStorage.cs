using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Emission.Learned;
using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Tiled;

/// <summary>Writes the fields: a block for the parameters and, from the first training call on, one for training.</summary>
internal sealed class TiledStorage(Vocabulary words, TiledLayout layout)
{
    private NetworkPlan Plan => words.Plan;

    public IEnumerable<string> Names =>
        Plan.Layers.Select(Layer)
            .Concat(LearnedEmitter.Names(Plan))
            .Concat(Plan.Step.Counters.Select(counter => counter.Variable.Name))
            .Concat(["_block", "_blockStart", "_training", "_trainingStart", "_threads", "BlockLength", "Offsets"]);

    /// <summary>The parameters as a span.</summary>
    public static string Block(Vocabulary words) => $"new {words.Span}(_block, _blockStart, BlockLength)";

    /// <summary>A block of training as a span: 0 is the gradients, 1 the optimizer's first state.</summary>
    public string TrainingBlock(int index) =>
        index == 0 ? $"new {words.Span}(_training, _trainingStart, BlockLength)"
        : index == 1 ? $"new {words.Span}(_training, _trainingStart + BlockLength, BlockLength)"
        : $"new {words.Span}(_training, _trainingStart + ({index} * BlockLength), BlockLength)";

    /// <summary>The name of the type that says what a layer is.</summary>
    public static string Layer(DensePlan layer) => $"Layer{layer.Number}";

    public void Write(SourceWriter writer)
    {
        writer.Separate();
        writer.Write(
            $$"""
            /// <summary>The number of values in the padded block of all parameters.</summary>
            private const int BlockLength = {{Plan.BlockLength}};

            /// <summary>Holds the parameters: aligned to 64 bytes, each row of weights padded with zeros to whole vectors.</summary>
            private readonly {{words.T}}[] _block;
            private readonly int _blockStart;

            /// <summary>Holds the gradients{{States}}, each like the block of parameters. Allocated by the first call that trains.</summary>
            private {{words.T}}[]? _training;
            private int _trainingStart;

            /// <summary>The most threads that a step of training may use.</summary>
            private int _threads = 1;
            """);
        foreach (Counter counter in Plan.Step.Counters)
        {
            writer.Separate();
            writer.Write($"/// <summary>{counter.Summary}</summary>\nprivate double {counter.Variable.Name};");
        }

        foreach (DensePlan layer in Plan.Layers)
        {
            WriteLayer(writer, layer);
            LearnedEmitter.WriteType(writer, words, layer);
        }

        WriteOffsets(writer);
    }

    /// <summary>Writes the statements that forget gradients and the state of the optimizer.</summary>
    public void WriteClear(SourceWriter writer)
    {
        writer.Write($"new {words.Span}(_training).Clear();");
        foreach (Counter counter in Plan.Step.Counters)
        {
            writer.Write($"{counter.Variable.Name} = {counter.Start};");
        }
    }

    private string States => string.Concat(Plan.Step.States.Select(state => $", then the optimizer's {state.Variable.Name}"));

    /// <summary>Writes a function of vectors.</summary>
    public static void WriteFunction(SourceWriter writer, Vocabulary words, string name, string parameters, Expression value)
    {
        string list = string.Join(", ", parameters.Split([", "], StringSplitOptions.None).Select(parameter => $"{words.Vector} {parameter}"));
        writer.Separate();
        writer.Write(Vocabulary.Inline);
        writer.Open($"public static {words.Vector} {name}{words.VectorGenerics}({list})\n{words.VectorConstraints}");
        writer.Write($"return {words.Vectors.Print(value)};");
        writer.Close();
    }

    private void WriteLayer(SourceWriter writer, DensePlan layer)
    {
        var z = new Variable("z");
        var a = new Variable("a");
        var d = new Variable("d");
        ElementwiseActivation? activation = layer.IsLearned ? null : layer.Elementwise;
        writer.Separate();
        writer.Write($"/// <summary>{Formulas.Sum(layer)}{(layer.IsLearned ? string.Empty : $", {StepEmitter.Escape(Formulas.Activation(layer))}")}.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private readonly struct {Layer(layer)} : {Vocabulary.Numerics}.IDenseLayer<{words.T}>");
        writer.Write(
            $$"""
            public static int Inputs => {{layer.Inputs}};

            public static int InputStride => {{layer.InputStride}};

            public static int Outputs => {{layer.Outputs}};

            public static int OutputStride => {{layer.PaddedOutputs}};

            public static int Chains => {{layer.Chains}};

            public static bool HasInputsInLanes => {{Boolean(layer.HasInputsInLanes)}};

            public static bool KeepsSums => {{Boolean(layer != Plan.Output && TiledLayout.KeepsZ(layer) && !layer.IsLearned)}};
            """);
        WriteFunction(writer, words, "Activate", "z", activation?.Forward(z) ?? z);
        WriteFunction(writer, words, "MultiplyBySlope", "d, z, a", activation is null or { IsIdentity: true } ? d : d * activation.Derivative(z, a));
        writer.Close();
    }

    private static string Boolean(bool value) => value ? "true" : "false";

    private void WriteOffsets(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Where things begin.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open("private static class Offsets");
        writer.Write("// In the block of parameters.");
        foreach (DensePlan layer in Plan.Layers)
        {
            writer.Write($"public const int W{layer.Number} = {layer.BlockOffset}; // {(layer.HasInputsInLanes ? "[neuron][input]" : "[input][neuron]")}");
            writer.Write($"public const int B{layer.Number} = {layer.BiasBlockOffset};");
            if (layer.IsLearned)
            {
                writer.Write($"public const int Alpha{layer.Number} = {layer.AlphaBlockOffset};");
            }
        }

        writer.Separate();
        writer.Write("// In the memory of a pass: a block of rows for each; D is the derivative of the loss by z.");
        foreach (KeyValuePair<string, int> offset in layout.Offsets)
        {
            writer.Write($"public const int {offset.Key} = {offset.Value};");
        }

        writer.Write($"public const int PredictionEnd = {layout.PredictionLength};");
        writer.Write($"public const int TrainingEnd = {layout.TrainingLength};");

        writer.Close();
    }
}
