namespace XorGen.Generator.Emission;

/// <summary>Writes Evaluate and Backward, which check their arguments and call what the tier has.</summary>
internal static class BackwardEmitter
{
    private const string Rows = "Targets are values or labels; the other span is empty, and so is that of the weights where all rows count alike.";

    public static void Write(SourceWriter writer, Vocabulary words)
    {
        foreach (string targets in words.Plan.Loss.TakesLabels ? new[] { "targets", "labels" } : ["targets"])
        {
            WriteMethod(writer, words, words.Readonly, "Evaluate", "ComputeLoss", targets);
            WriteMethod(writer, words, string.Empty, "Backward", "ComputeGradient", targets);
        }
    }

    /// <summary>Returns the header of the tier's method that computes the mean loss of checked rows.</summary>
    public static string LossHeader(Vocabulary words) => Header(words, "The mean loss.", words.Readonly, "ComputeLoss");

    /// <summary>Returns the header of the tier's method that computes the mean gradient too.</summary>
    public static string GradientHeader(Vocabulary words) => Header(words, "The mean loss; the mean gradient goes to its place.", string.Empty, "ComputeGradient");

    /// <summary>Returns the statements that check "inputs" and "targets" or "labels".</summary>
    /// <param name="words">The network's words.</param>
    /// <param name="targets">"targets" or "labels".</param>
    /// <param name="result">What the number of rows is for.</param>
    public static string Checks(Vocabulary words, string targets, string result = "int rows = ") => targets == "labels"
        ? $"""
        {result}{Vocabulary.Check}.SomeRows(inputs.Length, InputCount, labels.Length, 1, "inputs", "labels");
        {Vocabulary.Check}.Labels(labels, OutputCount, "labels");
        """
        : $"{result}{Vocabulary.Check}.SomeRows(inputs.Length, InputCount, targets.Length, {words.TargetCount}, \"inputs\", \"targets\");";

    /// <summary>Returns the targets and the labels as arguments, of which one is empty.</summary>
    public static string Arguments(string targets) => targets == "labels" ? "default, labels" : "targets, default";

    private static void WriteMethod(SourceWriter writer, Vocabulary words, string modifier, string name, string core, string targets)
    {
        string type = targets == "labels" ? Vocabulary.Labels : words.ReadOnlySpan;
        writer.Separate();
        writer.Write($"/// <inheritdoc/>\n{Vocabulary.Generated}");
        writer.Open($"public {modifier}{words.T} {name}({words.ReadOnlySpan} inputs, {type} {targets})");
        if (name == "Backward")
        {
            GuardEmitter.WriteEnter(writer, words);
        }

        writer.Write($"{Checks(words, targets)}\nreturn {core}(inputs, {Arguments(targets)}, default, rows);");
        writer.Close();
    }

    private static string Header(Vocabulary words, string summary, string modifier, string name) =>
        $"""
        /// <summary>{summary} {Rows}</summary>
        {Vocabulary.Generated}
        private {modifier}{words.T} {name}({words.ReadOnlySpan} inputs, {words.ReadOnlySpan} targets, {Vocabulary.Labels} labels, {words.ReadOnlySpan} rowWeights, int rows)
        """;
}
