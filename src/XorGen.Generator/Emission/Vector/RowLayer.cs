using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Vector;

/// <summary>Writes one layer for one row.</summary>
internal sealed class RowLayer(Vocabulary words)
{
    private NetworkPlan Plan => words.Plan;

    public void Write(SourceWriter writer, RowSchedule row)
    {
        DensePlan layer = row.Layer;
        writer.Write($"ref {words.T} w = ref {Place("parameters", $"Offsets.W{layer.Number}")};");
        writer.Write($"ref {words.T} b = ref {Place("parameters", $"Offsets.B{layer.Number}")};");
        if (layer.IsLearned)
        {
            writer.Write($"{words.T} {layer.Alpha} = {Place("parameters", $"Offsets.Alpha{layer.Number}")};");
        }

        if (!layer.IsFirst)
        {
            writer.Write($"ref {words.T} a = ref {Values(Plan.Layers[layer.Number - 2])};");
        }

        if (!StoresToOutput(row))
        {
            writer.Write($"ref {words.T} to = ref {Values(layer)};");
        }

        if (row.Groups.Any(group => group.Vectors > 1))
        {
            writer.Write($"{Vocabulary.Index} n = ({Vocabulary.Index}){words.Lanes}.Count;");
        }

        foreach (RowGroup group in row.Groups.Where(group => group.Repeats > 0))
        {
            writer.Separate();
            WriteGroup(writer, row, group);
        }

        WriteActivation(writer, row);
    }

    /// <summary>Where a layer's values are in the memory of the pass.</summary>
    private string Values(DensePlan layer)
    {
        int offset = Plan.Layers.TakeWhile(other => other != layer).Sum(other => other.PaddedOutputs);
        return offset == 0 ? "scratch" : Place("scratch", $"{offset}");
    }

    private static string Place(string first, string offset) => $"{Vocabulary.Unsafe}.Add(ref {first}, {offset})";

    /// <summary>Whether the registers go straight to the output.</summary>
    private bool StoresToOutput(RowSchedule row) => row.Layer == Plan.Output && row.ActivatesInPlace;

    private static string Column(int vector) => vector switch
    {
        0 => "j",
        1 => "j + n",
        _ => $"j + ({vector} * n)",
    };

    private static string Sum(RowSchedule row, int chain, int vector) =>
        row.Layer.Chains == 1 || row.Layer.HasInputsInLanes ? $"z{vector}" : $"z{vector}_{chain}";

    private void WriteGroup(SourceWriter writer, RowSchedule row, RowGroup group)
    {
        int lanes = words.Plan.Number.Lanes();
        int begin = group.First * lanes;
        int end = (group.First + (group.Vectors * group.Repeats)) * lanes;
        string step = group.Vectors == 1 ? $"({Vocabulary.Index}){words.Lanes}.Count" : $"{group.Vectors} * n";
        writer.Open($"for ({Vocabulary.Index} j = {begin}; j < {end}; j += {step})");
        if (row.Layer.HasInputsInLanes)
        {
            string layer = Tiled.TiledStorage.Layer(row.Layer);
            writer.Write("// Few neurons: inputs in the lanes, a dot product for each neuron.");
            writer.Write($"{words.Vector} {Sum(row, 0, 0)} = {Vocabulary.Numerics}.DotProducts.Sums<{words.Vector}, {words.Lanes}, {words.T}, {layer}>(ref a, ref w, ref b, j);");
            WriteStores(writer, row, group);
            writer.Close();
            return;
        }

        for (int vector = 0; vector < group.Vectors; vector++)
        {
            for (int chain = 0; chain < row.Layer.Chains; chain++)
            {
                string start = chain == 0 ? $"{words.Lanes}.Load(ref b, {Column(vector)})" : $"{words.Lanes}.Zero";
                writer.Write($"{words.Vector} {Sum(row, chain, vector)} = {start};");
            }
        }

        WriteProducts(writer, row, group);
        WriteTree(writer, row, group);
        WriteStores(writer, row, group);
        writer.Close();
    }

    private void WriteProducts(SourceWriter writer, RowSchedule row, RowGroup group)
    {
        if (row.IsStraight)
        {
            for (int i = 0; i < row.Layer.Inputs; i++)
            {
                WriteInput(writer, row, group, i, $"{i}", vector => $"w, {Plus(i * row.Layer.PaddedOutputs, Column(vector))}");
            }

            return;
        }

        // A reference that moves along takes fewer instructions than an index.
        int inLoop = row.Layer.Inputs / row.Step * row.Step;
        string Weight(int input, int vector) => $"wi, {Plus(input * row.Layer.PaddedOutputs, vector == 0 ? string.Empty : vector == 1 ? "n" : $"({vector} * n)")}";
        writer.Separate();
        writer.Write($"ref {words.T} wi = ref {Place("w", "j")};");
        writer.Open($"for ({Vocabulary.Index} i = 0; i < {inLoop}; i += {row.Step})");
        for (int u = 0; u < row.Step; u++)
        {
            int input = u;
            WriteInput(writer, row, group, u, u == 0 ? "i" : $"i + {u}", vector => Weight(input, vector));
        }

        writer.Write($"wi = ref {Place("wi", $"{row.Step * row.Layer.PaddedOutputs}")};");
        writer.Close();
        writer.Separate();
        for (int i = inLoop; i < row.Layer.Inputs; i++)
        {
            int input = i - inLoop;
            WriteInput(writer, row, group, i, $"{i}", vector => Weight(input, vector));
        }
    }

    private static string Plus(int offset, string index) => offset == 0 ? (index.Length == 0 ? "0" : index)
        : index.Length == 0 ? $"{offset}" : $"{offset} + {index}";

    /// <summary>Writes the products of one input.</summary>
    private void WriteInput(SourceWriter writer, RowSchedule row, RowGroup group, int index, string place, Func<int, string> weight)
    {
        string x = $"x{index}";
        string from = row.Layer.IsFirst ? "x" : "a";
        writer.Write($"{words.Vector} {x} = {words.Lanes}.Create({(place == "0" ? from : Place(from, place))});");
        for (int vector = 0; vector < group.Vectors; vector++)
        {
            string sum = Sum(row, index % row.Layer.Chains, vector);
            writer.Write($"{sum} = {words.Lanes}.FusedMultiplyAdd({x}, {words.Lanes}.Load(ref {weight(vector)}), {sum});");
        }
    }

    private void WriteTree(SourceWriter writer, RowSchedule row, RowGroup group)
    {
        for (int half = row.Layer.Chains / 2; half > 0; half /= 2)
        {
            for (int chain = 0; chain < half; chain++)
            {
                for (int vector = 0; vector < group.Vectors; vector++)
                {
                    string sum = Sum(row, chain, vector);
                    writer.Write($"{sum} = {words.Lanes}.Add({sum}, {Sum(row, chain + half, vector)});");
                }
            }
        }
    }

    private void WriteStores(SourceWriter writer, RowSchedule row, RowGroup group)
    {
        for (int vector = 0; vector < group.Vectors; vector++)
        {
            var z = new Variable(Sum(row, 0, vector));
            string value = words.Vectors.Print(row.ActivatesInPlace ? row.Layer.Elementwise!.Forward(z) : z);
            writer.Write(
                StoresToOutput(row)
                    ? StoreOutput(value, Column(vector))
                    : $"{words.Lanes}.Store({value}, ref to, {Column(vector)});");
        }
    }

    private string StoreOutput(string value, string column) =>
        $"{Vocabulary.Numerics}.RowVectors.StoreFirst<{words.Vector}, {words.Lanes}, {words.T}>({value}, OutputCount - (int)({column}), ref y, {column});";

    /// <summary>Writes the activation where it has not been applied to the registers.</summary>
    private void WriteActivation(SourceWriter writer, RowSchedule row)
    {
        if (row.ActivatesInPlace)
        {
            return;
        }

        bool isOutput = row.Layer == Plan.Output;
        var z = new Variable("z");
        string value = z.Name;
        switch (row.Layer.Activation)
        {
            case ElementwiseActivation activation:
                value = words.Vectors.Print(activation.Forward(z));
                break;
            case SoftmaxActivation { IsLogarithm: true }:
                writer.Write($"{Vocabulary.Numerics}.RowVectors.LogSoftmax<{words.Vector}, {words.Lanes}, {words.T}, {Vocabulary.Numerics}.{Plan.Number}Functions>(OutputCount, ref to, ref to);");
                break;
            case SoftmaxActivation:
                writer.Write($"{Vocabulary.Numerics}.RowVectors.Softmax{words.VectorGenerics}(OutputCount, ref to, ref to);");
                break;
            case MeanVarianceActivation:
                value = $"{words.Lanes}.Select({words.Lanes}.FirstLanes({row.Layer.Outputs / 2} - (int)j), z, {words.Vectors.Print(MeanVarianceActivation.Variance(z))})";
                break;
            default:
                throw new InvalidOperationException($"No pass of a row for the activation {row.Layer.Activation.Name}.");
        }

        int count = isOutput ? row.Layer.Outputs : row.Layer.PaddedOutputs;
        writer.Separate();
        writer.Open($"for ({Vocabulary.Index} j = 0; j < {count}; j += ({Vocabulary.Index}){words.Lanes}.Count)");
        writer.Write($"{words.Vector} z = {words.Lanes}.Load(ref to, j);");
        writer.Write(
            isOutput
                ? StoreOutput(value, "j")
                : $"{words.Lanes}.Store({value}, ref to, j);");
        writer.Close();
    }
}
