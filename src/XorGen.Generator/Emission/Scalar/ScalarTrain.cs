using XorGen.Generator.Emission.Dropout;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Scalar;

/// <summary>
/// Writes the kernel of Train for so few rows that they are one block: sums and gradients stay in registers, from the rows
/// to the new parameters.
/// </summary>
internal sealed class ScalarTrain(Vocabulary words)
{
    private readonly StepEmitter step = new(words);

    private readonly ScalarGradients kernel = new(words);

    private NetworkPlan Plan => words.Plan;

    /// <summary>Gets whether a network has it: its optimizer treats all parameters alike, and its derivatives nearly fit the registers.</summary>
    public static bool Fits(NetworkPlan plan) =>
        !plan.ClipsGradient && !plan.HasBiasRate && plan.ParameterCount <= ScalarBudget.MaximumFusedParameters;

    public static IEnumerable<string> Names => ["TrainBlock", "TrainFew", "TrainMore", "TrainPadded"];

    private string Arguments => $"ref {words.T} inputs, ref {words.T} targets, {words.Vector} weight, {words.T} learningRate";

    private string Data => $"{words.ReadOnlySpan} inputs, {words.ReadOnlySpan} targets, {Vocabulary.Labels} labels, int rows, {words.T} learningRate";

    public void Write(SourceWriter writer)
    {
        WriteTrainMore(writer);
        WriteTrainFew(writer);
        WriteTrainPadded(writer);
        WriteTrainBlock(writer);
    }

    /// <summary>Writes the statements of Train.</summary>
    public void WriteCalls(SourceWriter writer, string data)
    {
        writer.Write("// Few rows, one in each lane of one vector: the step is one kernel, with the bits of the one for many.");
        WriteCall(writer, words.WidthOfFour, data);
        writer.Write($"return TrainMore({data}, learningRate);");
    }

    private void WriteCall(SourceWriter writer, int width, string data)
    {
        string accelerated = width == 128 ? string.Empty : $" && {words.LanesOf(width)}.IsHardwareAccelerated";
        writer.Open($"if (rows <= {width / words.WidthOfFour * 4}{accelerated})");
        writer.Write($"return TrainFew<{words.VectorOf(width)}, {words.LanesOf(width)}>({data}, learningRate);");
        writer.Close();
        writer.Separate();
    }

    private void WriteTrainMore(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>One step on more than four rows. Apart, so that a program with fewer need not load the wider vectors.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Write(Vocabulary.Inline);
        writer.Open($"private {words.T} TrainMore({Data})");
        for (int width = 2 * words.WidthOfFour; width <= 512; width *= 2)
        {
            WriteCall(writer, width, "inputs, targets, labels, rows");
        }

        writer.Write($"{words.T} loss = ComputeGradient(inputs, targets, labels, default, rows);\nUpdate(learningRate);\nreturn loss;");
        writer.Close();
    }

    private void WriteTrainFew(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>One step on at most as many rows as there are lanes.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Write(Vocabulary.Inline);
        writer.Open($"private {words.T} TrainFew{words.VectorGenerics}({Data})\n{words.VectorConstraints}");
        writer.Open($"if (rows == {words.Lanes}.Count{(Plan.Loss.TakesLabels ? " && labels.IsEmpty" : string.Empty)})");
        writer.Write($"{words.Vector} weight = {words.Lanes}.Create({Share($"{words.Lanes}.Count")});");
        writer.Write($"return TrainBlock{words.VectorGenerics}(ref {Vocabulary.Memory}.GetReference(inputs), ref {Vocabulary.Memory}.GetReference(targets), weight, learningRate);");
        writer.Close();
        writer.Separate();
        writer.Write($"return TrainPadded{words.VectorGenerics}(inputs, targets, labels, rows, learningRate);");
        writer.Close();
    }

    private void WriteTrainPadded(SourceWriter writer)
    {
        string values = $"{Vocabulary.Numerics}.RowBlocks.RepeatLast(targets, {words.TargetCount}, blockTargets);";
        writer.Separate();
        writer.Write("/// <summary>Fills up the block with copies of the last row, which count nothing.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private {words.T} TrainPadded{words.VectorGenerics}({Data})\n{words.VectorConstraints}");
        writer.Write(
            $$"""
            {{words.Span}} blockInputs = stackalloc {{words.T}}[{{words.Lanes}}.Count * InputCount];
            {{words.Span}} blockTargets = stackalloc {{words.T}}[{{words.Lanes}}.Count * {{words.TargetCount}}];
            {{Vocabulary.Numerics}}.RowBlocks.RepeatLast(inputs, InputCount, blockInputs);
            """);
        writer.Write(!Plan.Loss.TakesLabels
            ? values
            : $$"""
            if (labels.IsEmpty)
            {
                {{values}}
            }
            else
            {
                {{Vocabulary.Numerics}}.RowBlocks.OneHot(labels, blockTargets, OutputCount);
            }

            """);
        writer.Write($"{words.Vector} weight = {words.Lanes}.And({words.Lanes}.FirstLanes(rows), {words.Lanes}.Create({Share("rows")}));");
        writer.Write($"return TrainBlock{words.VectorGenerics}(ref blockInputs[0], ref blockTargets[0], weight, learningRate);");
        writer.Close();
    }

    private void WriteTrainBlock(SourceWriter writer)
    {
        var gradients = new string[Plan.ParameterCount];
        string[] names = [.. Plan.Layers.SelectMany(ScalarUpdate.Fields)];
        writer.Separate();
        writer.Write("/// <summary>One step on a block of rows, one in each lane. Each counts its weight: 1 / rows, and nothing where it only fills up the block.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private {words.T} TrainBlock{words.VectorGenerics}({Arguments})\n{words.VectorConstraints}");
        if (Plan.Drops)
        {
            writer.Write($"const int {DropoutEmitter.Row} = 0;");
        }

        writer.Write($"{words.Vector} mask = {words.Lanes}.GreaterThan(weight, {words.Lanes}.Zero);");
        StraightLineLoss loss = kernel.WriteForward(writer, writesParameters: true, drops: true);
        kernel.Write(
            writer,
            loss,
            (i, a, b) =>
            {
                gradients[i] = $"g_{names[i]}";
                return $"{words.Vector} {gradients[i]} = {words.Lanes}.Multiply({a}, {b});";
            },
            (i, a) =>
            {
                gradients[i] = a;
                return string.Empty;
            });
        writer.Separate();
        step.WriteScalars(writer, string.Empty);
        writer.Separate();
        writer.Write("// Four sums over the rows at a time, and the step of those four parameters");
        for (int first = 0; first < gradients.Length; first += 4)
        {
            string four = string.Join(", ", Enumerable.Range(first, 4).Select(i => i < gradients.Length ? gradients[i] : $"{words.Lanes}.Zero"));
            writer.Write(ScalarUpdate.Call(Plan, step, words.Fours, names[first], $"{Vocabulary.Numerics}.VirtualLanes.SumFour{Plan.Number}s({four})"));
        }

        // The loss comes last: nothing waits for it.
        loss.WriteLoss();
        writer.Write($"loss = {words.Lanes}.Multiply(weight, {words.Lanes}.And(mask, loss));");
        writer.Write($"return {Vocabulary.Numerics}.VirtualLanes.Sum{Plan.Number}s(loss);");
        writer.Close();
    }

    /// <summary>What the loss of a row is multiplied with, from the number of rows.</summary>
    private string Share(string rows) => $"({words.T})(1.0 / {(Plan.LossDivisor == 1 ? rows : $"((double){rows} * {Plan.LossDivisor})")})";
}
