using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Scalar;

/// <summary>Writes the fields: one named number for each parameter, gradient and state of the optimizer.</summary>
internal sealed class ScalarStorage(Vocabulary words)
{
    private NetworkPlan Plan => words.Plan;

    public IEnumerable<string> Names =>
        Fields.Select(pair => pair.Name).Concat(Counters.Select(counter => counter.Name)).Append("PerParameter");

    /// <summary>Gets the field that is first in the flat order.</summary>
    public string FirstField => Plan.Layers[0].Weight(0, 0);

    private IEnumerable<(string Name, string Summary)> Fields =>
        Plan.Step.States.Select(state => (StateField(state), state.Summary))
            .Prepend(("_gradient", "What the last Backward has computed."))
            .Prepend(("_parameters", $"The {Plan.ParameterNames}."));

    private IEnumerable<(string Name, string Summary)> Counters =>
        Plan.Step.Counters.Select(counter => (counter.Variable.Name, counter.Summary));

    private IEnumerable<string> StateFields => Plan.Step.States.Select(StateField).Prepend("_parameters");

    /// <summary>The name of the field that holds a state of the optimizer.</summary>
    public static string StateField(StateVariable state) => "_" + state.Variable.Name;

    public void Write(SourceWriter writer)
    {
        foreach ((string name, string summary) in Fields)
        {
            writer.Separate();
            writer.Write($"/// <summary>{summary}</summary>");
            writer.Write($"private PerParameter {name};");
        }

        foreach ((string name, string summary) in Counters)
        {
            writer.Separate();
            writer.Write($"/// <summary>{summary}</summary>");
            writer.Write($"private double {name};");
        }

        writer.Separate();
        writer.Write($"/// <summary>A number for each parameter, in flat order, and room to whole vectors of four: {NamesOf(Plan.Layers[0])}.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Write($"[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential, Size = {Plan.PaddedParameterCount} * sizeof({words.T}))]");
        writer.Open("private struct PerParameter");
        foreach (DensePlan layer in Plan.Layers)
        {
            writer.Separate();
            for (int i = 0; i < layer.Inputs; i++)
            {
                writer.Write($"public {words.T} {List(layer.Outputs, j => layer.Weight(i, j))};");
            }

            writer.Write($"public {words.T} {List(layer.Outputs, layer.Bias)};");
            if (layer.IsLearned)
            {
                writer.Write($"public {words.T} {layer.Alpha};");
            }
        }

        writer.Close();
    }

    /// <summary>Writes the statements that forget gradients and the state of the optimizer.</summary>
    public void WriteClear(SourceWriter writer)
    {
        foreach ((string name, _) in Fields.Skip(1))
        {
            writer.Write($"{name} = default;");
        }

        foreach (Counter counter in Plan.Step.Counters)
        {
            writer.Write($"{counter.Variable.Name} = {counter.Start};");
        }
    }

    /// <summary>Writes the statements that copy the parameters and the optimizer's states to "state".</summary>
    public void WriteGetState(SourceWriter writer)
    {
        int part = 0;
        foreach (string field in StateFields)
        {
            writer.Write($"{Vocabulary.Memory}.CreateReadOnlySpan(ref {field}.{FirstField}, ParameterCount).CopyTo({StateEmitter.Part(part++)});");
        }
    }

    /// <summary>Writes the statements that copy them from "state".</summary>
    public void WriteSetState(SourceWriter writer)
    {
        int part = 0;
        foreach (string field in StateFields)
        {
            writer.Write($"{StateEmitter.Part(part++)}.CopyTo({Vocabulary.Memory}.CreateSpan(ref {field}.{FirstField}, ParameterCount));");
        }
    }

    /// <summary>Says what the names of the last weight and of the last bias of a layer mean.</summary>
    private static string NamesOf(DensePlan layer)
    {
        (int input, int neuron) = (layer.Inputs - 1, layer.Outputs - 1);
        return $"{layer.Weight(input, neuron)} is the weight of layer {layer.Number} from input {input} to neuron {neuron}, {layer.Bias(neuron)} the bias of that neuron";
    }

    private static string List(int count, Func<int, string> name) => string.Join(", ", Enumerable.Range(0, count).Select(name));
}
