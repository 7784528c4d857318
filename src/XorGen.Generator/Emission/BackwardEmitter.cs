namespace XorGen.Generator.Emission;

/// <summary>Writes Evaluate and Backward, which check their arguments and call what the tier has.</summary>
internal static class BackwardEmitter
{
    public static void Write(SourceWriter writer, Vocabulary words)
    {
        WriteMethod(writer, words, words.Readonly, "Evaluate", "ComputeLoss");
        WriteMethod(writer, words, string.Empty, "Backward", "ComputeGradient");
    }

    private static void WriteMethod(SourceWriter writer, Vocabulary words, string modifier, string name, string core)
    {
        writer.Separate();
        writer.Write(
            $$"""
            /// <inheritdoc/>
            {{Vocabulary.Generated}}
            public {{modifier}}{{words.T}} {{name}}({{words.ReadOnlySpan}} inputs, {{words.ReadOnlySpan}} targets)
            {
                int rows = {{Vocabulary.Check}}.SomeRows(inputs.Length, InputCount, targets.Length, OutputCount, nameof(inputs), nameof(targets));
                return {{core}}(inputs, targets, default, rows);
            }
            """);
        if (words.Plan.Loss.TakesLabels)
        {
            writer.Separate();
            writer.Write(
                $$"""
                /// <inheritdoc/>
                {{Vocabulary.Generated}}
                public {{modifier}}{{words.T}} {{name}}({{words.ReadOnlySpan}} inputs, {{Vocabulary.Labels}} labels)
                {
                    int rows = {{Vocabulary.Check}}.SomeRows(inputs.Length, InputCount, labels.Length, 1, nameof(inputs), nameof(labels));
                    {{Vocabulary.Check}}.Labels(labels, OutputCount, nameof(labels));
                    return {{core}}(inputs, default, labels, rows);
                }
                """);
        }
    }
}
