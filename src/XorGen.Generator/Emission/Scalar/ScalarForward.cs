using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Scalar;

/// <summary>Writes Forward, in scalars, and Predict, one row in each lane.</summary>
internal sealed class ScalarForward(Vocabulary words)
{
    private static readonly int[] WiderWidths = [512, 256];

    private NetworkPlan Plan => words.Plan;

    public IEnumerable<string> Names =>
        Plan.Layers.Where(IsOutOfLine).Select(ActivationMethod)
            .Concat(Plan.HasArgumentForward ? ["PredictLanes"] : ["ForwardRow", "PredictLanes"]);

    /// <summary>The name of the method that applies a layer's function out of line.</summary>
    public static string ActivationMethod(DensePlan layer) => $"Activate{layer.Number}";

    public void Write(SourceWriter writer)
    {
        if (Plan.HasArgumentForward)
        {
            WriteArgumentForward(writer);
        }

        ForwardEmitter.WriteSpans(
            writer,
            words,
            Plan.HasArgumentForward
                ? $"output[0] = Forward({string.Join(", ", Enumerable.Range(0, Plan.Spec.Inputs).Select(i => $"input[{i}]"))});"
                : $"ForwardRow(ref {Vocabulary.Memory}.GetReference(input), ref {Vocabulary.Memory}.GetReference(output));");
        if (!Plan.HasArgumentForward)
        {
            WriteForwardRow(writer);
        }

        WritePredict(writer);
        WritePredictLanes(writer);
        foreach (DensePlan layer in Plan.Layers.Where(IsOutOfLine))
        {
            WriteActivation(writer, layer);
        }
    }

    /// <summary>Writes the declarations of x0, x1, ... as one row in each lane, from "inputs".</summary>
    public static void WriteLoadInputs(SourceWriter writer, Vocabulary words)
    {
        switch (words.Plan.Spec.Inputs)
        {
            case 1:
                writer.Write($"{words.Vector} x0 = {words.Lanes}.Load(ref inputs, 0);");
                break;
            case 2:
                writer.Write($"{words.Lanes}.LoadPairs(ref inputs, 0, out {words.Vector} x0, out {words.Vector} x1);");
                break;
            default:
                for (int i = 0; i < words.Plan.Spec.Inputs; i++)
                {
                    writer.Write($"{words.Vector} x{i} = {words.Lanes}.LoadStrided(ref inputs, {i}, InputCount);");
                }

                break;
        }
    }

    private bool IsOutOfLine(DensePlan layer) => !Plan.InlinesFunctions && layer.CallsFunction;

    private void WriteArgumentForward(SourceWriter writer)
    {
        ForwardEmitter.OpenArguments(writer, words);
        writer.Write("ref readonly PerParameter p = ref _parameters;");
        new StraightLine(words, words.Scalars, writer).WriteForward();
        writer.Write($"return {StraightLine.A(Plan.Output, 0).Name};");
        writer.Close();
    }

    private void WriteForwardRow(SourceWriter writer)
    {
        writer.Separate();
        writer.Write(Vocabulary.Generated);
        writer.Open($"private {words.Readonly}void ForwardRow(ref {words.T} input, ref {words.T} output)");
        writer.Write("ref readonly PerParameter p = ref _parameters;");
        for (int i = 0; i < Plan.Spec.Inputs; i++)
        {
            writer.Write($"{words.T} x{i} = {Vocabulary.Unsafe}.Add(ref input, {i});");
        }

        new StraightLine(words, words.Scalars, writer).WriteForward();
        writer.Separate();
        for (int j = 0; j < Plan.Spec.Outputs; j++)
        {
            writer.Write($"{Vocabulary.Unsafe}.Add(ref output, {j}) = {StraightLine.A(Plan.Output, j).Name};");
        }

        writer.Close();
    }

    private void WritePredict(SourceWriter writer)
    {
        string cascade = string.Join("\n", WiderWidths.Select(width =>
            $$"""
            if ({{words.LanesOf(width)}}.IsHardwareAccelerated)
            {
                row = PredictLanes<{{words.VectorOf(width)}}, {{words.LanesOf(width)}}>(ref from, ref to, row, rows);
            }

            """));
        string rest = Plan.HasArgumentForward
            ? $"{Vocabulary.Unsafe}.Add(ref to, row) = Forward({string.Join(", ", Enumerable.Range(0, Plan.Spec.Inputs).Select(i => $"inputs[(row * InputCount) + {i}]"))});"
            : $"ForwardRow(ref {Vocabulary.Unsafe}.Add(ref from, row * InputCount), ref {Vocabulary.Unsafe}.Add(ref to, row * OutputCount));";
        writer.Separate();
        writer.Write("/// <inheritdoc/>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"public {words.Readonly}void Predict({words.ReadOnlySpan} inputs, {words.Span} outputs)");
        writer.Write(
            $$"""
            int rows = {{Vocabulary.Check}}.Rows(inputs.Length, InputCount, outputs.Length, OutputCount, "inputs", "outputs");
            {{ForwardEmitter.OverlapCheck(words)}}
            ref {{words.T}} from = ref {{Vocabulary.Memory}}.GetReference(inputs);
            ref {{words.T}} to = ref {{Vocabulary.Memory}}.GetReference(outputs);
            int row = 0;
            """);
        writer.Write(cascade);
        writer.Write(
            $$"""
            row = PredictLanes<{{words.VectorOf(128)}}, {{words.LanesOf(128)}}>(ref from, ref to, row, rows);
            for (; row < rows; row++)
            {
                {{rest}}
            }
            """);
        writer.Close();
    }

    private void WritePredictLanes(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Predicts as many rows as fill whole vectors, one in each lane, and returns the first that is left.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private {words.Readonly}int PredictLanes{words.VectorGenerics}(ref {words.T} from, ref {words.T} to, int row, int rows)\n{words.VectorConstraints}");
        writer.Write("ref readonly PerParameter p = ref _parameters;");
        if (Plan.Spec.Outputs > 1)
        {
            writer.Write($"{words.Span} columns = stackalloc {words.T}[{words.Lanes}.Count * OutputCount];");
        }

        writer.Open($"for (; row + {words.Lanes}.Count <= rows; row += {words.Lanes}.Count)");
        writer.Write($"ref {words.T} inputs = ref {Vocabulary.Unsafe}.Add(ref from, row * InputCount);");
        WriteLoadInputs(writer, words);
        new StraightLine(words, words.Vectors, writer).WriteForward();
        writer.Separate();
        if (Plan.Spec.Outputs == 1)
        {
            writer.Write($"{words.Lanes}.Store({StraightLine.A(Plan.Output, 0).Name}, ref to, ({Vocabulary.Index})row);");
        }
        else
        {
            for (int j = 0; j < Plan.Spec.Outputs; j++)
            {
                writer.Write($"{words.Lanes}.Store({StraightLine.A(Plan.Output, j).Name}, ref columns[0], ({Vocabulary.Index})({words.Lanes}.Count * {j}));");
            }

            writer.Write($"{Vocabulary.Numerics}.RowBlocks.Interleave(ref columns[0], {words.Lanes}.Count, ref {Vocabulary.Unsafe}.Add(ref to, row * OutputCount), OutputCount);");
        }

        writer.Close();
        writer.Separate();
        writer.Write("return row;");
        writer.Close();
    }

    private void WriteActivation(SourceWriter writer, DensePlan layer)
    {
        var z = new Variable("z");
        writer.Separate();
        writer.Write($"/// <summary>The function of layer {layer.Number}, kept out of line so that the kernels stay small.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Write(Vocabulary.NoInline);
        writer.Open($"private static {words.Vector} {ActivationMethod(layer)}{words.VectorGenerics}({words.Vector} z)\n{words.VectorConstraints}");
        writer.Write($"return {words.Vectors.Print(StraightLine.OutOfLine(layer, z))};");
        writer.Close();
        if (layer == Plan.Output && StraightLine.LeavesSoftplus(Plan))
        {
            WriteActivationForLoss(writer, layer);
        }
    }

    private void WriteActivationForLoss(SourceWriter writer, DensePlan layer)
    {
        writer.Separate();
        writer.Write($"/// <summary>The same with what the loss needs besides: softplus of -|z|.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Write(Vocabulary.NoInline);
        writer.Open(
            $"private static {words.Vector} {ActivationMethod(layer)}{words.VectorGenerics}({words.Vector} z, out {words.Vector} softplus)\n{words.VectorConstraints}");
        writer.Write($"return {words.Elementary}.Sigmoid{words.VectorGenerics}(z, out softplus);");
        writer.Close();
    }
}
