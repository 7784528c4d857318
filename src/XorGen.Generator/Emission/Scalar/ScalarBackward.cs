using XorGen.Generator.Emission.Dropout;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Scalar;

/// <summary>
/// Writes the kernels of Evaluate and Backward: one row in each lane, sums over the rows in virtual lanes, whose number
/// depends on the number of rows alone, so that every vector width gives the same bits.
/// </summary>
internal sealed class ScalarBackward(Vocabulary words)
{
    private NetworkPlan Plan => words.Plan;

    private string MaximumLanes => $"{Plan.Number.Lanes()}";

    private readonly DropoutEmitter dropout = new(words);

    private readonly ScalarGradients gradients = new(words);

    public IEnumerable<string> Names => [.. dropout.Names, "LanesFor", "SumRows", .. HasManySums ? new[] { "SumManyRows" } : [], "SumRest", "SumBlock", "SumLanes", "AddLosses", "AddGradients"];

    public void Write(SourceWriter writer)
    {
        WriteComputeLoss(writer);
        WriteComputeGradient(writer);
        WriteLanesFor(writer);
        WriteSumManyRows(writer);
        WriteSumRows(writer);
        WriteSumBlock(writer);
        WriteSumLanes(writer);
        WriteAddLosses(writer);
        WriteAddGradients(writer);
        dropout.WriteMethods(writer);
    }

    /// <summary>What follows the parameters, or the arguments, of methods on a block where values are dropped: the number of its first row.</summary>
    private string RowParameter => Plan.Drops ? $", int {DropoutEmitter.Row}" : string.Empty;

    private string RowArgument(string row) => Plan.Drops ? $", {row}" : string.Empty;

    private string MinusZero => Plan.Number == NumberFormat.Single ? "-0f" : "-0.0";

    private void WriteComputeLoss(SourceWriter writer)
    {
        writer.Separate();
        writer.Open(BackwardEmitter.LossHeader(words));
        writer.Write(
            $$"""
            int lanes = LanesFor(rows);
            {{words.Span}} sums = stackalloc {{words.T}}[{{MaximumLanes}}];
            // To add to -0 changes nothing, not even the sign of a zero.
            {{Vocabulary.Numerics}}.VirtualLanes.Begin(sums);
            {{SumAllRows("sums.Slice(0, lanes)", withGradients: "false")}}
            return {{Vocabulary.Numerics}}.VirtualLanes.Sum(ref sums[0], lanes);
            """);
        writer.Close();
    }

    private void WriteComputeGradient(SourceWriter writer)
    {
        writer.Separate();
        writer.Open(BackwardEmitter.GradientHeader(words));
        writer.Write(
            $$"""
            int lanes = LanesFor(rows);
            // The loss, then the derivative by each parameter: a sum in each virtual lane.
            {{words.Span}} sums = stackalloc {{words.T}}[(1 + ParameterCount) * {{MaximumLanes}}];
            sums = sums.Slice(0, (1 + ParameterCount) * lanes);
            // To add to -0 changes nothing, not even the sign of a zero.
            sums.Fill({{MinusZero}});
            {{SumAllRows("sums", withGradients: "true")}}
            {{words.Span}} gradient = {{Vocabulary.Memory}}.CreateSpan(ref _gradient.{{Plan.Layers[0].Weight(0, 0)}}, ParameterCount);
            for (int i = 0; i < gradient.Length; i++)
            {
                gradient[i] = {{Vocabulary.Numerics}}.VirtualLanes.Sum(ref sums[(1 + i) * lanes], lanes);
            }

            return {{Vocabulary.Numerics}}.VirtualLanes.Sum(ref sums[0], lanes);
            """);
        writer.Close();
    }

    private bool HasManySums => Plan.Number == NumberFormat.Single;

    /// <summary>Returns the statements that add up all rows of a batch; very many in single precision in a way that loses no digits.</summary>
    private string SumAllRows(string sums, string withGradients)
    {
        string scale = $$"""
            double total = rowWeights.IsEmpty ? rows : {{Vocabulary.Numerics}}.RowWeights.Sum(rowWeights);
            {{words.T}} scale = ({{words.T}})(1.0 / {{(Plan.LossDivisor == 1 ? "total" : $"(total * {Plan.LossDivisor})")}});

            """;
        return scale + (HasManySums
            ? $$"""
            SumRows(inputs, targets, labels, rowWeights, 0, global::System.Math.Min(rows, {{Many}}.LaneRows), scale, ref sums[0], lanes, withGradients: {{withGradients}});
            if (rows > {{Many}}.LaneRows)
            {
                SumManyRows(inputs, targets, labels, rowWeights, rows, scale, {{sums}}, lanes, withGradients: {{withGradients}});
            }

            """
            : $"SumRows(inputs, targets, labels, rowWeights, 0, rows, scale, ref sums[0], lanes, withGradients: {withGradients});");
    }

    private static string Many => $"{Vocabulary.Numerics}.ManySums";

    private void WriteSumManyRows(SourceWriter writer)
    {
        if (!HasManySums)
        {
            return;
        }

        writer.Separate();
        writer.Write("/// <summary>Adds the sums of further rows to those of the first, in double precision: sums of single precision lose digits of very many terms.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private {words.Readonly}void SumManyRows({words.ReadOnlySpan} inputs, {words.ReadOnlySpan} targets, {Vocabulary.Labels} labels, {words.ReadOnlySpan} rowWeights, int rows, {words.T} scale, {words.Span} sums, int lanes, bool withGradients)");
        writer.Write(
            $$"""
            global::System.Span<double> totals = {{Many}}.Begin(sums);
            for (int first = {{Many}}.LaneRows; first < rows; first += {{Many}}.LaneRows)
            {
                SumRows(inputs, targets, labels, rowWeights, first, first + global::System.Math.Min(rows - first, {{Many}}.LaneRows), scale, ref sums[0], lanes, withGradients);
                {{Many}}.Add(sums, totals);
            }

            {{Many}}.End(totals, sums);
            """);
        writer.Close();
    }

    private void WriteLanesFor(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>The number of virtual lanes: it depends on the rows alone, not on the machine.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open("private static int LanesFor(int rows)");
        writer.Write(Plan.Number == NumberFormat.Single ? "return rows <= 4 ? 4 : rows <= 8 ? 8 : 16;" : "return rows <= 4 ? 4 : 8;");
        writer.Close();
    }

    private void WriteSumRows(SourceWriter writer)
    {
        bool takesLabels = Plan.Loss.TakesLabels;
        string none = $"{Vocabulary.Unsafe}.NullRef<{words.T}>()";
        string values = $"{Vocabulary.Numerics}.RowBlocks.RepeatLast(targets.Slice(first * {words.TargetCount}, count * {words.TargetCount}), {words.TargetCount}, blockTargets);";
        string copyTargets = !takesLabels
            ? values
            : $$"""
            if (labels.IsEmpty)
            {
                {{values}}
            }
            else
            {
                {{Vocabulary.Numerics}}.RowBlocks.OneHot(labels.Slice(first, count), blockTargets, OutputCount);
            }

            """;
        writer.Separate();
        writer.Write("/// <summary>Adds up blocks of as many rows as there are virtual lanes, from the first to the one before rows.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private {words.Readonly}void SumRows({words.ReadOnlySpan} inputs, {words.ReadOnlySpan} targets, {Vocabulary.Labels} labels, {words.ReadOnlySpan} rowWeights, int first, int rows, {words.T} scale, ref {words.T} sums, int lanes, bool withGradients)");
        string accelerated = words.WidthOfFour == 128 ? string.Empty : $" && {words.LanesOf(words.WidthOfFour)}.IsHardwareAccelerated";
        string arguments = $"(ref x, ref y, ref w, lanes, scale, ref sums, lanes, withGradients{RowArgument("first")});";
        writer.Write(
            $$"""
            for (; {{(takesLabels ? "labels.IsEmpty && " : string.Empty)}}first <= rows - lanes; first += lanes)
            {
                ref {{words.T}} x = ref {{Vocabulary.Unsafe}}.Add(ref {{Vocabulary.Memory}}.GetReference(inputs), first * InputCount);
                ref {{words.T}} y = ref {{Vocabulary.Unsafe}}.Add(ref {{Vocabulary.Memory}}.GetReference(targets), first * {{words.TargetCount}});
                ref {{words.T}} w = ref (rowWeights.IsEmpty ? ref {{none}} : ref {{Vocabulary.Unsafe}}.Add(ref {{Vocabulary.Memory}}.GetReference(rowWeights), first));
                if (lanes <= 4{{accelerated}})
                {
                    SumLanes<{{words.VectorOf(words.WidthOfFour)}}, {{words.LanesOf(words.WidthOfFour)}}>{{arguments}}
                }
                else
                {
                    SumBlock{{arguments}}
                }
            }

            if (first < rows)
            {
                SumRest(inputs, targets, labels, rowWeights, first, rows, scale, ref sums, lanes, withGradients);
            }
            """);
        writer.Close();
        WriteSumRest(writer, copyTargets, none);
    }

    /// <summary>Apart from SumRows, because the JIT has one optimisation only for a method with stackalloc and loops, the slow one.</summary>
    private void WriteSumRest(SourceWriter writer, string copyTargets, string none)
    {
        writer.Separate();
        writer.Write("/// <summary>Adds up the rows that are less than a block, which is filled up with rows that are masked, or that have labels.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private {words.Readonly}void SumRest({words.ReadOnlySpan} inputs, {words.ReadOnlySpan} targets, {Vocabulary.Labels} labels, {words.ReadOnlySpan} rowWeights, int first, int rows, {words.T} scale, ref {words.T} sums, int lanes, bool withGradients)");
        writer.Write(
            $$"""
            {{words.Span}} blockInputs = stackalloc {{words.T}}[{{MaximumLanes}} * InputCount];
            {{words.Span}} blockTargets = stackalloc {{words.T}}[{{MaximumLanes}} * {{words.TargetCount}}];
            {{words.Span}} blockWeights = stackalloc {{words.T}}[{{MaximumLanes}}];
            blockInputs = blockInputs.Slice(0, lanes * InputCount);
            blockTargets = blockTargets.Slice(0, lanes * {{words.TargetCount}});
            """);
        writer.Open("for (; first < rows; first += lanes)");
        writer.Write("int count = global::System.Math.Min(lanes, rows - first);");
        writer.Write($"{Vocabulary.Numerics}.RowBlocks.RepeatLast(inputs.Slice(first * InputCount, count * InputCount), InputCount, blockInputs);");
        writer.Write(copyTargets);
        writer.Open("if (!rowWeights.IsEmpty)");
        writer.Write("rowWeights.Slice(first, count).CopyTo(blockWeights);");
        writer.Close();
        writer.Separate();
        writer.Write($"ref {words.T} weights = ref (rowWeights.IsEmpty ? ref {none} : ref blockWeights[0]);");
        writer.Write($"SumBlock(ref blockInputs[0], ref blockTargets[0], ref weights, count, scale, ref sums, lanes, withGradients{RowArgument("first")});");
        writer.Close();
        writer.Close();
    }

    private void WriteSumBlock(SourceWriter writer)
    {
        string Branch(int width, string condition) =>
            $$"""
            {{condition}}
            {
                SumLanes<{{words.VectorOf(width)}}, {{words.LanesOf(width)}}>(ref inputs, ref targets, ref rowWeights, count, scale, ref sums, lanes, withGradients{{RowArgument(DropoutEmitter.Row)}});
            }
            """;
        string Condition(int width) =>
            $"if (lanes >= {words.LanesOf(width)}.Count && {words.LanesOf(width)}.IsHardwareAccelerated)";
        writer.Separate();
        writer.Write("/// <summary>Adds one block, with the widest vectors that the machine has and the block fills. Apart, so that a program with few rows need not load them.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Write(Vocabulary.NoInline);
        writer.Open($"private {words.Readonly}void SumBlock(ref {words.T} inputs, ref {words.T} targets, ref {words.T} rowWeights, int count, {words.T} scale, ref {words.T} sums, int lanes, bool withGradients{RowParameter})");
        writer.Write(Branch(512, Condition(512)));
        writer.Write(Branch(256, "else " + Condition(256)));
        writer.Write(Branch(128, "else"));
        writer.Close();
    }

    private void WriteSumLanes(SourceWriter writer)
    {
        writer.Separate();
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private {words.Readonly}void SumLanes{words.VectorGenerics}(ref {words.T} inputs, ref {words.T} targets, ref {words.T} rowWeights, int count, {words.T} scale, ref {words.T} sums, int lanes, bool withGradients{RowParameter})\n{words.VectorConstraints}");
        writer.Write(
            $$"""
            for (int lane = 0; lane < lanes; lane += {{words.Lanes}}.Count)
            {
                ref {{words.T}} x = ref {{Vocabulary.Unsafe}}.Add(ref inputs, lane * InputCount);
                ref {{words.T}} y = ref {{Vocabulary.Unsafe}}.Add(ref targets, lane * {{words.TargetCount}});
                {{words.Vector}} mask = {{words.Lanes}}.FirstLanes(count - lane);
                // Each row counts its weight over the sum of all, 1 / rows without weights, and those that fill up the block nothing.
                {{words.Vector}} weight = {{words.Lanes}}.And(mask, {{words.Lanes}}.Create(scale));
                if (!{{Vocabulary.Unsafe}}.IsNullRef(ref rowWeights))
                {
                    weight = {{words.Lanes}}.Multiply(weight, {{words.Lanes}}.Load(ref rowWeights, ({{Vocabulary.Index}})lane));
                }

                if (withGradients)
                {
                    AddGradients{{words.VectorGenerics}}(ref x, ref y, mask, weight, ref {{Vocabulary.Unsafe}}.Add(ref sums, lane), ({{Vocabulary.Index}})lanes{{RowArgument("row + lane")}});
                }
                else
                {
                    AddLosses{{words.VectorGenerics}}(ref x, ref y, mask, weight, ref {{Vocabulary.Unsafe}}.Add(ref sums, lane));
                }
            }
            """);
        writer.Close();
    }

    private void WriteAddLosses(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Adds the losses of the rows, one in each lane, times weight, where the mask is set.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private {words.Readonly}void AddLosses{words.VectorGenerics}(ref {words.T} inputs, ref {words.T} targets, {words.Vector} mask, {words.Vector} weight, ref {words.T} sums)\n{words.VectorConstraints}");
        gradients.WriteForward(writer).WriteLoss();
        WriteAddLoss(writer);
        writer.Close();
    }

    private void WriteAddGradients(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Adds the losses of the rows, one in each lane, and the derivatives of each by every parameter, times weight, where the mask is set.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private {words.Readonly}void AddGradients{words.VectorGenerics}(ref {words.T} inputs, ref {words.T} targets, {words.Vector} mask, {words.Vector} weight, ref {words.T} sums, {Vocabulary.Index} lanes{RowParameter})\n{words.VectorConstraints}");
        StraightLineLoss loss = gradients.WriteForward(writer, drops: true);
        loss.WriteLoss();
        WriteAddLoss(writer);
        gradients.Write(
            writer,
            loss,
            (i, a, b) => $"{words.Lanes}.Store({words.Lanes}.FusedMultiplyAdd({a}, {b}, {words.Lanes}.Load(ref sums, {Offset(i)})), ref sums, {Offset(i)});",
            (i, a) => $"{words.Lanes}.Store({words.Lanes}.Add({words.Lanes}.Load(ref sums, {Offset(i)}), {a}), ref sums, {Offset(i)});");
        writer.Close();
    }

    private void WriteAddLoss(SourceWriter writer) =>
        writer.Write($"{words.Lanes}.Store({words.Lanes}.FusedMultiplyAdd(weight, {words.Lanes}.And(mask, loss), {words.Lanes}.Load(ref sums, 0)), ref sums, 0);");

    private static string Offset(int parameter) => parameter == 0 ? "lanes" : $"{parameter + 1} * lanes";
}
