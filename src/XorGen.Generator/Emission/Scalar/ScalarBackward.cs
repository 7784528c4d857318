using XorGen.Generator.Emission.Dropout;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;
using static XorGen.Generator.Expressions.Expression;

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

    public IEnumerable<string> Names => [.. dropout.Names, "LanesFor", "SumRows", "SumRest", "SumBlock", "SumLanes", "AddLosses", "AddGradients"];

    public void Write(SourceWriter writer)
    {
        WriteComputeLoss(writer);
        WriteComputeGradient(writer);
        WriteLanesFor(writer);
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

    private string Signature(string name) =>
        $"{words.T} {name}({words.ReadOnlySpan} inputs, {words.ReadOnlySpan} targets, {Vocabulary.Labels} labels, {words.ReadOnlySpan} rowWeights, int rows)";

    private string MinusZero => Plan.Number == NumberFormat.Single ? "-0f" : "-0.0";

    /// <summary>What the loss of a row is multiplied with where there are no weights, from the number of rows.</summary>
    public string Share(string rows) => ShareOf(Plan.LossDivisor == 1 ? rows : $"((double){rows} * {Plan.LossDivisor})");

    private string ShareOf(string divisor) => $"({words.T})(1.0 / {divisor})";

    private void WriteComputeLoss(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>The mean loss. Targets are values or labels; the other span is empty, and so is that of the weights where all rows count alike.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private {words.Readonly}{Signature("ComputeLoss")}");
        writer.Write(
            $$"""
            int lanes = LanesFor(rows);
            {{words.Span}} sums = stackalloc {{words.T}}[{{MaximumLanes}}];
            // To add to -0 changes nothing, not even the sign of a zero.
            {{Vocabulary.Numerics}}.VirtualLanes.Begin(sums);
            SumRows(inputs, targets, labels, rowWeights, rows, ref sums[0], lanes, withGradients: false);
            return {{Vocabulary.Numerics}}.VirtualLanes.Sum(ref sums[0], lanes);
            """);
        writer.Close();
    }

    private void WriteComputeGradient(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>The mean loss; the mean gradient goes to its field. Targets are values or labels; the other span is empty, and so is that of the weights where all rows count alike.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private {Signature("ComputeGradient")}");
        writer.Write(
            $$"""
            int lanes = LanesFor(rows);
            // The loss, then the derivative by each parameter: a sum in each virtual lane.
            {{words.Span}} sums = stackalloc {{words.T}}[(1 + ParameterCount) * {{MaximumLanes}}];
            sums = sums.Slice(0, (1 + ParameterCount) * lanes);
            // To add to -0 changes nothing, not even the sign of a zero.
            sums.Fill({{MinusZero}});
            SumRows(inputs, targets, labels, rowWeights, rows, ref sums[0], lanes, withGradients: true);
            {{words.Span}} gradient = {{Vocabulary.Memory}}.CreateSpan(ref _gradient.{{Plan.Layers[0].Weight(0, 0)}}, ParameterCount);
            for (int i = 0; i < gradient.Length; i++)
            {
                gradient[i] = {{Vocabulary.Numerics}}.VirtualLanes.Sum(ref sums[(1 + i) * lanes], lanes);
            }

            return {{Vocabulary.Numerics}}.VirtualLanes.Sum(ref sums[0], lanes);
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
        writer.Write("/// <summary>Adds up blocks of as many rows as there are virtual lanes.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private {words.Readonly}void SumRows({words.ReadOnlySpan} inputs, {words.ReadOnlySpan} targets, {Vocabulary.Labels} labels, {words.ReadOnlySpan} rowWeights, int rows, ref {words.T} sums, int lanes, bool withGradients)");
        writer.Write($"double total = rowWeights.IsEmpty ? rows : {Vocabulary.Numerics}.RowWeights.Sum(rowWeights);");
        writer.Write($"{words.T} scale = {ShareOf(Plan.LossDivisor == 1 ? "total" : $"(total * {Plan.LossDivisor})")};");
        writer.Write("int first = 0;");
        string accelerated = words.WidthOfFour == 128 ? string.Empty : $" && {words.LanesOf(words.WidthOfFour)}.IsHardwareAccelerated";
        string arguments = $"(ref x, ref y, ref w, lanes, scale, ref sums, lanes, withGradients{RowArgument("first")});";
        writer.Write(
            $$"""
            for (; {{(takesLabels ? "labels.IsEmpty && " : string.Empty)}}first + lanes <= rows; first += lanes)
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
                    weight = {{words.Lanes}}.Multiply(weight, {{words.Lanes}}.Load(ref rowWeights, (nuint)lane));
                }

                if (withGradients)
                {
                    AddGradients{{words.VectorGenerics}}(ref x, ref y, mask, weight, ref {{Vocabulary.Unsafe}}.Add(ref sums, lane), (nuint)lanes{{RowArgument("row + lane")}});
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
        WriteForward(writer).WriteLoss();
        WriteAddLoss(writer);
        writer.Close();
    }

    private void WriteAddGradients(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Adds the losses of the rows, one in each lane, and the derivatives of each by every parameter, times weight, where the mask is set.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private {words.Readonly}void AddGradients{words.VectorGenerics}(ref {words.T} inputs, ref {words.T} targets, {words.Vector} mask, {words.Vector} weight, ref {words.T} sums, nuint lanes{RowParameter})\n{words.VectorConstraints}");
        StraightLineLoss loss = WriteForward(writer, drops: true);
        loss.WriteLoss();
        WriteAddLoss(writer);
        WriteGradients(
            writer,
            loss,
            (i, a, b) => $"{words.Lanes}.Store({words.Lanes}.FusedMultiplyAdd({a}, {b}, {words.Lanes}.Load(ref sums, {Offset(i)})), ref sums, {Offset(i)});",
            (i, a) => $"{words.Lanes}.Store({words.Lanes}.Add({words.Lanes}.Load(ref sums, {Offset(i)}), {a}), ref sums, {Offset(i)});");
        writer.Close();
    }

    /// <summary>Writes the statements that compute the outputs of each row.</summary>
    public StraightLineLoss WriteForward(SourceWriter writer, bool writesParameters = false, bool drops = false)
    {
        writer.Write($"ref {(writesParameters ? string.Empty : "readonly ")}PerParameter p = ref _parameters;");
        ScalarForward.WriteLoadInputs(writer, words);
        for (int j = 0; j < Plan.TargetCount; j++)
        {
            writer.Write(Plan.TargetCount == 1
                ? $"{words.Vector} y{j} = {words.Lanes}.Load(ref targets, 0);"
                : $"{words.Vector} y{j} = {words.Lanes}.LoadStrided(ref targets, {j}, {words.TargetCount});");
        }

        var lines = new StraightLine(words, words.Vectors, writer, drops);
        lines.WriteForward(forLoss: true);
        var loss = new StraightLineLoss(words, lines, writer);
        loss.WriteSmoothedTargets();
        return loss;
    }

    /// <summary>
    /// Writes the statements that compute the derivatives, from the last layer to the first. What becomes of the derivative
    /// by parameter i, a product a b or a single value a, the caller says.
    /// </summary>
    public void WriteGradients(
        SourceWriter writer, StraightLineLoss loss, Func<int, string, string, string> product, Func<int, string, string> value)
    {
        StraightLine lines = loss.Lines;
        loss.WriteDelta();
        for (int j = 0; j < Plan.Spec.Outputs && !WeighsBeforeDelta(Plan.Output); j++)
        {
            string delta = StraightLineLoss.Delta(Plan.Output, j).Name;
            writer.Write($"{delta} = {words.Lanes}.Multiply({delta}, weight);");
        }

        if (Plan.Output.IsLearned)
        {
            string gradient = StraightLineLoss.AlphaGradient(Plan.Output).Name;
            writer.Write($"{gradient} = {words.Lanes}.Multiply({gradient}, weight);");
        }

        foreach (DensePlan layer in Plan.Layers.Reverse())
        {
            bool weighs = WeighsBeforeDelta(layer);
            string times = weighs ? ", times weight" : string.Empty;
            writer.Separate();
            writer.Write($"// ∂loss/∂W{layer.Number} = {Formulas.Input(layer, drops: true)} d{layer.Number}ᵀ, ∂loss/∂b{layer.Number} = d{layer.Number}{times}");
            for (int i = 0; i < layer.Inputs; i++)
            {
                for (int j = 0; j < layer.Outputs; j++)
                {
                    string input = lines.Input(layer, i).Name;
                    input = weighs ? $"{words.Lanes}.Multiply({input}, weight)" : input;
                    writer.Write(product(layer.WeightIndex(i, j), input, StraightLineLoss.Delta(layer, j).Name));
                }
            }

            for (int j = 0; j < layer.Outputs; j++)
            {
                string delta = StraightLineLoss.Delta(layer, j).Name;
                writer.Write(weighs ? product(layer.BiasIndex(j), "weight", delta) : value(layer.BiasIndex(j), delta));
            }

            if (layer.IsLearned)
            {
                writer.Write(value(layer.AlphaIndex, StraightLineLoss.AlphaGradient(layer).Name));
            }

            if (!layer.IsFirst)
            {
                WritePreviousDelta(writer, lines, layer, Plan.Layers[layer.Number - 2]);
            }
        }
    }

    /// <summary>
    /// Whether what a row counts is multiplied to all that its delta is multiplied with, and not to the delta: the only
    /// output's delta is what everything waits for, and the rest is there before it.
    /// </summary>
    private bool WeighsBeforeDelta(DensePlan layer) =>
        layer == Plan.Output && layer.Outputs == 1 && !layer.IsFirst && HasFactorBeforeDelta(Plan.Layers[layer.Number - 2]);

    /// <summary>Whether a layer's slopes multiply the weights of a single output before the delta of that is there; a learned activation's gradient needs the product without them.</summary>
    private static bool HasFactorBeforeDelta(DensePlan layer) => !layer.Elementwise!.IsIdentity && !layer.IsLearned;

    private void WritePreviousDelta(SourceWriter writer, StraightLine lines, DensePlan layer, DensePlan previous)
    {
        string kept = layer.Dropout is null ? string.Empty : $" · m{previous.Number}";
        string derivative = kept + (previous.Elementwise!.IsIdentity ? string.Empty : $" · {previous.Activation.Name}'(z{previous.Number})");
        writer.Separate();
        writer.Write($"// d{previous.Number} = W{layer.Number} d{layer.Number}{derivative}{(WeighsBeforeDelta(layer) ? ", times weight" : string.Empty)}");
        for (int i = 0; i < layer.Inputs; i++)
        {
            Variable delta = StraightLineLoss.Delta(previous, i);
            Expression weight = StraightLine.Parameter(layer.Weight(i, 0));
            if (layer.Outputs == 1 && HasFactorBeforeDelta(previous))
            {
                // The weight times the slope is there before the delta is.
                Expression slope = previous.Elementwise!.Derivative(StraightLine.Z(previous, i), StraightLine.A(previous, i));
                Expression factor = weight * slope;
                factor = WeighsBeforeDelta(layer) ? new Variable("weight") * factor : factor;
                lines.Declare(delta, StraightLineLoss.Delta(layer, 0) * factor);
                WriteFactor(lines, layer, i, delta);
                continue;
            }

            lines.Declare(delta, StraightLineLoss.Delta(layer, 0) * weight);
            for (int j = 1; j < layer.Outputs; j++)
            {
                lines.Assign(delta, FusedMultiplyAdd(StraightLineLoss.Delta(layer, j), StraightLine.Parameter(layer.Weight(i, j)), delta));
            }

            WriteFactor(lines, layer, i, delta);
            lines.AddAlphaGradient(previous, i, delta);
            if (!previous.Elementwise!.IsIdentity)
            {
                Expression slope = previous.Elementwise!.Derivative(StraightLine.Z(previous, i), StraightLine.A(previous, i));
                lines.Assign(delta, (Expression)delta * slope);
            }
        }
    }

    /// <summary>Multiplies the derivative by a value that may have been dropped with its factor.</summary>
    private static void WriteFactor(StraightLine lines, DensePlan layer, int input, Variable delta)
    {
        if (layer.Dropout is { } dropout)
        {
            lines.Assign(delta, (Expression)delta * dropout.Factor(input));
        }
    }

    private void WriteAddLoss(SourceWriter writer) =>
        writer.Write($"{words.Lanes}.Store({words.Lanes}.FusedMultiplyAdd(weight, {words.Lanes}.And(mask, loss), {words.Lanes}.Load(ref sums, 0)), ref sums, 0);");

    private static string Offset(int parameter) => parameter == 0 ? "lanes" : $"{parameter + 1} * lanes";
}
