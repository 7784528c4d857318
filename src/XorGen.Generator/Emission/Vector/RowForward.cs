using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Vector;

/// <summary>
/// Writes Forward of a single row where the parameters are in a block: neurons in the SIMD lanes, each layer's sums in
/// registers, what is between the layers on the stack.
/// </summary>
internal sealed class RowForward(Vocabulary words)
{
    /// <summary>More goes to the memory of the thread.</summary>
    private const int MostBytesOnStack = 32 * 1024;
    private const int Alignment = 64;

    private readonly RowLayer layers = new(words);

    private NetworkPlan Plan => words.Plan;

    private IReadOnlyList<RowSchedule> Rows => Plan.Rows;

    public IEnumerable<string> Names =>
        ["Row", "ComputeRow", .. Plan.HasArgumentForward ? new[] { "RowInputs" } : [], .. Plan.RowMethods ? Rows.Select(Method) : []];

    private int BytesPerValue => Plan.Number == NumberFormat.Single ? sizeof(float) : sizeof(double);

    /// <summary>The values of the pass: those between the layers, and the outputs where they are not stored at once.</summary>
    private int Length => Plan.Layers.Sum(layer => layer.PaddedOutputs);

    private bool IsOnStack => Length * BytesPerValue <= MostBytesOnStack;

    public void Write(SourceWriter writer)
    {
        if (Plan.HasArgumentForward)
        {
            WriteArgumentForward(writer);
        }

        // An only layer stores some of its outputs before it has read the inputs for the others.
        string separate = Plan.Layers.Count == 1 ? $"input = {Vocabulary.Check}.Separate<{words.T}>(input, output);\n" : string.Empty;
        ForwardEmitter.WriteSpans(
            writer, words, separate + Call($"ref {Vocabulary.Memory}.GetReference(input)", $"ref {Vocabulary.Memory}.GetReference(output)"));
        WritePass(writer);
        WriteComputeRow(writer);
        if (Plan.RowMethods)
        {
            foreach (RowSchedule row in Rows)
            {
                WriteMethod(writer, row);
            }
        }
    }

    private static string Method(RowSchedule row) => $"ComputeRow{row.Layer.Number}";

    private string Call(string input, string output) => IsOnStack
        ? $"{Vocabulary.Numerics}.RowMemory.Run<Row, {words.T}>(ref _block[_blockStart], {input}, {output});"
        : $"Row.Compute(ref _block[_blockStart], {input}, {output}, ref {Vocabulary.Numerics}.Scratch<{words.T}>.Get({Length})[0]);";

    private void WriteArgumentForward(SourceWriter writer)
    {
        int[] inputs = [.. Enumerable.Range(0, Plan.Spec.Inputs)];
        ForwardEmitter.OpenArguments(writer, words);
        writer.Write($"RowInputs inputs = new RowInputs {{ {string.Join(", ", inputs.Select(i => $"X{i} = x{i}"))} }};");
        writer.Write($"{words.T} output = 0;");
        writer.Write(Call("ref inputs.X0", "ref output"));
        writer.Write("return output;");
        writer.Close();
        writer.Separate();
        writer.Write("/// <summary>The inputs of a row, one after the other.</summary>");
        writer.Write("[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential)]");
        writer.Write(Vocabulary.Generated);
        writer.Open("private struct RowInputs");
        foreach (int i in inputs)
        {
            writer.Write($"public {words.T} X{i};");
        }

        writer.Close();
    }

    private void WritePass(SourceWriter writer)
    {
        int size = IsOnStack ? (Length * BytesPerValue) + Alignment : 1;
        writer.Separate();
        writer.Write(
            IsOnStack
                ? $"/// <summary>The way of one row through the layers; as large as its {Length} values between them, and {Alignment} bytes to align them.</summary>"
                : "/// <summary>The way of one row through the layers.</summary>");
        writer.Write($"[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential, Size = {size})]");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private struct Row : {Vocabulary.Numerics}.IRowPass<{words.T}>");
        writer.Open($"public static void Compute({Parameters})");
        writer.Write(words.AtWidestWidth("ComputeRow", "ref parameters, ref x, ref y, ref scratch"));
        writer.Close();
        writer.Close();
    }

    private string Parameters => $"ref {words.T} parameters, ref {words.T} x, ref {words.T} y, ref {words.T} scratch";

    private void WriteComputeRow(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Passes one row through the layers. A layer's vectors of 512 bits are 1, 2 or 4 of the machine's.</summary>");
        Open(writer, "ComputeRow");
        foreach (RowSchedule row in Rows)
        {
            writer.Separate();
            if (Plan.RowMethods)
            {
                writer.Write($"{Method(row)}{words.VectorGenerics}(ref parameters, ref x, ref y, ref scratch);");
            }
            else
            {
                writer.Open(Heading(row));
                layers.Write(writer, row);
                writer.Close();
            }
        }

        writer.Close();
    }

    private static string Heading(RowSchedule row) => $"// {Formulas.Sum(row.Layer)}, {Formulas.Activation(row.Layer)}";

    private void WriteMethod(SourceWriter writer, RowSchedule row)
    {
        writer.Separate();
        writer.Write($"/// <summary>{StepEmitter.Escape($"{Formulas.Sum(row.Layer)}, {Formulas.Activation(row.Layer)}")}</summary>");
        Open(writer, Method(row));
        layers.Write(writer, row);
        writer.Close();
    }

    private void Open(SourceWriter writer, string name)
    {
        writer.Write(Vocabulary.Generated);
        writer.Write(Vocabulary.Optimize);
        writer.Open($"private static void {name}{words.VectorGenerics}({Parameters})\n{words.VectorConstraints}");
    }
}
