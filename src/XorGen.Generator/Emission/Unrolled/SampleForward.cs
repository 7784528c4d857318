using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Emission.Unrolled;

/// <summary>
/// Writes Forward of one sample: neurons that are neighbours in the lanes of 128-bit vectors, as their weights and biases are neighbours in
/// memory; a layer of one neuron as a single number. Each lane has the operations that the neuron has where samples are in the lanes, so the bits are the same.
/// </summary>
internal sealed class SampleForward(CodeNames names, SourceWriter writer)
{
    private NetworkPlan Plan => names.Plan;

    private LanesDialect Lanes => names.Narrow;

    private int Count => names.NarrowCount;

    public void Write()
    {
        string[] inputs = [.. Enumerable.Range(0, Plan.Spec.Inputs).Select(i => $"x{i}")];
        writer.Separate();
        writer.Write("/// <summary>The outputs of one sample: neighbouring neurons are in the lanes of a vector, as their weights are neighbours.</summary>");
        if (Plan.HasArgumentForward)
        {
            writer.Open($"public static {names.T} Forward(ref State s, {string.Join(", ", inputs.Select(x => $"{names.T} {x}"))})");
            WriteParameters();
            WriteLayers();
            writer.Write($"return {Value(Plan.Output, 0)};");
            writer.Close();
            writer.Separate();
            writer.WriteList(
                $"public static void Forward(ref State s, ref {names.T} x, ref {names.T} output) => output = Forward(", ["ref s", .. inputs.Select((_, i) => Element("x", i))], ");");
            return;
        }

        writer.Open($"public static void Forward(ref State s, ref {names.T} x, ref {names.T} output)");
        WriteParameters();
        for (int i = 0; i < inputs.Length; i++)
        {
            writer.Write($"{names.T} x{i} = {Element("x", i)};");
        }

        WriteLayers();
        writer.Separate();
        for (int first = 0; first < Plan.Output.Outputs; first += Size(Plan.Output, first))
        {
            if (Size(Plan.Output, first) == Count && !IsSplit(first))
            {
                writer.Write($"{Lanes.Lanes}.Store({Vector(Plan.Output, first, "a")}, ref output, {first});");
                continue;
            }

            for (int j = first; j < first + Size(Plan.Output, first); j++)
            {
                writer.Write($"{Element("output", j)} = {Value(Plan.Output, j)};");
            }
        }

        writer.Close();
    }

    /// <summary>An element behind a reference.</summary>
    public static string Element(string reference, int index) => index == 0 ? reference : $"Unsafe.Add(ref {reference}, {index})";

    private void WriteParameters() => writer.Write("ref Parameters p = ref s.parameters;");

    /// <summary>Whether a group has means and variances.</summary>
    private bool IsSplit(int first) => Plan.Output.Activation is MeanVarianceActivation && StraightLine.IsMean(Plan.Output, first) && !StraightLine.IsMean(Plan.Output, first + Size(Plan.Output, first) - 1);

    private int Size(DensePlan layer, int first) => Math.Min(Count, layer.Outputs - first);

    /// <summary>The name of a group of neighbouring neurons, or of the only neuron.</summary>
    private string Vector(DensePlan layer, int first, string kind)
    {
        first = first / Count * Count;
        if (kind == "a" && (layer.Elementwise is { IsIdentity: true } || (StraightLine.IsMean(layer, first) && StraightLine.IsMean(layer, first + Size(layer, first) - 1))))
        {
            kind = "z";
        }

        string suffix = layer.Outputs == 1 ? "_0" : layer.Outputs <= Count ? string.Empty : Size(layer, first) == 1 ? $"_{first}" : $"_{first}to{first + Size(layer, first) - 1}";
        return $"{kind}{layer.Number}{suffix}";
    }

    /// <summary>One neuron's value.</summary>
    private string Value(DensePlan layer, int j, string kind = "a")
    {
        kind = StraightLine.IsMean(layer, j) ? "z" : kind;
        string vector = Vector(layer, j, kind);
        return layer.Outputs == 1 ? vector : $"{vector}[{j % Count}]";
    }

    private string Input(DensePlan layer, int i) => layer.IsFirst ? $"x{i}" : Value(Plan.Layers[layer.Number - 2], i);

    private void WriteLayers()
    {
        foreach (DensePlan layer in Plan.Layers)
        {
            writer.Separate();
            writer.Write($"// {Formulas.Sum(layer)}");
            if (layer.Outputs == 1)
            {
                WriteNeuron(layer);
                continue;
            }

            for (int first = 0; first < layer.Outputs; first += Count)
            {
                WriteSum(
                    Lanes,
                    new Variable(Vector(layer, first, "z")),
                    layer,
                    new Variable($"{Lanes.Lanes}.Load(ref p.{layer.Bias(first)}, 0)"),
                    i => new Variable($"{Lanes.Lanes}.Load(ref p.{layer.Weight(i, first)}, 0)"),
                    i => new Broadcast(Input(layer, i)));
            }

            WriteActivation(layer);
        }
    }

    /// <summary>A layer of one neuron: single numbers.</summary>
    private void WriteNeuron(DensePlan layer)
    {
        var z = new Variable(Vector(layer, 0, "z"));
        WriteSum(names.Scalars, z, layer, new Variable($"p.{layer.Bias(0)}"), i => new Variable($"p.{layer.Weight(i, 0)}"), i => new Variable(Input(layer, i)));
        if (layer.Elementwise is { IsIdentity: false } activation)
        {
            writer.Separate();
            writer.Write($"// {Formulas.Activation(layer)}");
            Declare(names.Scalars, Vector(layer, 0, "a"), activation.Forward(z));
        }
    }

    /// <summary>The bias and the first half of the products, then the second half.</summary>
    private void WriteSum(Dialect dialect, Variable z, DensePlan layer, Expression bias, Func<int, Expression> weight, Func<int, Expression> input)
    {
        int half = (layer.Inputs + 1) / 2;
        Expression[] first = Chain(dialect, z, bias, 0, half, weight, input);
        if (half == layer.Inputs)
        {
            Declare(dialect, z.Name, first[0]);
            return;
        }

        var rest = new Variable("s" + z.Name.Substring(1));
        Expression second = Chain(dialect, rest, null, half, layer.Inputs, weight, input)[0];
        Expression whole = first[0] + second;
        if (writer.Fits($"{dialect.Type} {z.Name} = {dialect.Print(whole)};"))
        {
            Declare(dialect, z.Name, whole);
            return;
        }

        if (layer.Inputs - half > 1)
        {
            WriteChain(dialect, rest, null, half, layer.Inputs, weight, input);
            second = rest;
        }

        WriteChain(dialect, z, bias, 0, half, weight, input);
        writer.Write($"{z.Name} = {dialect.Print(z + second)};");
    }

    private static Expression[] Chain(
        Dialect dialect, Variable name, Expression? start, int begin, int end, Func<int, Expression> weight, Func<int, Expression> input)
    {
        Expression sum = start is null ? input(begin) * weight(begin) : FusedMultiplyAdd(input(begin), weight(begin), start);
        for (int i = begin + 1; i < end; i++)
        {
            sum = FusedMultiplyAdd(input(i), weight(i), sum);
        }

        return [sum];
    }

    /// <summary>Declares a sum of products in as few statements as lines allow.</summary>
    private void WriteChain(
        Dialect dialect, Variable name, Expression? start, int begin, int end, Func<int, Expression> weight, Func<int, Expression> input)
    {
        Expression sum = start is null ? input(begin) * weight(begin) : FusedMultiplyAdd(input(begin), weight(begin), start);
        string type = dialect.Type + " ";
        for (int i = begin + 1; i < end; i++)
        {
            Expression longer = FusedMultiplyAdd(input(i), weight(i), sum);
            if (!writer.Fits($"{type}{name.Name} = {dialect.Print(longer)};"))
            {
                writer.Write($"{type}{name.Name} = {dialect.Print(sum)};");
                type = string.Empty;
                longer = FusedMultiplyAdd(input(i), weight(i), name);
            }

            sum = longer;
        }

        writer.Write($"{type}{name.Name} = {dialect.Print(sum)};");
    }

    private void WriteActivation(DensePlan layer)
    {
        if (layer.Elementwise is { IsIdentity: true })
        {
            return;
        }

        writer.Separate();
        writer.Write($"// {Formulas.Activation(layer)}");
        switch (layer.Activation)
        {
            case SoftmaxActivation softmax:
                WriteSoftmax(layer, softmax.IsLogarithm);
                break;
            case MeanVarianceActivation:
                WriteFunction(layer, MeanVarianceActivation.Variance);
                break;
            case ElementwiseActivation activation:
                WriteFunction(layer, activation.Forward);
                break;
            default:
                throw new InvalidOperationException($"No straight lines for the activation {layer.Activation.Name}.");
        }
    }

    private void WriteFunction(DensePlan layer, Func<Expression, Expression> function)
    {
        for (int first = 0; first < layer.Outputs; first += Count)
        {
            string a = Vector(layer, first, "a");
            string z = Vector(layer, first, "z");
            if (a != z)
            {
                Declare(Lanes, a, function(new Variable(z)));
            }
        }
    }

    /// <summary>a_j = exp(z_j - max z) / sum_k exp(z_k - max z), or the logarithm of that: no exponential overflows.</summary>
    private void WriteSoftmax(DensePlan layer, bool isLogarithm)
    {
        string largest = StraightLine.Largest(layer).Name;
        string total = StraightLine.Total(layer).Name;
        writer.Write($"{names.T} {largest} = {Value(layer, 0, "z")};");
        for (int j = 1; j < layer.Outputs; j++)
        {
            writer.Write($"{largest} = {names.Scalars.Print(Max(new Variable(Value(layer, j, "z")), new Variable(largest)))};");
        }

        int[] groups = [.. Enumerable.Range(0, (layer.Outputs + Count - 1) / Count).Select(group => group * Count)];
        foreach (int first in groups)
        {
            Declare(Lanes, Vector(layer, first, "e"), Exp(new Variable(Vector(layer, first, "z")) - (Expression)new Broadcast(largest)));
        }

        string sum = $"{names.T} {total} = ";
        string[] terms = [.. Enumerable.Range(0, layer.Outputs).Select(j => Value(layer, j, "e"))];
        for (int j = 0; j < layer.Outputs; j++)
        {
            if (j > 0 && !writer.Fits($"{sum} + {terms[j]};"))
            {
                writer.Write($"{sum};");
                sum = $"{total} = {total}";
            }

            sum += j == 0 ? terms[j] : $" + {terms[j]}";
        }

        writer.Write($"{sum};");
        if (isLogarithm)
        {
            writer.Write($"{names.T} {StraightLine.LogTotal(layer).Name} = {names.Scalars.Print(Log(new Variable(total)))};");
        }

        foreach (int first in groups)
        {
            Expression z = new Variable(Vector(layer, first, "z"));
            Declare(
                Lanes,
                Vector(layer, first, "a"),
                isLogarithm
                    ? (z - new Broadcast(largest)) - new Broadcast(StraightLine.LogTotal(layer).Name)
                    : (Expression)new Variable(Vector(layer, first, "e")) / new Broadcast(total));
        }
    }

    private void Declare(Dialect dialect, string name, Expression value) => writer.Write($"{dialect.Type} {name} = {dialect.Print(value)};");
}
