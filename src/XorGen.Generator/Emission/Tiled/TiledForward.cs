using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Emission.Dropout;
using XorGen.Generator.Emission.Learned;
using XorGen.Generator.Emission.Vector;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Tiled;

/// <summary>Writes Predict, and the way through the layers that training shares with them.</summary>
internal sealed class TiledForward(Vocabulary words, TiledLayout layout)
{
    /// <summary>So many rows leave their values in a cache.</summary>
    private const int RowsOfALot = 64;

    private readonly RowForward row = new(words);

    private NetworkPlan Plan => words.Plan;

    private bool HasHidden => Plan.Layers.Count > 1;

    public IEnumerable<string> Names =>
        [.. row.Names, "ComputeOutputs", "ComputeOutputsOfRows", .. HasHidden ? new[] { "ComputeHidden" } : []];

    private int Lot => Math.Min(RowsOfALot, layout.BlockRows);

    /// <summary>A place in the memory of a pass.</summary>
    public static string In(string offset) => $"ref {Vocabulary.Unsafe}.Add(ref scratch, Offsets.{offset})";

    /// <summary>A place in the block of parameters.</summary>
    public static string Parameters(string offset) => $"ref {Vocabulary.Unsafe}.Add(ref parameters, Offsets.{offset})";

    /// <summary>The type arguments of a kernel for a layer.</summary>
    public static string Generics(Vocabulary words, DensePlan layer) =>
        $"<{words.Vector}, {words.Lanes}, {words.T}, {TiledStorage.Layer(layer)}>";

    /// <summary>The kernels of output activations of whole rows.</summary>
    public static string RowActivation(Vocabulary words) =>
        $"{Vocabulary.Numerics}.RowActivationKernels<{words.Vector}, {words.Lanes}, {words.T}, {Vocabulary.Numerics}.{words.Plan.Number}Functions, {TiledStorage.Layer(words.Plan.Output)}>";

    public void Write(SourceWriter writer)
    {
        row.Write(writer);
        WritePredict(writer);
        WriteComputeOutputs(writer);
        WriteComputeOutputsOfRows(writer);
        if (HasHidden)
        {
            WriteComputeHidden(writer);
        }
    }

    public void WriteCountCorrect(SourceWriter writer) =>
        writer.Write(
            $$"""
            {{words.Span}} scratch = {{Vocabulary.Numerics}}.Scratch<{{words.T}}>.Get(Offsets.PredictionEnd);
            for (int first = 0; first < rows; first += {{Lot}})
            {
                int count = global::System.Math.Min({{Lot}}, rows - first);
                ComputeOutputs(inputs.Slice(first * InputCount, count * InputCount), default, ref scratch[0]);
                correct += {{Vocabulary.Numerics}}.RowBlocks.CountCorrect<{{words.T}}>(scratch.Slice(Offsets.{{TiledLayout.A(Plan.Output)}}), {{Plan.Output.PaddedOutputs}}, OutputCount, labels.Slice(first, count));
            }

            """);


    private void WritePredict(SourceWriter writer)
    {
        writer.Separate();
        writer.Write(
            $$"""
            /// <inheritdoc/>
            {{Vocabulary.Generated}}
            public void Predict({{words.ReadOnlySpan}} inputs, {{words.Span}} outputs)
            {
                int rows = {{Vocabulary.Check}}.Rows(inputs.Length, InputCount, outputs.Length, OutputCount, "inputs", "outputs");
                {{ForwardEmitter.OverlapCheck(words)}}
                {{words.Span}} scratch = {{Vocabulary.Numerics}}.Scratch<{{words.T}}>.Get(Offsets.PredictionEnd);
                for (int first = 0; first < rows; first += {{Lot}})
                {
                    int count = global::System.Math.Min({{Lot}}, rows - first);
                    ComputeOutputs(inputs.Slice(first * InputCount, count * InputCount), outputs.Slice(first * OutputCount, count * OutputCount), ref scratch[0]);
                }
            }
            """);
    }

    private void WriteComputeOutputs(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Computes the outputs of some rows, in the memory of the pass, and copies them where they are wanted.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private void ComputeOutputs({words.ReadOnlySpan} inputs, {words.Span} outputs, ref {words.T} scratch)");
        writer.Write($"ref {words.T} parameters = ref _block[_blockStart];");
        writer.Write(words.AtWidestWidth("ComputeOutputsOfRows", "ref parameters, inputs, outputs, ref scratch"));
        writer.Close();
    }

    private void WriteComputeOutputsOfRows(SourceWriter writer)
    {
        DensePlan output = Plan.Output;
        string a = TiledLayout.A(output);
        string x = HasHidden ? In(TiledLayout.A(Plan.Layers[output.Number - 2])) : "ref x";
        writer.Separate();
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private static void ComputeOutputsOfRows{words.VectorGenerics}(ref {words.T} parameters, {words.ReadOnlySpan} inputs, {words.Span} outputs, ref {words.T} scratch)\n{words.VectorConstraints}");
        writer.Write($"int rows = inputs.Length / InputCount;\nref {words.T} x = ref {Vocabulary.Memory}.GetReference(inputs);");
        if (HasHidden)
        {
            writer.Write($"ComputeHidden{words.VectorGenerics}(ref parameters, ref x, 0, rows, ref scratch{TiledDropout.Argument(words, "default")});");
        }

        writer.Separate();
        writer.Write($"// {Formulas.Sum(output)}, {Formulas.Activation(output)}");
        if (output.Elementwise is null)
        {
            writer.Write($"{Vocabulary.Numerics}.DenseKernels.ForwardSums{Generics(words, output)}(rows, {x}, {Parameters($"W{output.Number}")}, {In(a)});");
            writer.Write($"{RowActivation(words)}.{RowActivationCall(output, a)};");
        }
        else
        {
            writer.Write($"{Vocabulary.Numerics}.DenseKernels.Forward{Generics(words, output)}(rows, {x}, {Parameters($"W{output.Number}")}, {In(a)}, {In(a)});");
            if (output.IsLearned)
            {
                LearnedEmitter.WriteForward(writer, words, output, In(a), Alpha(output), In(a));
            }

        }

        writer.Write($"{Vocabulary.Numerics}.RowBlocks.GatherVectors<{words.Vector}, {words.Lanes}, {words.T}>({In(a)}, {output.PaddedOutputs}, outputs, OutputCount);");
        writer.Close();
    }

    private static string RowActivationCall(DensePlan output, string a) => output.Activation switch
    {
        SoftmaxActivation { IsLogarithm: true } => $"LogSoftmax(rows, {In(a)}, {In("Columns")})",
        SoftmaxActivation => $"Softmax(rows, {In(a)}, {In("Columns")})",
        MeanVarianceActivation => $"MeanVariance<Loss>(rows, {In(a)})",
        _ => throw new InvalidOperationException($"No kernel for the activation {output.Activation.Name}."),
    };

    private void WriteComputeHidden(SourceWriter writer)
    {
        writer.Separate();
        writer.Write($"/// <summary>Passes some rows of a block through the hidden layers.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private static void ComputeHidden{words.VectorGenerics}(ref {words.T} parameters, ref {words.T} x, int first, int rows, ref {words.T} scratch{TiledDropout.Parameter(words)})\n{words.VectorConstraints}");
        foreach (DensePlan layer in Plan.Layers.Take(Plan.Layers.Count - 1))
        {
            string x = layer.IsFirst ? "x" : $"a{layer.Number - 1}";
            x = TiledDropout.WriteForward(writer, words, layer, x, Place);
            string z = TiledLayout.KeepsZ(layer) ? $"z{layer.Number}" : $"a{layer.Number}";
            writer.Separate();
            writer.Write($"// {Formulas.Sum(layer, drops: true)}, {Formulas.Activation(layer)}");
            writer.Write(Row(TiledLayout.A(layer), layer.PaddedOutputs));
            if (TiledLayout.KeepsZ(layer))
            {
                writer.Write(Row(TiledLayout.Z(layer), layer.PaddedOutputs));
            }

            string a = layer.IsLearned ? z : $"a{layer.Number}";
            writer.Write(
                $"{Vocabulary.Numerics}.DenseKernels.Forward{Generics(words, layer)}(rows, ref {x}, {Parameters($"W{layer.Number}")}, ref {z}, ref {a});");
            if (layer.IsLearned)
            {
                LearnedEmitter.WriteForward(writer, words, layer, $"ref {z}", Alpha(layer), $"ref a{layer.Number}");
            }
        }

        writer.Close();
    }

    /// <summary>The learned parameter of a layer's activation.</summary>
    private static string Alpha(DensePlan layer) => $"{Vocabulary.Unsafe}.Add(ref parameters, Offsets.Alpha{layer.Number})";

    /// <summary>Declares a variable for the first of the rows in a part of the memory of the pass.</summary>
    private string Row(string name, int stride) =>
        $"ref {words.T} {name.ToLowerInvariant()} = ref {Place(name, stride)};";

    private static string Place(string name, int stride) => $"{Vocabulary.Unsafe}.Add(ref scratch, Offsets.{name} + (first * {stride}))";
}
