using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Tiled;

/// <summary>Writes the optimizer's step, which training takes as the gradient leaves the registers, and Update, which takes it alone.</summary>
internal sealed class TiledUpdate(Vocabulary words)
{
    private readonly StepEmitter step = new(words);

    private NetworkPlan Plan => words.Plan;

    public static IEnumerable<string> Names => ["Step", "NextStep", "UpdateBlock"];

    public void Write(SourceWriter writer)
    {
        writer.Separate();
        writer.Write($"/// <inheritdoc/>\n/// <remarks><c>{StepEmitter.Escape(Plan.Optimizer.Formula)}</c></remarks>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"public void Update({words.T} learningRate)");
        GuardEmitter.WriteEnter(writer, words);
        writer.Write($"ref {words.T} parameters = ref _block[_blockStart];\nref {words.T} training = ref PrepareTraining()[_trainingStart];");
        writer.Write("Step weights = NextStep(learningRate, out Step biases);");
        writer.Write(words.AtWidestWidth("UpdateBlock", "ref parameters, ref training, weights, biases"));
        writer.Close();
        WriteNextStep(writer);
        WriteUpdateBlock(writer);
        WriteStep(writer);
    }

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);

    private void WriteNextStep(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Computes what is the same for all parameters in the next step.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private Step NextStep({words.T} learningRate, out Step biases)");
        step.WriteScalars(writer, $"new {words.ReadOnlySpan}(_training, _trainingStart, BlockLength)");
        writer.Write($"Step weights = new Step({Join(step.Arguments(isBias: false))});");
        writer.Write($"biases = {(Plan.HasBiasRate ? $"new Step({Join(step.Arguments(isBias: true))})" : "weights")};");
        writer.Write("return weights;");
        writer.Close();
    }

    private void WriteUpdateBlock(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Takes the step with the gradient in its place.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private static void UpdateBlock{words.VectorGenerics}(ref {words.T} parameters, ref {words.T} training, Step weights, Step biases)\n{words.VectorConstraints}");
        if (!Plan.HasBiasRate)
        {
            WriteRange(writer, "0", "BlockLength", "weights");
        }
        else
        {
            foreach (DensePlan layer in Plan.Layers)
            {
                WriteRange(writer, $"Offsets.W{layer.Number}", $"Offsets.B{layer.Number}", "weights");
                WriteRange(writer, $"Offsets.B{layer.Number}", $"Offsets.B{layer.Number} + {(layer.IsLearned ? 2 : 1) * layer.PaddedOutputs}", "biases");
            }
        }

        writer.Close();
    }

    private void WriteRange(SourceWriter writer, string first, string end, string update) =>
        writer.Write($"{Vocabulary.Numerics}.DenseKernels.Update<{words.Vector}, {words.Lanes}, {words.T}, Step>(ref parameters, ref training, {first}, {end}, {update});");

    private void WriteStep(SourceWriter writer)
    {
        writer.Separate();
        writer.Write($"/// <summary>{StepEmitter.Escape(Plan.Optimizer.Formula)}</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private readonly struct Step : {Vocabulary.Numerics}.IParameterUpdate<{words.T}>");
        foreach (string name in step.Parameters)
        {
            writer.Write($"private readonly {words.T} {name};");
        }

        writer.Separate();
        writer.Open($"public Step({Join(step.Parameters.Select(name => $"{words.T} {name}"))})");
        foreach (string name in step.Parameters)
        {
            writer.Write($"this.{name} = {name};");
        }

        writer.Close();
        WriteApply(writer);
        writer.Close();
    }

    private void WriteApply(SourceWriter writer)
    {
        string Place(int index) => index == 1 ? "BlockLength + i" : $"({index} * BlockLength) + i";

        writer.Separate();
        writer.Write(Vocabulary.Inline);
        writer.Open(
            $"public void Apply{words.VectorGenerics}({words.Vector} {OptimizerStep.Gradient.Name}, ref {words.T} parameters, ref {words.T} training, {Vocabulary.Index} i)\n{words.VectorConstraints}");
        writer.Write($"{words.Vector} {OptimizerStep.Parameter.Name} = {words.Lanes}.Load(ref parameters, i);");
        int index = 1;
        foreach (StateVariable state in Plan.Step.States)
        {
            writer.Write($"{words.Vector} {state.Variable.Name} = {words.Lanes}.Load(ref training, {Place(index++)});");
        }

        if (Plan.Step.States.Count > 0)
        {
            writer.Write("// Products and roots to the usual bits, but not slower where what is kept has decayed to subnormal numbers.");
        }

        step.WriteAssignmentsOfMany(writer, words.Vectors);
        writer.Write($"{words.Lanes}.Store({OptimizerStep.Parameter.Name}, ref parameters, i);");
        index = 1;
        foreach (StateVariable state in Plan.Step.States)
        {
            writer.Write($"{words.Lanes}.Store({state.Variable.Name}, ref training, {Place(index++)});");
        }

        writer.Close();
    }
}
