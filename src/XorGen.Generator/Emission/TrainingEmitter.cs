using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes Train, Fit and Accuracy.</summary>
internal static class TrainingEmitter
{
    private const string Loop = "global::XorGen.Training.TrainingLoop";

    public static void Write(SourceWriter writer, Vocabulary words, TierEmitter tier)
    {
        NetworkPlan plan = words.Plan;
        string smoothing = plan.Loss.LabelSmoothing == 0 ? string.Empty : $", {NumberFormats.Literal(NumberFormat.Double, plan.Loss.LabelSmoothing)}";
        WriteTrain(writer, words, tier, words.ReadOnlySpan, "targets");
        WriteFit(writer, words, words.ReadOnlySpan, "targets", $", global::XorGen.Training.BaselineLoss.{plan.Loss.Baseline}{smoothing}{BaselineArguments(plan)}");
        if (plan.Loss.TakesLabels)
        {
            WriteTrain(writer, words, tier, Vocabulary.Labels, "labels");
            WriteFit(writer, words, Vocabulary.Labels, "labels", smoothing);
            WriteAccuracy(writer, words, tier);
        }

        if (plan.Algorithm is null)
        {
            tier.WriteTrainKernels(writer);
        }

        tier.WriteThreads(writer);

        WeightedRowsEmitter.Write(writer, words, tier);
        BinaryLabelsEmitter.Write(writer, words);
        StateEmitter.Write(writer, words, tier);
    }

    /// <summary>What the best constant prediction depends on beside the loss and its smoothing.</summary>
    private static string BaselineArguments(NetworkPlan plan)
    {
        string delta = plan.Loss.DefaultParameter is null ? string.Empty : $", delta: {NumberFormats.Literal(NumberFormat.Double, plan.Loss.Parameter)}";
        OutputRange range = plan.Output.Activation.Range;
        string outputs = plan.Loss is not ElementwiseLoss { Baseline: not "Divergence" } || range == OutputRange.All ? string.Empty
            : range.IsShareOfOne ? ", outputs: global::XorGen.Training.OutputRange.Shares"
            : $", outputs: new({Bound(range.Least)}, {Bound(range.Most)})";
        return delta + outputs;
    }

    private static string Bound(double value) => double.IsInfinity(value)
        ? value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity"
        : NumberFormats.Literal(NumberFormat.Double, value);

    private static void WriteTrain(SourceWriter writer, Vocabulary words, TierEmitter tier, string type, string name)
    {
        if (words.Plan.Algorithm is not null)
        {
            AlgorithmEmitter.WriteTrain(writer, words, type, name);
            return;
        }

        writer.Separate();
        writer.Write($"/// <inheritdoc/>\n{Vocabulary.Generated}");
        writer.Open($"public {words.T} Train({words.ReadOnlySpan} inputs, {type} {name}, {words.T} learningRate)");
        GuardEmitter.WriteEnter(writer, words);
        tier.WriteTrain(writer, name);
        writer.Close();
    }

    private static void WriteFit(SourceWriter writer, Vocabulary words, string type, string name, string baseline)
    {
        bool isStruct = words.Plan.Type.IsStruct;
        writer.Separate();
        writer.Write("/// <inheritdoc/>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"public global::XorGen.TrainingReport Fit({words.ReadOnlySpan} inputs, {type} {name}, global::XorGen.TrainingOptions? options = null)");
        GuardEmitter.WriteEnter(writer, words, "EnterFit");
        writer.Write(BackwardEmitter.Checks(words, name, result: string.Empty));
        if (!isStruct)
        {
            writer.Write($"{words.Trainable} network = this;");
        }

        writer.Write($"return {Loop}.Fit(ref {(isStruct ? "this" : "network")}, inputs, {name}, options, _seed{baseline});");
        writer.Close();
    }

    private static void WriteAccuracy(SourceWriter writer, Vocabulary words, TierEmitter tier)
    {
        writer.Separate();
        writer.Write("/// <inheritdoc/>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"public {words.Readonly}double Accuracy({words.ReadOnlySpan} inputs, {Vocabulary.Labels} labels)");
        writer.Write($"{BackwardEmitter.Checks(words, "labels")}\nint correct = 0;");
        tier.WriteCountCorrect(writer);
        writer.Write("return (double)correct / rows;");
        writer.Close();
    }
}
