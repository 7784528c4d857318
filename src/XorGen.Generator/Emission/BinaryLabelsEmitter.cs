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

    public static void Write(SourceWriter writer, CodeNames names, string field)
    {
        string read = $"global::System.ReadOnlySpan<{names.T}> inputs";
        string labels = "global::System.ReadOnlySpan<int> labels";
        string targets = $"{Runtime}.ToTargets(inputs, InputCount, labels, {names.Plan.Number.Literal(names.Plan.Loss.NegativeTarget!.Value)})";
        string smoothing = names.Plan.Loss.LabelSmoothing == 0 ? string.Empty : $", {NumberFormat.Double.Literal(names.Plan.Loss.LabelSmoothing)}";
        string me = names.Plan.Type.IsStruct ? "ref this" : "this";
        Method($"{names.Readonly}{names.T} Evaluate", [read, labels], $"Evaluate(inputs, {targets})");
        Method($"{names.T} Backward", [read, labels], $"Backward(inputs, {targets})");
        Method($"{names.T} Train", [read, labels, $"{names.T} learningRate"], $"Train(inputs, {targets}, learningRate)");
        Method(
            "global::XorGen.TrainingReport Fit",
            [read, labels, "global::XorGen.TrainingOptions? options = null"],
            $"global::XorGen.Training.TrainingLoop.FitBinary({me}, inputs, labels, options, {field}.Seed, global::XorGen.Training.BaselineLoss.{names.Plan.Loss.Baseline}{smoothing})");
        MembersEmitter.Method(writer, $"{names.Readonly}double Accuracy", [read, labels], $"{Runtime}.Accuracy(this, inputs, labels)");

        void Method(string name, string[] parameters, string body)
        {
            writer.Write($"/// <inheritdoc/>\n{Priority}");
            MembersEmitter.Lines(writer, "public " + name, parameters, body);
        }
    }
}
