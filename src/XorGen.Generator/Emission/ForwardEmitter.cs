namespace XorGen.Generator.Emission;

/// <summary>Writes the public Forward methods, which call what the tier has for a row.</summary>
internal static class ForwardEmitter
{
    /// <summary>Opens the Forward that takes each input as an argument, x0, x1 and so on.</summary>
    public static void OpenArguments(SourceWriter writer, Vocabulary words)
    {
        int[] inputs = [.. Enumerable.Range(0, words.Plan.Spec.Inputs)];
        writer.Separate();
        writer.Write($"/// <summary>Computes the output of one row.</summary>\n{Remarks(words)}");
        foreach (int i in inputs)
        {
            writer.Write($"/// <param name=\"x{i}\">Input {i}.</param>");
        }

        writer.Write($"/// <returns>The output.</returns>\n{Vocabulary.Generated}");
        writer.Open($"public {words.Readonly}{words.T} Forward({string.Join(", ", inputs.Select(i => $"{words.T} x{i}"))})");
    }

    /// <summary>Writes the Forward over spans: the checks and a statement.</summary>
    public static void WriteSpans(SourceWriter writer, Vocabulary words, string statement)
    {
        writer.Separate();
        writer.Write(
            $$"""
            /// <inheritdoc/>
            {{Remarks(words)}}
            {{Vocabulary.Generated}}
            public {{words.Readonly}}void Forward({{words.ReadOnlySpan}} input, {{words.Span}} output)
            {
                {{Vocabulary.Check}}.Length(input.Length, InputCount, "input");
                {{Vocabulary.Check}}.Length(output.Length, OutputCount, "output");
                {{statement}}
            }
            """);
    }

    /// <summary>The statement of Predict that refuses outputs in the memory of inputs that are still to be read.</summary>
    public static string OverlapCheck(Vocabulary words)
    {
        string check = words.Plan.Spec.Outputs <= words.Plan.Spec.Inputs ? "Overlap" : "OverlapOfLonger";
        return $"{Vocabulary.Check}.{check}<{words.T}>(inputs, InputCount, outputs, OutputCount, \"outputs\");";
    }

    private static string Remarks(Vocabulary words) => $"/// <remarks>\n{Formulas.Network(words.Plan)}\n/// </remarks>";
}
