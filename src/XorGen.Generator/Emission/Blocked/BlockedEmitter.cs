using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Blocked;

/// <summary>Writes the types of a network in the blocked layout: its layers, its optimizer, and the kernels that its samples pass through.</summary>
internal sealed class BlockedEmitter(CodeNames names) : ILayoutEmitter
{
    private readonly BlockedMemory memory = new(names.Plan);

    private NetworkPlan Plan => names.Plan;

    public IReadOnlyList<string> NetworkType =>
    [
        "global::XorGen.Blocked.BlockedNetwork<",
        names.T,
        names.VectorsType,
        Plan.Algorithm is null ? names.Global(OptimizerEmitter.Type) : $"global::XorGen.Numerics.NoOptimizer<{names.T}>",
        Plan.Algorithm is null ? names.Global(OptimizerEmitter.StepType) : $"global::XorGen.Numerics.KeepGradient<{names.T}>",
        names.Global("Network"),
    ];

    public string ArgumentForward(string arguments)
    {
        IEnumerable<string> fields = arguments.Split([", "], StringSplitOptions.None).Select((argument, i) => $"X{i} = {argument}");
        return $"{MembersEmitter.Field}.Forward(new global::XorGen.Blocked.SampleInputs<{names.T}> {{ {string.Join(", ", fields)} }})";
    }

    public void Write(SourceWriter writer)
    {
        var layers = new BlockedLayers(names);
        layers.Write(writer);
        if (Plan.Algorithm is null)
        {
            new OptimizerEmitter(names).Write(writer);
        }

        writer.Separate();
        writer.Write("/// <summary>Sizes and kernels: one sample, and rows of samples with neurons in the SIMD lanes.</summary>");
        writer.Write(CodeNames.Generated);
        writer.Open($"internal readonly struct Network : IBlockedNetwork<{names.T}>");
        WriteSizes(writer);
        WriteTensors(writer);
        DescriptionEmitter.Write(writer, Plan);
        WriteInitialize(writer);
        writer.Separate();
        writer.Write(CodeNames.NoInline);
        writer.Write("public static void EnsureCallable() { }");
        new SampleForward(names).Write(writer);
        new BlockedForward(names).Write(writer);
        new BlockedBackward(names, memory).Write(writer);
        FunctionEmitter.Write(writer, names, isNoInline: false, hasScalars: _ => false);
        writer.Close();
    }

    private void WriteSizes(SourceWriter writer)
    {
        writer.Write("// Offsets into the block of parameters, in elements.");
        writer.WriteList(
            "private const int ",
            [.. Plan.Layers.SelectMany(layer => new[] { $"W{layer.Number} = {layer.BlockOffset}", $"B{layer.Number} = {layer.BiasBlockOffset}" }
                .Concat(layer.IsLearned ? [$"Alpha{layer.Number} = {layer.AlphaBlockOffset}"] : []))],
            ";");
        writer.Separate();
        writer.Write("// Offsets into the memory of a pass: for each a block of samples; A are activations, D the derivatives of the loss by z.");
        writer.WriteList("private const int ", [.. memory.Offsets.Select(offset => $"{offset.Key} = {offset.Value}")], ";");
        writer.Separate();
        writer.Write(
            $"""
            public static int InputCount => {Plan.Spec.Inputs};
            public static int OutputCount => {Plan.Spec.Outputs};
            public static int TargetCount => {Plan.TargetCount};
            public static int ParameterCount => {Plan.ParameterCount};
            public static int BlockLength => {Plan.BlockLength};
            public static int MultiplyAdds => {Math.Min(Plan.MultiplyAdds, int.MaxValue)};
            public static int BlockRows => {memory.BlockRows};
            public static int SampleLength => {Plan.Layers.Sum(layer => layer.PaddedOutputs)};
            public static int PredictionLength => {memory.PredictionLength};
            public static int TrainingLength => {memory.TrainingLength};
            public static int OutputOffset => {BlockedMemory.A(Plan.Output)};
            public static int OutputStride => {Plan.Output.PaddedOutputs};
            public static int LossOffset => Losses;
            """);
        if (Plan.Layers.Count == 1)
        {
            writer.Write("public static bool HasOneLayer => true;");
        }

        if (Plan.LossDivisor != 1)
        {
            writer.Write($"public static int LossDivisor => {Plan.LossDivisor};");
        }
    }

    private void WriteTensors(SourceWriter writer)
    {
        var tensors = new List<string>();
        foreach (DensePlan layer in Plan.Layers)
        {
            tensors.Add(layer.HasInputsInLanes
                ? $"new BlockTensor(W{layer.Number}, {layer.Outputs}, {layer.Inputs}, {layer.InputStride}, IsTransposed: true)"
                : $"new BlockTensor(W{layer.Number}, {layer.Inputs}, {layer.Outputs}, {layer.PaddedOutputs})");
            tensors.Add($"new BlockTensor(B{layer.Number}, 1, {layer.Outputs}, {layer.PaddedOutputs}, IsBias: true)");
            if (layer.IsLearned)
            {
                tensors.Add($"new BlockTensor(Alpha{layer.Number}, 1, 1, {layer.PaddedOutputs}, IsBias: true)");
            }
        }

        writer.Write($"public static int TensorCount => {tensors.Count};");
        writer.Separate();
        writer.Open("public static BlockTensor Tensor(int index) => index switch");
        for (int i = 0; i < tensors.Count; i++)
        {
            writer.Write($"{(i == tensors.Count - 1 ? "_" : $"{i}")} => {tensors[i]},");
        }

        writer.Close(";");
    }

    private void WriteInitialize(SourceWriter writer)
    {
        writer.Separate();
        writer.Open($"public static void Initialize(Span<{names.T}> block, int seed)");
        writer.Write("RandomSource random = new RandomSource(seed);");
        foreach (DensePlan layer in Plan.Layers)
        {
            string weights = $"block.Slice(W{layer.Number}, {layer.WeightBlockLength})";
            writer.Write(InitializationEmitter.Comment(Plan, layer));
            if (layer.HasInputsInLanes)
            {
                string flat = $"w{layer.Number}";
                writer.Write($"Span<{names.T}> {flat} = Scratch<{names.T}>.Get({layer.Inputs * layer.Outputs});");
                writer.Write($"{flat}.Clear();");
                InitializationEmitter.WriteWeights(writer, Plan, layer, flat, row: string.Empty, layer.Outputs);
                writer.Write($"RowBlocks.Transpose({flat}, {layer.Outputs}, {layer.Inputs}, {layer.Outputs}, {weights}, {layer.InputStride});");
            }
            else
            {
                string row = $"block.Slice(W{layer.Number} + (i * {layer.PaddedOutputs}), {layer.Outputs})";
                InitializationEmitter.WriteWeights(writer, Plan, layer, weights, row, layer.PaddedOutputs);
            }

            InitializationEmitter.WriteBiases(writer, Plan, layer, $"block.Slice(B{layer.Number}, {layer.Outputs})");
            InitializationEmitter.WriteAlpha(writer, names, layer, $"block[Alpha{layer.Number}]");
        }

        writer.Close();
    }
}
