using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Unrolled;

/// <summary>Writes the types of a network in the unrolled layout: its memory and its mathematics.</summary>
internal sealed class UnrolledEmitter(CodeNames names) : ILayoutEmitter
{
    private NetworkPlan Plan => names.Plan;

    private string First => Plan.Layers[0].Weight(0, 0);

    public IReadOnlyList<string> NetworkType =>
    [
        "global::XorGen.Unrolled.UnrolledNetwork<",
        names.T,
        names.VectorsType,
        names.Global("State"),
        Plan.Algorithm is null ? names.Global(OptimizerEmitter.Type) : $"global::XorGen.Numerics.NoOptimizer<{names.T}>",
        names.Global("Network"),
    ];

    public string ArgumentForward(string arguments) => $"{names.Global("Network")}.Forward(ref _network.State, {arguments})";

    public void Write(SourceWriter writer)
    {
        WriteParameters(writer);
        WriteState(writer);
        if (Plan.Algorithm is null)
        {
            new OptimizerEmitter(names).Write(writer);
        }

        writer.Separate();
        writer.Write("/// <summary>The mathematics: one sample, and a block of samples with one in each SIMD lane.</summary>");
        writer.Write(CodeNames.Generated);
        writer.Open($"internal readonly struct Network : IUnrolledNetwork<{names.T}, State>");
        writer.Write(
            $"""
            public static int InputCount => {Plan.Spec.Inputs};
            public static int OutputCount => {Plan.Spec.Outputs};
            public static int TargetCount => {Plan.TargetCount};
            public static int ParameterCount => {Plan.ParameterCount};
            """);
        if (Plan.LossDivisor != 1)
        {
            writer.Write($"public static int LossDivisor => {Plan.LossDivisor};");
        }

        if (FusedStep.Fits(Plan))
        {
            writer.Write("public static bool HasStep => true;");
        }

        if (Plan.Type.IsStruct)
        {
            writer.Write("public static bool IsStruct => true;");
        }

        DescriptionEmitter.Write(writer, Plan);
        WriteInitialize(writer);
        new SampleForward(names, writer).Write();
        new LanePass(names).Write(writer);
        if (Plan.Algorithm is null)
        {
            new FusedStep(names).Write(writer);
            WriteUpdate(writer);
        }

        UnrolledFunctions.Write(writer, names);
        new LaneDropout(names).WriteMethods(writer);
        FunctionEmitter.Write(writer, names, isNoInline: !Plan.InlinesFunctions, hasScalars: layer => layer.Outputs == 1);
        writer.Close();
    }

    /// <summary>Says what the names of the last weight and of the last bias of a layer mean.</summary>
    private static string NamesOf(DensePlan layer)
    {
        (int input, int neuron) = (layer.Inputs - 1, layer.Outputs - 1);
        return $"{layer.Weight(input, neuron)} is the weight of layer {layer.Number} from input {input} to neuron {neuron}, {layer.Bias(neuron)} the bias of that neuron";
    }

    private static string List(int count, Func<int, string> name) => string.Join(", ", Enumerable.Range(0, count).Select(name));

    private void WriteParameters(SourceWriter writer)
    {
        writer.Write($"/// <summary>A number for each parameter, in flat order: {NamesOf(Plan.Layers[0])}.</summary>");
        writer.Write(CodeNames.Generated);
        writer.Write($"[StructLayout(LayoutKind.Sequential, Size = {Plan.PaddedParameterCount} * sizeof({names.T}))]");
        writer.Open("internal struct Parameters");
        foreach (DensePlan layer in Plan.Layers)
        {
            writer.Separate();
            for (int i = 0; i < layer.Inputs; i++)
            {
                writer.WriteList($"public {names.T} ", [.. Enumerable.Range(0, layer.Outputs).Select(j => layer.Weight(i, j))], ";");
            }

            writer.WriteList($"public {names.T} ", [.. Enumerable.Range(0, layer.Outputs).Select(layer.Bias)], ";");
            if (layer.IsLearned)
            {
                writer.Write($"public {names.T} {layer.Alpha};");
            }
        }

        writer.Close();
    }

    private void WriteState(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>All that a network remembers. A copy is a copy of the network.</summary>");
        writer.Write(CodeNames.Generated);
        writer.Open("internal struct State");
        writer.Write($"public Parameters parameters; // The {Plan.ParameterNames}.");
        writer.Write("public Parameters gradient; // What the last Backward has computed.");
        foreach (StateVariable state in Plan.Step.States)
        {
            writer.Write($"public Parameters {state.Variable.Name}; // {state.Summary}");
        }

        if (Plan.Algorithm is null)
        {
            writer.Write($"public {OptimizerEmitter.Type} optimizer;");
        }

        writer.Close();
    }

    private void WriteInitialize(SourceWriter writer)
    {
        writer.Separate();
        writer.Open("public static void Initialize(ref State s, int seed)");
        writer.Write("RandomSource random = new RandomSource(seed);");
        writer.Write($"Span<{names.T}> parameters = MemoryMarshal.CreateSpan(ref s.parameters.{First}, {Plan.ParameterCount});");
        foreach (DensePlan layer in Plan.Layers)
        {
            string weights = $"parameters.Slice({layer.ParameterOffset}, {layer.Inputs * layer.Outputs})";
            writer.Write(InitializationEmitter.Comment(Plan, layer));
            InitializationEmitter.WriteWeights(writer, Plan, layer, weights, row: string.Empty, layer.Outputs);
            InitializationEmitter.WriteBiases(writer, Plan, layer, $"parameters.Slice({layer.BiasIndex(0)}, {layer.Outputs})");
            InitializationEmitter.WriteAlpha(writer, names, layer, $"parameters[{layer.AlphaIndex}]");
        }

        writer.Close();
    }

    private void WriteUpdate(SourceWriter writer)
    {
        string gradient = Plan.ClipsGradient
            ? $"MemoryMarshal.CreateReadOnlySpan(ref s.gradient.{First}, {Plan.ParameterCount})"
            : "default";
        writer.Separate();
        writer.Write("/// <summary>One step of the optimizer, four neighbouring parameters at a time.</summary>");
        writer.Open($"public static void Update(ref State s, {names.T} learningRate)");
        writer.Write($"{OptimizerEmitter.StepType} step = s.optimizer.Next(learningRate, {gradient}, out {OptimizerEmitter.StepType} _);");
        writer.Open($"for (nuint i = 0; i < {Plan.PaddedParameterCount}; i += 4)");
        writer.Write($"V4 gradient = L4.Load(ref s.gradient.{First}, i);");
        writer.Write($"step.Apply<V4, L4>(gradient, ref s.parameters.{First}, ref s.gradient.{First}, i);");
        writer.Close();
        writer.Close();
    }
}
