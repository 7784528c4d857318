using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Emission.Vector;
using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Tiled;

/// <summary>Writes Predict, and the passes through the layers that training shares with them.</summary>
internal sealed class TiledForward(Vocabulary words)
{
    private readonly SoftmaxRows softmax = new(words);
    private readonly RowForward row = new(words);

    private NetworkPlan Plan => words.Plan;

    public IEnumerable<string> Names =>
        Plan.Layers.Where(HasActivation).Select(ActivationMethod)
            .Concat(softmax.Names)
            .Concat(row.Names)
            .Concat(["ComputeOutputs", "ComputeOutputsBlock", "ComputeSums"]);

    public static string ActivationMethod(DensePlan layer) => $"Activate{layer.Number}";

    /// <summary>A place in the memory of a pass.</summary>
    public static string In(string offset) => $"ref {Vocabulary.Unsafe}.Add(ref scratch, Offsets.{offset})";

    /// <summary>A place in the block of parameters.</summary>
    public static string Parameters(string offset) => $"ref {Vocabulary.Unsafe}.Add(ref parameters, Offsets.{offset})";

    public void Write(SourceWriter writer)
    {
        row.Write(writer);
        WritePredict(writer);
        WriteComputeOutputs(writer);
        WriteComputeOutputsBlock(writer);
        WriteComputeSums(writer);
        foreach (DensePlan layer in Plan.Layers.Where(HasActivation))
        {
            WriteActivation(writer, layer);
        }

        if (Plan.Output.Activation is SoftmaxActivation)
        {
            softmax.Write(writer);
        }
    }

    public void WriteCountCorrect(SourceWriter writer) =>
        writer.Write(
            $$"""
            {{words.Span}} scratch = {{Vocabulary.Numerics}}.Scratch<{{words.T}}>.Get(Offsets.PredictionEnd);
            for (int first = 0; first < rows; first += BlockRows)
            {
                int count = global::System.Math.Min(BlockRows, rows - first);
                ComputeOutputs(ref {{Vocabulary.Unsafe}}.Add(ref {{Vocabulary.Memory}}.GetReference(inputs), first * InputCount), count, ref scratch[0]);
                correct += {{Vocabulary.Numerics}}.RowBlocks.CountCorrect<{{words.T}}>(scratch.Slice(Offsets.{{TiledLayout.A(Plan.Output)}}), {{Plan.Output.PaddedOutputs}}, OutputCount, labels.Slice(first, count));
            }

            """);

    private static bool HasActivation(DensePlan layer) => layer.Elementwise is not { IsIdentity: true };

    private void WritePredict(SourceWriter writer)
    {
        int stride = Plan.Output.PaddedOutputs;
        writer.Separate();
        writer.Write(
            $$"""
            /// <inheritdoc/>
            {{Vocabulary.Generated}}
            public void Predict({{words.ReadOnlySpan}} inputs, {{words.Span}} outputs)
            {
                int rows = {{Vocabulary.Check}}.Rows(inputs.Length, InputCount, outputs.Length, OutputCount, nameof(inputs), nameof(outputs));
                {{words.Span}} scratch = {{Vocabulary.Numerics}}.Scratch<{{words.T}}>.Get(Offsets.PredictionEnd);
                for (int first = 0; first < rows; first += BlockRows)
                {
                    int count = global::System.Math.Min(BlockRows, rows - first);
                    ComputeOutputs(ref {{Vocabulary.Unsafe}}.Add(ref {{Vocabulary.Memory}}.GetReference(inputs), first * InputCount), count, ref scratch[0]);
                    {{Vocabulary.Numerics}}.RowBlocks.Gather<{{words.T}}>(scratch.Slice(Offsets.{{TiledLayout.A(Plan.Output)}}), {{stride}}, outputs.Slice(first * OutputCount, count * OutputCount), OutputCount);
                }
            }
            """);
    }

    private void WriteComputeOutputs(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Computes the outputs of a block of rows, in the memory of the pass.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private void ComputeOutputs(ref {words.T} inputs, int rows, ref {words.T} scratch)");
        writer.Write($"ref {words.T} parameters = ref _block[_blockStart];");
        writer.Write(words.AtWidestWidth("ComputeOutputsBlock", "ref parameters, ref inputs, rows, ref scratch"));
        writer.Close();
    }

    private void WriteComputeOutputsBlock(SourceWriter writer)
    {
        writer.Separate();
        OpenPass(writer, "ComputeOutputsBlock");
        writer.Write($"ComputeSums{words.VectorGenerics}(ref parameters, ref inputs, rows, ref scratch);");
        if (HasActivation(Plan.Output))
        {
            WriteActivate(writer, Plan.Output);
        }

        writer.Close();
    }

    private void WriteComputeSums(SourceWriter writer)
    {
        writer.Separate();
        writer.Write($"/// <summary>Passes a block of rows through all layers, up to z{Plan.Output.Number}, which is in the place of a{Plan.Output.Number}.</summary>");
        OpenPass(writer, "ComputeSums");
        foreach (DensePlan layer in Plan.Layers)
        {
            bool isOutput = layer == Plan.Output;
            string z = isOutput ? TiledLayout.A(layer) : TiledLayout.Z(layer);
            string x = layer.IsFirst ? "ref inputs" : In(TiledLayout.A(Plan.Layers[layer.Number - 2]));
            writer.Separate();
            writer.Write($"// {Formulas.Sum(layer)}{(isOutput ? string.Empty : ", " + Formulas.Activation(layer))}");
            writer.Write(
                $"{Vocabulary.Numerics}.DenseKernels.Forward<{words.Vector}, {words.Lanes}, {words.T}, {TiledStorage.Shape(layer)}>(rows, {x}, {Parameters($"W{layer.Number}")}, {Parameters($"B{layer.Number}")}, {In(z)});");
            if (!isOutput && HasActivation(layer))
            {
                WriteActivate(writer, layer);
            }
        }

        writer.Close();
    }

    private void OpenPass(SourceWriter writer, string name)
    {
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private static void {name}{words.VectorGenerics}(ref {words.T} parameters, ref {words.T} inputs, int rows, ref {words.T} scratch)\n{words.VectorConstraints}");
    }

    private void WriteActivate(SourceWriter writer, DensePlan layer)
    {
        string z = layer == Plan.Output ? TiledLayout.A(layer) : TiledLayout.Z(layer);
        writer.Write($"{ActivationMethod(layer)}{words.VectorGenerics}({In(z)}, {In(TiledLayout.A(layer))}, rows);");
    }

    private void WriteActivation(SourceWriter writer, DensePlan layer)
    {
        writer.Separate();
        writer.Write($"/// <summary>{StepEmitter.Escape(Formulas.Activation(layer))}</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private static void {ActivationMethod(layer)}{words.VectorGenerics}(ref {words.T} from, ref {words.T} to, int rows)\n{words.VectorConstraints}");
        if (layer.Elementwise is { } activation)
        {
            string value = words.Vectors.Print(activation.Forward(new Variable("z")));
            writer.Write(
                $$"""
                for (nuint i = 0; i < (nuint)(rows * {{layer.PaddedOutputs}}); i += (nuint){{words.Lanes}}.Count)
                {
                    {{words.Vector}} z = {{words.Lanes}}.Load(ref from, i);
                    {{words.Lanes}}.Store({{value}}, ref to, i);
                }
                """);
        }
        else
        {
            softmax.WriteActivation(writer);
        }

        writer.Close();
    }
}
