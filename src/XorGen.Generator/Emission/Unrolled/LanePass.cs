using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Unrolled;

/// <summary>Writes the kernel of Predict, Evaluate and Backward: a block of samples, one in each lane, to the outputs, to the loss, and back.</summary>
internal sealed class LanePass(CodeNames names)
{
    private NetworkPlan Plan => names.Plan;

    /// <summary>Writes the declarations of x0, x1, ... with a sample in each lane.</summary>
    public static void WriteInputs(SourceWriter writer, NetworkPlan plan) => WriteLoads(writer, "x", plan.Spec.Inputs);

    /// <summary>Writes the declarations of y0, y1, ...</summary>
    public static void WriteTargets(SourceWriter writer, NetworkPlan plan)
    {
        for (int j = 0; j < plan.TargetCount; j++)
        {
            writer.Write(plan.TargetCount == 1 ? "V y0 = L.Load(ref y, 0);" : $"V y{j} = L.LoadStrided(ref y, {j}, {plan.TargetCount});");
        }
    }

    public void Write(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>A block of samples, one in each lane: the outputs; or the loss, added to result[0]; or also the gradient, to result[1], ...</summary>");
        writer.Open(
            $"public static void Pass<V, L, TPass>(ref State s, ref {names.T} x, ref {names.T} y, in V mask, in V weight, ref {names.T} result, nuint n, int sample)\n{names.Constraints} where TPass : struct, IPass");
        writer.Write("ref Parameters p = ref s.parameters;");
        WriteInputs(writer, Plan);
        var lines = new StraightLine(names, writer, Drops.WhereItTrains);
        lines.WriteHidden();
        if (StraightLine.LeavesSoftplus(Plan))
        {
            // Without what only the loss needs.
            WritePrediction(writer, j => lines.Activated(Plan.Output, j), $"// {Formulas.Activation(Plan.Output)}");
            lines.WriteOutputsForLoss();
        }
        else
        {
            lines.WriteOutputsForLoss();
            WritePrediction(writer, j => StraightLine.A(Plan.Output, j).Name, null);
        }

        var loss = new StraightLineLoss(names, lines, writer);
        writer.Separate();
        WriteTargets(writer, Plan);
        loss.WriteSmoothedTargets();
        loss.WriteLoss();
        writer.Write("L.AddProductTo(weight, L.And(mask, loss), ref result, 0);");
        writer.Open("if (!TPass.Trains)");
        writer.Write("return;");
        writer.Close();
        new LaneGradients(names, writer, loss).Write((index, factor, deltas) => WriteSums(writer, index, factor, deltas));
        writer.Close();
    }

    private static void WriteLoads(SourceWriter writer, string name, int count)
    {
        if (count == 1)
        {
            writer.Write($"V {name}0 = L.Load(ref {name}, 0);");
        }
        else if (count == 2)
        {
            writer.Write($"L.LoadPairs(ref {name}, 0, out V {name}0, out V {name}1);");
        }
        else
        {
            for (int i = 0; i < count; i++)
            {
                writer.Write($"V {name}{i} = L.LoadStrided(ref {name}, {i}, {count});");
            }
        }
    }

    private void WritePrediction(SourceWriter writer, Func<int, string> output, string? comment)
    {
        writer.Separate();
        writer.Open("if (TPass.Predicts)");
        if (comment is not null)
        {
            writer.Write(comment);
        }

        for (int j = 0; j < Plan.Spec.Outputs; j++)
        {
            string offset = j == 0 ? "0" : j == 1 ? "n" : $"{j} * n";
            writer.Write($"L.Store({output(j)}, ref result, {offset});");
        }

        writer.Write("return;");
        writer.Close();
    }

    /// <summary>Writes the statements that add some neighbouring derivatives to their sums, up to four at a time.</summary>
    private void WriteSums(SourceWriter writer, int index, string? factor, IReadOnlyList<string> deltas)
    {
        for (int first = 0; first < deltas.Count; first += 4)
        {
            string some = string.Join(", ", deltas.Skip(first).Take(4));
            string call = factor is null ? $"Add({some}" : $"AddProducts({factor}, {some}";
            writer.Write($"LaneSums<V, L, {names.T}>.{call}, ref result, n, {1 + index + first});");
        }
    }
}
