using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Blocked;

/// <summary>
/// Writes Forward of a single sample where the parameters are in a block: neurons in the SIMD lanes, each layer's sums in
/// registers, what is between the layers on the stack.
/// </summary>
internal sealed class SampleForward(CodeNames names)
{
    private readonly SampleLayer layers = new(names);

    private NetworkPlan Plan => names.Plan;

    private string Parameters => $"ref {names.T} parameters, ref {names.T} x, ref {names.T} y, ref {names.T} scratch";

    public void Write(SourceWriter writer)
    {
        Open(writer, "The outputs of one sample: neurons in the lanes. A layer's vectors of 512 bits are 1, 2 or 4 of the machine's.", "public", "Forward");
        foreach (SampleSchedule row in Plan.Rows)
        {
            writer.Separate();
            if (Plan.RowMethods)
            {
                writer.Write($"{Method(row)}<V, L>(ref parameters, ref x, ref y, ref scratch);");
            }
            else
            {
                writer.Open($"// {Heading(row)}");
                layers.Write(writer, row);
                writer.Close();
            }
        }

        writer.Close();
        foreach (SampleSchedule row in Plan.Rows.Where(_ => Plan.RowMethods))
        {
            Open(writer, Formulas.Escape(Heading(row)), "private", Method(row));
            layers.Write(writer, row);
            writer.Close();
        }
    }

    private static string Method(SampleSchedule row) => $"ForwardLayer{row.Layer.Number}";

    private static string Heading(SampleSchedule row) => $"{Formulas.Sum(row.Layer)}, {Formulas.Activation(row.Layer)}";

    private void Open(SourceWriter writer, string summary, string access, string name)
    {
        writer.Separate();
        writer.Write($"/// <summary>{summary}</summary>");
        writer.Write(CodeNames.Optimize);
        writer.Open($"{access} static void {name}<V, L>({Parameters})\n{names.Constraints}");
    }
}
