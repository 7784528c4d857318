using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Scalar;

/// <summary>Writes Update: one line for each parameter.</summary>
internal sealed class ScalarUpdate(Vocabulary words)
{
    private readonly StepEmitter step = new(words);

    private NetworkPlan Plan => words.Plan;

    public static IEnumerable<string> Names => ["UpdateParameter"];

    public void Write(SourceWriter writer)
    {
        writer.Separate();
        writer.Write($"/// <inheritdoc/>\n/// <remarks><c>{StepEmitter.Escape(Plan.Optimizer.Formula)}</c></remarks>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"public void Update({words.T} learningRate)");
        step.WriteScalars(writer, $"{Vocabulary.Memory}.CreateReadOnlySpan(ref _gradient.{Plan.Layers[0].Weight(0, 0)}, ParameterCount)");
        writer.Write("ref PerParameter p = ref _parameters;\nref PerParameter g = ref _gradient;");
        foreach (StateVariable state in Plan.Step.States)
        {
            writer.Write($"ref PerParameter {state.Variable.Name} = ref {ScalarStorage.StateField(state)};");
        }

        foreach (DensePlan layer in Plan.Layers)
        {
            writer.Separate();
            writer.Write($"// W{layer.Number}, b{layer.Number}");
            for (int i = 0; i < layer.Inputs; i++)
            {
                for (int j = 0; j < layer.Outputs; j++)
                {
                    writer.Write(Call(layer.Weight(i, j), isBias: false));
                }
            }

            for (int j = 0; j < layer.Outputs; j++)
            {
                writer.Write(Call(layer.Bias(j), isBias: true));
            }
        }

        writer.Close();
        WriteUpdateParameter(writer);
    }

    private string Call(string field, bool isBias)
    {
        IEnumerable<string> arguments = new[] { $"ref p.{field}", $"g.{field}" }
            .Concat(Plan.Step.States.Select(state => $"ref {state.Variable.Name}.{field}"))
            .Concat(step.Arguments(isBias));
        return $"UpdateParameter({string.Join(", ", arguments)});";
    }

    private void WriteUpdateParameter(SourceWriter writer)
    {
        IEnumerable<string> parameters = new[] { $"ref {words.T} {OptimizerStep.Parameter.Name}", $"{words.T} {OptimizerStep.Gradient.Name}" }
            .Concat(Plan.Step.States.Select(state => $"ref {words.T} {state.Variable.Name}"))
            .Concat(step.Parameters.Select(name => $"{words.T} {name}"));
        writer.Separate();
        writer.Write(Vocabulary.Generated);
        writer.Write(Vocabulary.Inline);
        writer.Open($"private static void UpdateParameter({string.Join(", ", parameters)})");
        step.WriteAssignments(writer, words.Scalars);
        writer.Close();
    }
}
