namespace XorGen.Generator.Emission;

/// <summary>Writes what the training loop calls where rows do not count alike.</summary>
internal static class WeightedRowsEmitter
{
    public static void Write(SourceWriter writer, Vocabulary words, TierEmitter tier)
    {
        foreach (string targets in words.Plan.Loss.TakesLabels ? new[] { "targets", "labels" } : ["targets"])
        {
            string call = $"(inputs, {BackwardEmitter.Arguments(targets)}, rowWeights, rows)";
            WriteMethod(writer, words, words.Readonly, "Evaluate", targets, string.Empty, () => writer.Write($"return ComputeLoss{call};"));
            WriteMethod(writer, words, string.Empty, "Backward", targets, string.Empty, () => writer.Write($"return ComputeGradient{call};"));
            WriteMethod(
                writer,
                words,
                string.Empty,
                "Train",
                targets,
                $", {words.T} learningRate",
                () =>
                {
                    if (words.Plan.Algorithm is null)
                    {
                        tier.WriteWeightedTrain(writer, targets);
                    }
                    else
                    {
                        AlgorithmEmitter.WriteWeightedTrain(writer, words, targets);
                    }
                });
        }
    }

    private static void WriteMethod(
        SourceWriter writer, Vocabulary words, string modifier, string name, string targets, string furtherParameters, Action writeBody)
    {
        bool isLabels = targets == "labels";
        string contract = $"global::XorGen.Training.ITrainable{(isLabels ? "Classifier" : string.Empty)}<{words.T}>";
        string type = isLabels ? Vocabulary.Labels : words.ReadOnlySpan;
        writer.Separate();
        writer.Write(Vocabulary.Generated);
        writer.Open($"{modifier}{words.T} {contract}.{name}({words.ReadOnlySpan} inputs, {type} {targets}, {words.ReadOnlySpan} rowWeights{furtherParameters})");
        if (name != "Evaluate")
        {
            GuardEmitter.WriteEnter(writer, words);
        }

        writer.Write(BackwardEmitter.Checks(words, targets));
        writer.Write($"{Vocabulary.Check}.Weights(rowWeights, rows, \"rowWeights\");");
        writeBody();
        writer.Close();
    }
}
