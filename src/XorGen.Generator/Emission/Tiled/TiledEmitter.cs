using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Tiled;

/// <summary>Writes networks as matrix products over one padded block of memory, neurons in the SIMD lanes.</summary>
internal sealed class TiledEmitter : TierEmitter
{
    private readonly Vocabulary words;
    private readonly TiledStorage storage;
    private readonly TiledForward forward;
    private readonly TiledBackward backward;
    private readonly TiledUpdate update;

    public TiledEmitter(Vocabulary words)
        : base(words)
    {
        this.words = words;
        var layout = new TiledLayout(words.Plan);
        storage = new TiledStorage(words, layout);
        forward = new TiledForward(words, layout);
        backward = new TiledBackward(words, layout);
        update = new TiledUpdate(words);
    }

    public override string FurtherInterfaces => ", global::XorGen.Training.IThreadedTraining";

    public override IEnumerable<string> PrivateNames =>
        storage.Names.Concat(forward.Names).Concat(backward.Names).Concat(["CopyToFlat", "CopyFromFlat"]);

    public override IEnumerable<string> UpdateNames => TiledUpdate.Names;

    private NetworkPlan Plan => words.Plan;

    public override void WriteStorage(SourceWriter writer)
    {
        storage.Write(writer);
        WriteCopyToFlat(writer);
        WriteCopyFromFlat(writer);
    }

    /// <summary>Writes the member by which Fit says how many threads may be used.</summary>
    public override void WriteThreads(SourceWriter writer)
    {
        writer.Separate();
        writer.Write(
            $$"""
            /// <inheritdoc/>
            {{Vocabulary.Generated}}
            void global::XorGen.Training.IThreadedTraining.UseThreads(int most)
            {
                _threads = most;
            }
            """);
    }

    public override void WriteConstruction(SourceWriter writer) =>
        writer.Write($"{Vocabulary.Numerics}.Blocks.Allocate(BlockLength, out _block, out _blockStart);");

    public override void WriteInitialization(SourceWriter writer)
    {
        writer.Write($"{words.Span} block = {TiledStorage.Block(words)};");
        WriteClearOfPadding(writer);
        foreach (DensePlan layer in Plan.Layers)
        {
            writer.Write($"// W{layer.Number}, then b{layer.Number}: {Plan.Initializer.Name}");
            if (layer.HasInputsInLanes)
            {
                writer.Write($"{words.Span} w{layer.Number} = {Vocabulary.Numerics}.Scratch<{words.T}>.Get({layer.Inputs * layer.Outputs});");
                writer.Write(TypeEmitter.DrawWeights(Plan, layer, $"w{layer.Number}", string.Empty, layer.Outputs));
                writer.Write(FromFlat(layer, $"w{layer.Number}"));
            }
            else
            {
                string weights = $"{Weights(layer)}";
                string row = $"block.Slice(Offsets.W{layer.Number} + (i * {layer.PaddedOutputs}), {layer.Outputs})";
                writer.Write(TypeEmitter.DrawWeights(Plan, layer, weights, row, layer.PaddedOutputs));
            }

            writer.Write(TypeEmitter.DrawBiases(Plan, layer, $"block.Slice(Offsets.B{layer.Number}, {layer.Outputs})"));
            TypeEmitter.WriteAlpha(writer, words, layer, $"block[Offsets.Alpha{layer.Number}]");
        }

        storage.WriteClear(writer);
    }

    public override void WriteGetParameters(SourceWriter writer) =>
        writer.Write($"CopyToFlat({TiledStorage.Block(words)}, destination);");

    public override void WriteSetParameters(SourceWriter writer) =>
        writer.Write($"CopyFromFlat(source, {TiledStorage.Block(words)});");

    public override void WriteGetGradients(SourceWriter writer) =>
        writer.Write(
            $$"""
            if (_training is null)
            {
                destination.Clear();
                return;
            }

            CopyToFlat({{storage.TrainingBlock(0)}}, destination);
            """);

    public override void WriteGetState(SourceWriter writer)
    {
        writer.Write($"CopyToFlat({TiledStorage.Block(words)}, {StateEmitter.Part(0)});");
        if (Plan.Step.States.Count == 0)
        {
            return;
        }

        writer.Write("if (_training is null)\n{\n    state.Slice(ParameterCount).Clear();\n}");
        writer.Open("else");
        for (int i = 1; i <= Plan.Step.States.Count; i++)
        {
            writer.Write($"CopyToFlat({storage.TrainingBlock(i)}, {StateEmitter.Part(i)});");
        }

        writer.Close();
    }

    public override void WriteSetState(SourceWriter writer)
    {
        writer.Write($"CopyFromFlat({StateEmitter.Part(0)}, {TiledStorage.Block(words)});");
        if (Plan.Step.States.Count > 0)
        {
            writer.Write("PrepareTraining();");
        }

        for (int i = 1; i <= Plan.Step.States.Count; i++)
        {
            writer.Write($"CopyFromFlat({StateEmitter.Part(i)}, {storage.TrainingBlock(i)});");
        }
    }

    public override void WriteForward(SourceWriter writer) => forward.Write(writer);

    public override void WriteBackward(SourceWriter writer) => backward.Write(writer);

    public override void WriteTrain(SourceWriter writer, string targets)
    {
        if (Plan.ClipsGradient)
        {
            // The norm of the whole gradient comes before the first step.
            base.WriteTrain(writer, targets);
            return;
        }

        writer.Write(BackwardEmitter.Checks(words, targets));
        WriteStep(writer, targets, "default");
    }

    public override void WriteWeightedTrain(SourceWriter writer, string targets)
    {
        if (Plan.ClipsGradient)
        {
            base.WriteWeightedTrain(writer, targets);
            return;
        }

        WriteStep(writer, targets, "rowWeights");
    }

    private void WriteStep(SourceWriter writer, string targets, string rowWeights) =>
        writer.Write(
            $"""
            {Position}Step weights = NextStep(learningRate, out Step biases);
            return {backward.Run(BackwardEmitter.Arguments(targets), rowWeights, $"MeanScale({rowWeights}, rows)", "weights", "biases", "position")};
            """);

    /// <summary>The statement that keeps what decides which values the step drops, before the step changes it.</summary>
    private string Position => Plan.Drops ? $"double position = {DropoutPlan.PositionField};\n" : string.Empty;

    public override void WriteUpdate(SourceWriter writer) => update.Write(writer);

    public override void WriteCountCorrect(SourceWriter writer) => forward.WriteCountCorrect(writer);

    /// <summary>Writes the statement that clears what lies between the rows too: where a training has overflowed, it may have become NaN.</summary>
    private static void WriteClearOfPadding(SourceWriter writer) => writer.Write("block.Clear();");

    /// <summary>A layer's weights in the block.</summary>
    private static string Weights(DensePlan layer) => $"block.Slice(Offsets.W{layer.Number}, {layer.WeightBlockLength})";

    /// <summary>Writes the statement that copies a layer's weights, in the flat order, to the block.</summary>
    private static string FromFlat(DensePlan layer, string source) => layer.HasInputsInLanes
        ? $"{Vocabulary.Numerics}.RowBlocks.Transpose({source}, {layer.Outputs}, {layer.Inputs}, {layer.Outputs}, {Weights(layer)}, {layer.InputStride});"
        : $"{Vocabulary.Numerics}.RowBlocks.Spread({source}, {layer.Outputs}, {Weights(layer)}, {layer.PaddedOutputs});";

    private void WriteCopyToFlat(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Copies a padded block to the flat order.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private static void CopyToFlat({words.ReadOnlySpan} block, {words.Span} destination)");
        foreach (DensePlan layer in Plan.Layers)
        {
            string to = $"destination.Slice({layer.ParameterOffset}, {layer.Inputs * layer.Outputs})";
            writer.Write(
                layer.HasInputsInLanes
                    ? $"{Vocabulary.Numerics}.RowBlocks.Transpose({Weights(layer)}, {layer.InputStride}, {layer.Outputs}, {layer.Inputs}, {to}, {layer.Outputs});"
                    : $"{Vocabulary.Numerics}.RowBlocks.Gather({Weights(layer)}, {layer.PaddedOutputs}, {to}, {layer.Outputs});");
            writer.Write($"block.Slice(Offsets.B{layer.Number}, {layer.Outputs}).CopyTo(destination.Slice({layer.BiasIndex(0)}));");
            if (layer.IsLearned)
            {
                writer.Write($"destination[{layer.AlphaIndex}] = block[Offsets.Alpha{layer.Number}];");
            }
        }

        writer.Close();
    }

    private void WriteCopyFromFlat(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Copies the flat order to a padded block.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private static void CopyFromFlat({words.ReadOnlySpan} source, {words.Span} block)");
        WriteClearOfPadding(writer);
        foreach (DensePlan layer in Plan.Layers)
        {
            writer.Write(FromFlat(layer, $"source.Slice({layer.ParameterOffset}, {layer.Inputs * layer.Outputs})"));
            writer.Write($"source.Slice({layer.BiasIndex(0)}, {layer.Outputs}).CopyTo(block.Slice(Offsets.B{layer.Number}));");
            if (layer.IsLearned)
            {
                writer.Write($"block[Offsets.Alpha{layer.Number}] = source[{layer.AlphaIndex}];");
            }
        }

        writer.Close();
    }
}
