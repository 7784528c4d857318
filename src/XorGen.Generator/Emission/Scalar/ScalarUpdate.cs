using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Scalar;

/// <summary>Writes Update: parameters in vectors, or one line for each where biases have a rate of their own.</summary>
internal sealed class ScalarUpdate(Vocabulary words)
{
    private readonly StepEmitter step = new(words);

    private NetworkPlan Plan => words.Plan;

    public IEnumerable<string> Names => [Plan.HasBiasRate ? "UpdateParameter" : "UpdateParameters"];

    /// <summary>The fields of a layer's parameters, in flat order.</summary>
    public static IEnumerable<string> Fields(DensePlan layer) =>
        Enumerable.Range(0, layer.Inputs * layer.Outputs).Select(i => layer.Weight(i / layer.Outputs, i % layer.Outputs))
            .Concat(Enumerable.Range(0, layer.Outputs).Select(layer.Bias))
            .Concat(layer.IsLearned ? [layer.Alpha] : []);

    /// <summary>The call that moves as many parameters as there are lanes, from a field on.</summary>
    public static string Call(NetworkPlan plan, StepEmitter step, LanesDialect lanes, string field, string gradient)
    {
        IEnumerable<string> arguments = new[] { $"ref p.{field}", gradient }
            .Concat(plan.Step.States.Select(state => $"ref {ScalarStorage.StateField(state)}.{field}"))
            .Concat(step.Arguments(isBias: false));
        return $"UpdateParameters<{lanes.Type}, {lanes.Lanes}>({string.Join(", ", arguments)});";
    }

    public void Write(SourceWriter writer)
    {
        string gradient = $"{Vocabulary.Memory}.CreateReadOnlySpan(ref _gradient.{Plan.Layers[0].Weight(0, 0)}, ParameterCount)";
        writer.Separate();
        writer.Write($"/// <inheritdoc/>\n/// <remarks><c>{StepEmitter.Escape(Plan.Optimizer.Formula)}</c></remarks>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"public void Update({words.T} learningRate)");
        GuardEmitter.WriteEnter(writer, words);
        step.WriteScalars(writer, gradient);
        writer.Write("ref PerParameter p = ref _parameters;\nref PerParameter g = ref _gradient;");
        if (Plan.HasBiasRate)
        {
            WriteOneByOne(writer);
            WriteUpdateParameter(writer);
        }
        else
        {
            WriteInFours(writer);
        }

        if (!Plan.HasBiasRate)
        {
            WriteUpdateParameters(writer);
        }
    }

    /// <summary>In the vectors that the machine has for four numbers; the bits are those of any other.</summary>
    private void WriteInFours(SourceWriter writer)
    {
        string[] fields = [.. Plan.Layers.SelectMany(Fields)];
        for (int first = 0; first < fields.Length; first += 4)
        {
            writer.Write(Call(Plan, step, words.Fours, fields[first], $"{words.Fours.Lanes}.Load(ref g.{fields[first]}, 0)"));
        }

        writer.Close();
    }

    private void WriteOneByOne(SourceWriter writer)
    {
        foreach (StateVariable state in Plan.Step.States)
        {
            writer.Write($"ref PerParameter {state.Variable.Name} = ref {ScalarStorage.StateField(state)};");
        }

        foreach (DensePlan layer in Plan.Layers)
        {
            writer.Separate();
            writer.Write($"// W{layer.Number}, b{layer.Number}");
            int weights = layer.Inputs * layer.Outputs;
            int i = 0;
            foreach (string field in Fields(layer))
            {
                IEnumerable<string> arguments = new[] { $"ref p.{field}", $"g.{field}" }
                    .Concat(Plan.Step.States.Select(state => $"ref {state.Variable.Name}.{field}"))
                    .Concat(step.Arguments(isBias: i++ >= weights));
                writer.Write($"UpdateParameter({string.Join(", ", arguments)});");
            }
        }

        writer.Close();
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

    /// <summary>The formula on vectors: what is in memory is loaded first and stored last.</summary>
    private void WriteUpdateParameters(SourceWriter writer)
    {
        Variable[] inMemory = [OptimizerStep.Parameter, .. Plan.Step.States.Select(state => state.Variable)];
        static string Place(Variable variable) => variable.Name + "Place";
        IEnumerable<string> parameters = new[] { $"ref {words.T} {Place(inMemory[0])}", $"{words.Vector} {OptimizerStep.Gradient.Name}" }
            .Concat(inMemory.Skip(1).Select(variable => $"ref {words.T} {Place(variable)}"))
            .Concat(step.Parameters.Select(name => $"{words.T} {name}"));
        writer.Separate();
        writer.Write("/// <summary>Moves as many neighbouring parameters as there are lanes.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Write(Vocabulary.Inline);
        writer.Open($"private static void UpdateParameters{words.VectorGenerics}({string.Join(", ", parameters)})\n{words.VectorConstraints}");
        foreach (Variable variable in inMemory)
        {
            writer.Write($"{words.Vector} {variable.Name} = {words.Lanes}.Load(ref {Place(variable)}, 0);");
        }

        step.WriteAssignments(writer, words.Vectors);
        foreach (Variable variable in inMemory)
        {
            writer.Write($"{words.Lanes}.Store({variable.Name}, ref {Place(variable)}, 0);");
        }

        writer.Close();
    }
}
