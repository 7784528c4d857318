using XorGen.Generator.Catalogue.Optimizers;

namespace XorGen.Generator.Emission;

/// <summary>Writes the parts of a network whose optimizer is an algorithm of the runtime: they hand the work on.</summary>
internal static class AlgorithmEmitter
{
    /// <summary>The name of the field that holds what the optimizer keeps between steps.</summary>
    public const string Field = "_optimizer";

    public static void WriteField(SourceWriter writer, Vocabulary words)
    {
        writer.Separate();
        writer.Write(
            $"""
            /// <summary>What the optimizer keeps between steps. Allocated by the first call that trains.</summary>
            private {Class(words)}? {Field};
            """);
    }

    /// <summary>Writes Update.</summary>
    public static void WriteUpdate(SourceWriter writer, Vocabulary words)
    {
        RuntimeAlgorithm algorithm = words.Plan.Algorithm!;
        string formula = $"/// <remarks><c>{StepEmitter.Escape(words.Plan.Optimizer.Formula)}</c></remarks>";
        string body = $"{Instance(words)}.Update(this, learningRate);";
        writer.Separate();
        writer.Write($"/// <inheritdoc/>\n{formula}");
        if (algorithm.UpdateRefusal is string refusal)
        {
            writer.Write("/// <exception cref=\"global::System.NotSupportedException\">Always: the step needs rows.</exception>");
            body = $"throw new global::System.NotSupportedException(\"{refusal}\");";
        }

        writer.Write(Vocabulary.Generated);
        writer.Open($"public void Update({words.T} learningRate)");
        GuardEmitter.WriteEnter(writer, words);
        writer.Write(body);
        writer.Close();
    }

    /// <summary>Writes Train on values or labels.</summary>
    public static void WriteTrain(SourceWriter writer, Vocabulary words, string type, string name)
    {
        writer.Separate();
        writer.Write($"/// <inheritdoc/>\n{Vocabulary.Generated}");
        writer.Open($"public {words.T} Train({words.ReadOnlySpan} inputs, {type} {name}, {words.T} learningRate)");
        GuardEmitter.WriteEnter(writer, words);
        writer.Write($"return {Instance(words)}.Train(this, inputs, {name}, learningRate);");
        writer.Close();
    }

    /// <summary>Writes the statement of Train on rows that do not count alike.</summary>
    public static void WriteWeightedTrain(SourceWriter writer, Vocabulary words, string name) =>
        writer.Write($"return {Instance(words)}.Train(this, inputs, {name}, rowWeights, learningRate);");

    /// <summary>Writes the statement that forgets what the optimizer keeps.</summary>
    public static void WriteReset(SourceWriter writer) => writer.Write($"{Field}?.Reset();");

    /// <summary>How many numbers the optimizer keeps of each parameter.</summary>
    public static string StateCount(Vocabulary words) => $"{Class(words)}.StateCount";

    /// <summary>How many other numbers it keeps.</summary>
    public static string CounterCount(Vocabulary words) => $"{Class(words)}.CounterCount";

    /// <summary>Writes the statements that copy what it keeps to the rest of "state", behind the parameters, and to "counters".</summary>
    public static void WriteGetState(SourceWriter writer) =>
        writer.Write(
            $$"""
            if ({{Field}} is null)
            {
                state.Slice(ParameterCount).Clear();
                counters.Clear();
            }
            else
            {
                {{Field}}.GetState({{StateEmitter.Part(0)}}, state.Slice(ParameterCount), counters);
            }
            """);

    /// <summary>Writes the statement that copies it back.</summary>
    public static void WriteSetState(SourceWriter writer, Vocabulary words) =>
        writer.Write($"{Instance(words)}.SetState({StateEmitter.Part(0)}, state.Slice(ParameterCount), counters);");

    private static string Class(Vocabulary words) => $"global::XorGen.SecondOrder.{words.Plan.Algorithm!.Class}<{words.T}>";

    private static string Instance(Vocabulary words) => $"({Field} ??= new {Class(words)}(ParameterCount))";
}
