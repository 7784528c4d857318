using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Tiled;

/// <summary>Writes Update: a pass over the whole block, or over weights and biases by turns where their rates differ.</summary>
internal sealed class TiledUpdate(Vocabulary words)
{
    private readonly StepEmitter step = new(words);

    private NetworkPlan Plan => words.Plan;

    public static IEnumerable<string> Names => ["UpdateBlock", "UpdateRange"];

    public void Write(SourceWriter writer)
    {
        writer.Separate();
        writer.Write($"/// <inheritdoc/>\n/// <remarks><c>{StepEmitter.Escape(Plan.Optimizer.Formula)}</c></remarks>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"public void Update({words.T} learningRate)");
        writer.Write($"ref {words.T} parameters = ref _block[_blockStart];\nref {words.T} training = ref PrepareTraining()[_trainingStart];");
        step.WriteScalars(writer, $"new {words.ReadOnlySpan}(_training, _trainingStart, BlockLength)");
        writer.Write(words.AtWidestWidth("UpdateBlock", Join(["ref parameters", "ref training", .. AllScalars])));
        writer.Close();
        WriteUpdateBlock(writer);
        WriteUpdateRange(writer);
    }

    private IEnumerable<string> AllScalars => step.Arguments(isBias: false).Union(step.Arguments(isBias: true));

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);

    private void WriteUpdateBlock(SourceWriter writer)
    {
        writer.Separate();
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private static void UpdateBlock{words.VectorGenerics}({Join([$"ref {words.T} parameters", $"ref {words.T} training", .. AllScalars.Select(name => $"{words.T} {name}")])})\n{words.VectorConstraints}");
        if (!Plan.HasBiasRate)
        {
            WriteRange(writer, "0", "BlockLength", isBias: false);
        }
        else
        {
            foreach (DensePlan layer in Plan.Layers)
            {
                WriteRange(writer, $"Offsets.W{layer.Number}", $"Offsets.B{layer.Number}", isBias: false);
                WriteRange(writer, $"Offsets.B{layer.Number}", $"Offsets.B{layer.Number} + {layer.PaddedOutputs}", isBias: true);
            }
        }

        writer.Close();
    }

    private void WriteRange(SourceWriter writer, string first, string end, bool isBias) =>
        writer.Write($"UpdateRange{words.VectorGenerics}({Join(["ref parameters", "ref training", first, end, .. step.Arguments(isBias)])});");

    private void WriteUpdateRange(SourceWriter writer)
    {
        string Place(int index) => index == 0 ? "i" : index == 1 ? "BlockLength + i" : $"({index} * BlockLength) + i";

        writer.Separate();
        writer.Write("/// <summary>Takes the step of the optimizer on the parameters from the first one to the end.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private static void UpdateRange{words.VectorGenerics}({Join([$"ref {words.T} parameters", $"ref {words.T} training", "nuint first", "nuint end", .. step.Parameters.Select(name => $"{words.T} {name}")])})\n{words.VectorConstraints}");
        writer.Open($"for (nuint i = first; i < end; i += (nuint){words.Lanes}.Count)");
        writer.Write($"{words.Vector} {OptimizerStep.Parameter.Name} = {words.Lanes}.Load(ref parameters, i);");
        writer.Write($"{words.Vector} {OptimizerStep.Gradient.Name} = {words.Lanes}.Load(ref training, {Place(0)});");
        int index = 1;
        foreach (StateVariable state in Plan.Step.States)
        {
            writer.Write($"{words.Vector} {state.Variable.Name} = {words.Lanes}.Load(ref training, {Place(index++)});");
        }

        step.WriteAssignments(writer, words.Vectors);
        writer.Write($"{words.Lanes}.Store({OptimizerStep.Parameter.Name}, ref parameters, i);");
        index = 1;
        foreach (StateVariable state in Plan.Step.States)
        {
            writer.Write($"{words.Lanes}.Store({state.Variable.Name}, ref training, {Place(index++)});");
        }

        writer.Close();
        writer.Close();
    }
}
