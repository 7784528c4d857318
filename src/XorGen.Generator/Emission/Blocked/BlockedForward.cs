using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Blocked;

/// <summary>Writes the forward pass of some samples, which training shares with Predict.</summary>
internal sealed class BlockedForward(CodeNames names)
{
    private NetworkPlan Plan => names.Plan;

    private bool HasHidden => Plan.Layers.Count > 1;

    /// <summary>A place in the memory of a pass.</summary>
    public static string In(string offset) => $"ref Unsafe.Add(ref scratch, {offset})";

    /// <summary>A place in the block of parameters.</summary>
    public static string Parameters(string offset) => $"ref Unsafe.Add(ref parameters, {offset})";

    /// <summary>The type arguments of a kernel for a layer.</summary>
    public static string Generics(CodeNames names, DensePlan layer) =>
        $"<V, L, {names.T}, {BlockedLayers.Layer(layer)}>";

    /// <summary>The kernels of output activations of whole rows.</summary>
    public static string RowActivation(CodeNames names) =>
        $"RowActivationKernels<V, L, {names.T}, {names.Plan.Number}Functions, {BlockedLayers.Layer(names.Plan.Output)}>";

    public void Write(SourceWriter writer)
    {
        if (HasHidden)
        {
            WriteHidden(writer);
        }

        WritePredict(writer);
    }

    private void WritePredict(SourceWriter writer)
    {
        DensePlan output = Plan.Output;
        string a = $"a{output.Number}";
        string x = "x";
        writer.Separate();
        writer.Write("/// <summary>The outputs of some samples, in the memory of a pass.</summary>");
        writer.Open($"public static void Predict<V, L>(ref {names.T} parameters, ref {names.T} x, int rows, ref {names.T} scratch)\n{names.Constraints}");
        if (HasHidden)
        {
            DensePlan before = Plan.Layers[output.Number - 2];
            x = $"a{before.Number}";
            writer.Write($"Hidden<V, L>(ref parameters, ref x, 0, rows, ref scratch{BlockedDropout.Argument(names, "default")});");
            writer.Write($"ref {names.T} {x} = {In(BlockedMemory.A(before))};");
            writer.Separate();
        }

        writer.Write($"// {Formulas.Sum(output)}, {Formulas.Activation(output)}");
        writer.Write($"ref {names.T} {a} = {In(BlockedMemory.A(output))};");
        if (output.Elementwise is null)
        {
            writer.Write($"DenseKernels.ForwardSums{Generics(names, output)}(rows, ref {x}, {Parameters($"W{output.Number}")}, ref {a});");
            writer.Write($"{RowActivation(names)}.{RowActivationCall(output, $"ref {a}")};");
        }
        else
        {
            writer.WriteList($"DenseKernels.Forward{Generics(names, output)}(", ["rows", $"ref {x}", Parameters($"W{output.Number}"), $"ref {a}", $"ref {a}"], ");");
            if (output.IsLearned)
            {
                LearnedLayers.WriteForward(writer, names, output, $"ref {a}", Alpha(output), $"ref {a}");
            }
        }

        writer.Close();
    }

    private static string RowActivationCall(DensePlan output, string a) => output.Activation switch
    {
        SoftmaxActivation { IsLogarithm: true } => $"LogSoftmax(rows, {a}, {In("Columns")})",
        SoftmaxActivation => $"Softmax(rows, {a}, {In("Columns")})",
        MeanVarianceActivation => $"MeanVariance<Loss>(rows, {a})",
        _ => throw new InvalidOperationException($"No kernel for the activation {output.Activation.Name}."),
    };

    private void WriteHidden(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Passes some samples of a block through the hidden layers.</summary>");
        writer.Open(
            $"private static void Hidden<V, L>(ref {names.T} parameters, ref {names.T} x, int first, int rows, ref {names.T} scratch{BlockedDropout.Parameter(names)})\n{names.Constraints}");
        foreach (DensePlan layer in Plan.Layers.Take(Plan.Layers.Count - 1))
        {
            string x = layer.IsFirst ? "x" : $"a{layer.Number - 1}";
            x = BlockedDropout.WriteForward(writer, names, layer, x, Place);
            string z = BlockedMemory.KeepsZ(layer) ? $"z{layer.Number}" : $"a{layer.Number}";
            writer.Separate();
            writer.Write($"// {Formulas.Sum(layer, drops: true)}, {Formulas.Activation(layer)}");
            writer.Write(Row(BlockedMemory.A(layer), layer.PaddedOutputs));
            if (BlockedMemory.KeepsZ(layer))
            {
                writer.Write(Row(BlockedMemory.Z(layer), layer.PaddedOutputs));
            }

            string a = layer.IsLearned ? z : $"a{layer.Number}";
            writer.WriteList($"DenseKernels.Forward{Generics(names, layer)}(", ["rows", $"ref {x}", Parameters($"W{layer.Number}"), $"ref {z}", $"ref {a}"], ");");
            if (layer.IsLearned)
            {
                LearnedLayers.WriteForward(writer, names, layer, $"ref {z}", Alpha(layer), $"ref a{layer.Number}");
            }
        }

        writer.Close();
    }

    /// <summary>The learned parameter of a layer's activation.</summary>
    private static string Alpha(DensePlan layer) => $"Unsafe.Add(ref parameters, Alpha{layer.Number})";

    /// <summary>Declares a variable for the first of the rows in a part of the memory of the pass.</summary>
    private string Row(string name, int stride) =>
        $"ref {names.T} {name.ToLowerInvariant()} = ref {Place(name, stride)};";

    private static string Place(string name, int stride) => $"Unsafe.Add(ref scratch, {name} + (first * {stride}))";
}
