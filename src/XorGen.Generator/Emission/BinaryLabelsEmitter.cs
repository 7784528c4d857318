using XorGen.Generator.Model;

namespace XorGen.Generator.Emission;

/// <summary>Writes the members that take labels 0 and 1 of a network with a single output: each makes target values of them and calls its namesake.</summary>
internal static class BinaryLabelsEmitter
{
    private const string Runtime = "global::XorGen.Training.BinaryLabels";

    /// <summary>
    /// Whole numbers in a collection expression are target values, as they are without these members: 0 and 1 mean the same as both, and -1
    /// is a target of the hinge losses.
    /// </summary>
    private const string Priority = "[global::System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]";

    public static void Write(SourceWriter writer, Vocabulary words)
    {
        if (!words.Plan.TakesBinaryLabels)
        {
            return;
        }

        string negative = words.Literal(words.Plan.Loss.NegativeTarget!.Value);
        string targets = $"{Runtime}.ToTargets<{words.T}>(labels, {negative})";
        WriteMethod(writer, words, $"{words.Readonly}{words.T} Evaluate", string.Empty, $"return Evaluate(inputs, {targets});");
        WriteMethod(writer, words, $"{words.T} Backward", string.Empty, $"return Backward(inputs, {targets});");
        WriteMethod(writer, words, $"{words.T} Train", $", {words.T} learningRate", $"return Train(inputs, {targets}, learningRate);");
        WriteFit(writer, words);
        WriteAccuracy(writer, words);
        WriteWeighted(writer, words, words.Readonly, "Evaluate", string.Empty, $"(in Network, inputs, labels, rowWeights, {negative})");
        WriteWeighted(writer, words, string.Empty, "Backward", string.Empty, $"(ref Network, inputs, labels, rowWeights, {negative})");
        WriteWeighted(writer, words, string.Empty, "Train", $", {words.T} learningRate", $"(ref Network, inputs, labels, rowWeights, {negative}, learningRate)");
    }

    private static string Checks =>
        $"{Vocabulary.Check}.SomeRows(inputs.Length, InputCount, labels.Length, 1, \"inputs\", \"labels\");";

    private static void WriteMethod(SourceWriter writer, Vocabulary words, string name, string furtherParameters, string body)
    {
        Open(writer, words, name, furtherParameters);
        writer.Write($"{Checks}\n{body}");
        writer.Close();
    }

    private static void WriteFit(SourceWriter writer, Vocabulary words)
    {
        double labelSmoothing = words.Plan.Loss.LabelSmoothing;
        string smoothing = labelSmoothing == 0 ? string.Empty : $", {NumberFormats.Literal(NumberFormat.Double, labelSmoothing)}";
        Open(writer, words, "global::XorGen.TrainingReport Fit", ", global::XorGen.TrainingOptions? options = null");
        writer.Write(Checks);
        string network = Network(writer, words);
        writer.Write(
            $"return global::XorGen.Training.TrainingLoop.FitBinary(ref {network}, inputs, labels, options, _seed, global::XorGen.Training.BaselineLoss.{words.Plan.Loss.Baseline}{smoothing});");
        writer.Close();
    }

    private static void WriteAccuracy(SourceWriter writer, Vocabulary words)
    {
        writer.Separate();
        writer.Write($"/// <inheritdoc/>\n{Vocabulary.Generated}");
        writer.Open($"public {words.Readonly}double Accuracy({words.ReadOnlySpan} inputs, {Vocabulary.Labels} labels)");
        string network = Network(writer, words);
        writer.Write($"return {Runtime}.Accuracy(in {network}, inputs, labels);");
        writer.Close();
    }

    /// <summary>Writes a method of the training loop's interface, where the text "Network" in its arguments is the network.</summary>
    private static void WriteWeighted(SourceWriter writer, Vocabulary words, string modifier, string name, string furtherParameters, string arguments)
    {
        writer.Separate();
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"{modifier}{words.T} global::XorGen.Training.ITrainableClassifier<{words.T}>.{name}({words.ReadOnlySpan} inputs, {Vocabulary.Labels} labels, {words.ReadOnlySpan} rowWeights{furtherParameters})");
        writer.Write(Checks);
        string network = Network(writer, words);
        writer.Write($"return {Runtime}.{name}{arguments.Replace("Network", network)};");
        writer.Close();
    }

    /// <summary>Returns the name by which the network is passed on: a struct itself, so that it is changed in place.</summary>
    private static string Network(SourceWriter writer, Vocabulary words)
    {
        if (words.Plan.Type.IsStruct)
        {
            return "this";
        }

        writer.Write($"{words.Trainable} network = this;");
        return "network";
    }

    private static void Open(SourceWriter writer, Vocabulary words, string name, string furtherParameters)
    {
        writer.Separate();
        writer.Write($"/// <inheritdoc/>\n{Vocabulary.Generated}{(words.Plan.Type.HasOverloadPriority ? "\n" + Priority : string.Empty)}");
        writer.Open($"public {name}({words.ReadOnlySpan} inputs, {Vocabulary.Labels} labels{furtherParameters})");
    }
}
