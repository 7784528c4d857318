namespace XorGen.Generator.Emission;

/// <summary>Writes Evaluate and Backward, which check their arguments and call what the tier has.</summary>
internal static class BackwardEmitter
{
    public static void Write(SourceWriter writer, Vocabulary words)
    {
        foreach (string targets in words.Plan.Loss.TakesLabels ? new[] { "targets", "labels" } : ["targets"])
        {
            WriteMethod(writer, words, words.Readonly, "Evaluate", "ComputeLoss", targets);
            WriteMethod(writer, words, string.Empty, "Backward", "ComputeGradient", targets);
        }
    }

    /// <summary>Returns the statements that check "inputs" and "targets" or "labels" and set "rows".</summary>
    public static string Checks(Vocabulary words, string targets) => targets == "labels"
        ? $"""
        int rows = {Vocabulary.Check}.SomeRows(inputs.Length, InputCount, labels.Length, 1, nameof(inputs), nameof(labels));
        {Vocabulary.Check}.Labels(labels, OutputCount, nameof(labels));
        """
        : $"int rows = {Vocabulary.Check}.SomeRows(inputs.Length, InputCount, targets.Length, {words.TargetCount}, nameof(inputs), nameof(targets));";

    /// <summary>Returns the targets and the labels as arguments, of which one is empty.</summary>
    public static string Arguments(string targets) => targets == "labels" ? "default, labels" : "targets, default";

    private static void WriteMethod(SourceWriter writer, Vocabulary words, string modifier, string name, string core, string targets)
    {
        string type = targets == "labels" ? Vocabulary.Labels : words.ReadOnlySpan;
        writer.Separate();
        writer.Write($"/// <inheritdoc/>\n{Vocabulary.Generated}");
        writer.Open($"public {modifier}{words.T} {name}({words.ReadOnlySpan} inputs, {type} {targets})");
        writer.Write($"{Checks(words, targets)}\nreturn {core}(inputs, {Arguments(targets)}, default, rows);");
        writer.Close();
    }
}
