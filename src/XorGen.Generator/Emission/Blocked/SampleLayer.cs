using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Blocked;

/// <summary>Writes one layer for one sample.</summary>
internal sealed class SampleLayer(CodeNames names)
{
    private NetworkPlan Plan => names.Plan;

    public void Write(SourceWriter writer, SampleSchedule row)
    {
        DensePlan layer = row.Layer;
        writer.Write($"ref {names.T} w = ref {Place("parameters", $"W{layer.Number}")};");
        writer.Write($"ref {names.T} b = ref {Place("parameters", $"B{layer.Number}")};");
        if (layer.IsLearned)
        {
            writer.Write($"{names.T} {layer.Alpha} = {Place("parameters", $"Alpha{layer.Number}")};");
        }

        if (!layer.IsFirst)
        {
            writer.Write($"ref {names.T} a = ref {Values(Plan.Layers[layer.Number - 2])};");
        }

        if (!StoresToOutput(row))
        {
            writer.Write($"ref {names.T} to = ref {Values(layer)};");
        }

        if (row.Groups.Any(group => group.Vectors > 1))
        {
            writer.Write($"nuint n = (nuint)L.Count;");
        }

        foreach (VectorGroup group in row.Groups)
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

    private static string Place(string first, string offset) => $"Unsafe.Add(ref {first}, {offset})";

    /// <summary>Whether the registers go straight to the output.</summary>
    private bool StoresToOutput(SampleSchedule row) => row.Layer == Plan.Output && row.ActivatesInPlace;

    private static string Column(int vector) => vector switch
    {
        0 => "j",
        1 => "j + n",
        _ => $"j + ({vector} * n)",
    };

    private static string Sum(SampleSchedule row, int chain, int vector) =>
        row.Layer.Chains == 1 || row.Layer.HasInputsInLanes ? $"z{vector}" : $"z{vector}_{chain}";

    private void WriteGroup(SourceWriter writer, SampleSchedule row, VectorGroup group)
    {
        int lanes = names.Plan.Number.Lanes();
        int begin = group.First * lanes;
        int end = (group.First + (group.Vectors * group.Repeats)) * lanes;
        string step = group.Vectors == 1 ? $"(nuint)L.Count" : $"{group.Vectors} * n";
        writer.Open($"for (nuint j = {begin}; j < {end}; j += {step})");
        if (row.Layer.HasInputsInLanes)
        {
            string layer = BlockedLayers.Layer(row.Layer);
            writer.Write("// Few neurons: inputs in the lanes, a dot product for each neuron.");
            writer.Write($"V {Sum(row, 0, 0)} = DotProducts.Sums<V, L, {names.T}, {layer}>(ref a, ref w, ref b, j);");
            WriteStores(writer, row, group);
            writer.Close();
            return;
        }

        for (int vector = 0; vector < group.Vectors; vector++)
        {
            writer.WriteList(
                "V ",
                [.. Enumerable.Range(0, row.Layer.Chains).Select(chain => $"{Sum(row, chain, vector)} = {(chain == 0 ? $"L.Load(ref b, {Column(vector)})" : "L.Zero")}")],
                ";");
        }

        WriteProducts(writer, row, group);
        WriteStores(writer, row, group);
        writer.Close();
    }

    private void WriteProducts(SourceWriter writer, SampleSchedule row, VectorGroup group)
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
        writer.Write($"ref {names.T} wi = ref {Place("w", "j")};");
        writer.Open($"for (nuint i = 0; i < {inLoop}; i += {row.Step})");
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
    private void WriteInput(SourceWriter writer, SampleSchedule row, VectorGroup group, int index, string place, Func<int, string> weight)
    {
        string x = $"x{index}";
        string from = row.Layer.IsFirst ? "x" : "a";
        string value = place == "0" ? from : Place(from, place);
        if (group.Vectors == 1)
        {
            string sum = Sum(row, index % row.Layer.Chains, 0);
            writer.Write($"{sum} = L.AddProduct({sum}, L.Load(ref {weight(0)}), {value});");
            return;
        }

        writer.Write($"V {x} = L.Create({value});");
        for (int vector = 0; vector < group.Vectors; vector++)
        {
            string sum = Sum(row, index % row.Layer.Chains, vector);
            writer.Write($"{sum} = L.FusedMultiplyAdd({x}, L.Load(ref {weight(vector)}), {sum});");
        }
    }

    /// <summary>The sum of a vector's chains: the upper half is added to the lower, until one is left.</summary>
    private static Expression Total(SampleSchedule row, int vector)
    {
        if (row.Layer.HasInputsInLanes)
        {
            return new Variable(Sum(row, 0, vector));
        }

        Expression[] sums = [.. Enumerable.Range(0, row.Layer.Chains).Select(chain => new Variable(Sum(row, chain, vector)))];
        while (sums.Length > 1)
        {
            int half = sums.Length / 2;
            sums = [.. Enumerable.Range(0, half).Select(i => sums[i] + sums[i + half])];
        }

        return sums[0];
    }

    private void WriteStores(SourceWriter writer, SampleSchedule row, VectorGroup group)
    {
        for (int vector = 0; vector < group.Vectors; vector++)
        {
            Expression z = Total(row, vector);
            if (row.ActivatesInPlace && !row.Layer.Elementwise!.IsIdentity && z is not Variable)
            {
                var name = new Variable($"z{vector}");
                writer.Write($"V {name.Name} = {names.Vectors.Print(z)};");
                z = name;
            }

            string value = names.Vectors.Print(row.ActivatesInPlace ? row.Layer.Elementwise!.Forward(z) : z);
            writer.Write(StoresToOutput(row) ? StoreOutput(value, Column(vector)) : $"L.Store({value}, ref to, {Column(vector)});");
        }
    }

    private string StoreOutput(string value, string column) =>
        $"RowVectors.StoreFirst<V, L, {names.T}>({value}, {Plan.Spec.Outputs} - (int)({column}), ref y, {column});";

    /// <summary>Writes the activation where it has not been applied to the registers.</summary>
    private void WriteActivation(SourceWriter writer, SampleSchedule row)
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
                value = names.Vectors.Print(activation.Forward(z));
                break;
            case SoftmaxActivation { IsLogarithm: true }:
                writer.Write($"RowVectors.LogSoftmax<V, L, {names.T}, {Plan.Number}Functions>({Plan.Spec.Outputs}, ref to, ref to);");
                break;
            case SoftmaxActivation:
                writer.Write($"RowVectors.Softmax<V, L>({Plan.Spec.Outputs}, ref to, ref to);");
                break;
            case MeanVarianceActivation:
                value = $"L.Select(L.FirstLanes({row.Layer.Outputs / 2} - (int)j), z, {names.Vectors.Print(MeanVarianceActivation.Variance(z))})";
                break;
            default:
                throw new InvalidOperationException($"No pass of a row for the activation {row.Layer.Activation.Name}.");
        }

        if (value == z.Name)
        {
            writer.Write($"RowVectors.CopyFirst<V, L, {names.T}>({Plan.Spec.Outputs}, ref to, ref y);");
            return;
        }

        int count = isOutput ? row.Layer.Outputs : row.Layer.PaddedOutputs;
        writer.Separate();
        writer.Open($"for (nuint j = 0; j < {count}; j += (nuint)L.Count)");
        writer.Write($"V z = L.Load(ref to, j);");
        writer.Write(
            isOutput
                ? StoreOutput(value, "j")
                : $"L.Store({value}, ref to, j);");
        writer.Close();
    }
}
