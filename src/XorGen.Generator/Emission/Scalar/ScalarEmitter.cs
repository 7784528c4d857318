using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Scalar;

/// <summary>Writes networks as straight lines over named fields; kernels over many rows have one row in each SIMD lane.</summary>
internal sealed class ScalarEmitter(Vocabulary words) : TierEmitter(words)
{
    private const string First = "_parameters";

    private readonly ScalarStorage storage = new(words);
    private readonly ScalarForward forward = new(words);
    private readonly ScalarBackward backward = new(words);
    private readonly ScalarUpdate update = new(words);
    private readonly ScalarTrain train = new(words);

    private NetworkPlan Plan => Words.Plan;

    public override IEnumerable<string> PrivateNames =>
        storage.Names.Concat(forward.Names).Concat(backward.Names);

    public override IEnumerable<string> UpdateNames => update.Names.Concat(ScalarTrain.Fits(Plan) ? ScalarTrain.Names : []);

    public override void WriteStorage(SourceWriter writer) => storage.Write(writer);

    public override void WriteConstruction(SourceWriter writer)
    {
    }

    public override void WriteInitialization(SourceWriter writer)
    {
        writer.Write($"{Words.Span} parameters = {Vocabulary.Memory}.CreateSpan(ref {First}.{storage.FirstField}, ParameterCount);");
        foreach (DensePlan layer in Plan.Layers)
        {
            string weights = $"parameters.Slice({layer.ParameterOffset}, {layer.Inputs * layer.Outputs})";
            string biases = $"parameters.Slice({layer.BiasIndex(0)}, {layer.Outputs})";
            writer.Write($"// W{layer.Number}, then b{layer.Number}: {Plan.Initializer.Name}");
            writer.Write(TypeEmitter.DrawWeights(Plan, layer, weights, row: string.Empty, layer.Outputs));
            writer.Write(TypeEmitter.DrawBiases(Plan, layer, biases));
            TypeEmitter.WriteAlpha(writer, Words, layer, $"parameters[{layer.AlphaIndex}]");
        }

        storage.WriteClear(writer);
    }

    public override void WriteGetParameters(SourceWriter writer) => WriteRead(writer, First);

    public override void WriteSetParameters(SourceWriter writer) =>
        writer.Write($"source.CopyTo({Vocabulary.Memory}.CreateSpan(ref {First}.{storage.FirstField}, ParameterCount));");

    public override void WriteGetGradients(SourceWriter writer) => WriteRead(writer, "_gradient");

    public override void WriteGetState(SourceWriter writer) => storage.WriteGetState(writer);

    public override void WriteSetState(SourceWriter writer) => storage.WriteSetState(writer);

    public override void WriteForward(SourceWriter writer) => forward.Write(writer);

    public override void WriteBackward(SourceWriter writer) => backward.Write(writer);

    public override void WriteUpdate(SourceWriter writer) => update.Write(writer);

    public override void WriteTrain(SourceWriter writer, string targets)
    {
        if (!ScalarTrain.Fits(Plan))
        {
            base.WriteTrain(writer, targets);
            return;
        }

        string data = $"inputs, {BackwardEmitter.Arguments(targets)}, rows";
        writer.Write(BackwardEmitter.Checks(Words, targets));
        train.WriteCalls(writer, data);
    }

    public override void WriteTrainKernels(SourceWriter writer)
    {
        if (ScalarTrain.Fits(Plan))
        {
            train.Write(writer);
        }
    }

    public override void WriteCountCorrect(SourceWriter writer) =>
        writer.Write(
            $$"""
            {{Words.Span}} output = stackalloc {{Words.T}}[OutputCount];
            for (int row = 0; row < rows; row++)
            {
                Forward(inputs.Slice(row * InputCount, InputCount), output);
                correct += {{Vocabulary.Numerics}}.RowBlocks.CountCorrect<{{Words.T}}>(output, OutputCount, OutputCount, labels.Slice(row, 1));
            }
            """);

    private void WriteRead(SourceWriter writer, string field)
    {
        if (Plan.Type.IsStruct)
        {
            // In a readonly method the field is no variable, and C# 11 has no other way to a span over it.
            writer.Write($"PerParameter copy = {field};");
            field = "copy";
        }

        writer.Write($"{Vocabulary.Memory}.CreateReadOnlySpan(ref {field}.{storage.FirstField}, ParameterCount).CopyTo(destination);");
    }
}
