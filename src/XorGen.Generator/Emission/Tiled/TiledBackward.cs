using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Tiled;

/// <summary>Writes the kernels of Evaluate and Backward: block after block of rows through all layers and back.</summary>
internal sealed class TiledBackward(Vocabulary words)
{
    private readonly SoftmaxRows softmax = new(words);

    private NetworkPlan Plan => words.Plan;

    public IEnumerable<string> Names =>
        Hidden.Where(layer => !layer.Elementwise!.IsIdentity).Select(SlopeMethod).Concat(["PrepareTraining", "SumRows", "SumBlock", "ApplyLoss"]);

    private IEnumerable<DensePlan> Hidden => Plan.Layers.Take(Plan.Layers.Count - 1);

    private int VirtualLanes => Plan.Number.Lanes();

    public void Write(SourceWriter writer)
    {
        WriteCompute(writer);
        WritePrepareTraining(writer);
        WriteSumRows(writer);
        WriteSumBlock(writer);
        WriteApplyLoss(writer);
        foreach (DensePlan layer in Hidden.Where(layer => !layer.Elementwise!.IsIdentity))
        {
            WriteSlope(writer, layer);
        }
    }

    private static string SlopeMethod(DensePlan layer) => $"MultiplyBySlope{layer.Number}";

    private string Signature(string name) =>
        $"{words.T} {name}({words.ReadOnlySpan} inputs, {words.ReadOnlySpan} targets, {Vocabulary.Labels} labels, int rows";

    private void WriteCompute(SourceWriter writer)
    {
        writer.Separate();
        writer.Write(
            $$"""
            /// <summary>The mean loss. Targets are values or labels; the other span is empty.</summary>
            {{Vocabulary.Generated}}
            private {{Signature("ComputeLoss")}})
            {
                return SumRows(inputs, targets, labels, rows, ref {{Vocabulary.Unsafe}}.NullRef<{{words.T}}>());
            }

            /// <summary>The mean loss; the mean gradient goes to its place. Targets are values or labels; the other span is empty.</summary>
            {{Vocabulary.Generated}}
            private {{Signature("ComputeGradient")}})
            {
                {{words.Span}} gradient = new {{words.Span}}(PrepareTraining(), _trainingStart, BlockLength);
                gradient.Clear();
                return SumRows(inputs, targets, labels, rows, ref gradient[0]);
            }
            """);
    }

    private void WritePrepareTraining(SourceWriter writer)
    {
        int blocks = 1 + Plan.Step.States.Count;
        writer.Separate();
        writer.Write(
            $$"""
            /// <summary>Allocates the memory of training where it is not there yet.</summary>
            {{Vocabulary.Generated}}
            private {{words.T}}[] PrepareTraining()
            {
                if (_training is null)
                {
                    {{Vocabulary.Numerics}}.Blocks.Allocate({{blocks}} * BlockLength, out {{words.T}}[] training, out _trainingStart);
                    _training = training;
                }

                return _training;
            }
            """);
    }

    private void WriteSumRows(SourceWriter writer)
    {
        string divisor = Plan.LossDivisor == 1 ? "rows" : $"((double)rows * {Plan.LossDivisor})";
        int stride = Plan.Output.PaddedOutputs;
        string spread = $"{Vocabulary.Numerics}.RowBlocks.Spread(targets.Slice(first * OutputCount, count * OutputCount), OutputCount, blockTargets, {stride});";
        string copyTargets = Plan.Loss.TakesLabels
            ? $$"""
            if (targets.IsEmpty)
            {
                {{Vocabulary.Numerics}}.RowBlocks.OneHot(labels.Slice(first, count), blockTargets, {{stride}});
            }
            else
            {
                {{spread}}
            }

            """
            : spread;
        writer.Separate();
        writer.Write("/// <summary>The mean loss; adds to the gradient, unless that is a null reference.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private {Signature("SumRows")}, ref {words.T} gradient)");
        writer.Write(
            $"""
            ref {words.T} parameters = ref _block[_blockStart];
            {words.Span} memory = {Vocabulary.Numerics}.Scratch<{words.T}>.Get(Offsets.TrainingEnd);
            ref {words.T} scratch = ref memory[0];
            """);
        if (Plan.Layers.Count > 1)
        {
            writer.Open($"if (!{Vocabulary.Unsafe}.IsNullRef(ref gradient))");
            foreach (DensePlan layer in Plan.Layers.Skip(1))
            {
                writer.Write(
                    $"{Vocabulary.Numerics}.DenseKernels.Transpose<{words.T}, {TiledStorage.Shape(layer)}>({TiledForward.Parameters($"W{layer.Number}")}, {TiledForward.In(TiledLayout.Transposed(layer))});");
            }

            writer.Close();
            writer.Separate();
        }

        writer.Write(
            $"""
            {words.T} scale = ({words.T})(1.0 / {divisor});
            {words.Span} sums = stackalloc {words.T}[{VirtualLanes}];
            sums.Clear();
            """);
        writer.Open("for (int first = 0; first < rows; first += BlockRows)");
        writer.Write($"int count = global::System.Math.Min(BlockRows, rows - first);");
        writer.Write($"{words.Span} blockTargets = memory.Slice(Offsets.Targets, count * {stride});");
        writer.Write(copyTargets);
        writer.Write($"ref {words.T} blockInputs = ref {Vocabulary.Unsafe}.Add(ref {Vocabulary.Memory}.GetReference(inputs), first * InputCount);");
        writer.Write(words.AtWidestWidth("SumBlock", "ref parameters, ref blockInputs, count, ref scratch, scale, ref sums[0], ref gradient"));
        writer.Close();
        writer.Separate();
        writer.Write($"return scale * {Vocabulary.Numerics}.VirtualLanes.Sum(ref sums[0], {VirtualLanes});");
        writer.Close();
    }

    private void WriteSumBlock(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Adds the losses of a block of rows to the sums, and its gradient to the gradient unless that is a null reference.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private static void SumBlock{words.VectorGenerics}(ref {words.T} parameters, ref {words.T} inputs, int rows, ref {words.T} scratch, {words.T} scale, ref {words.T} sums, ref {words.T} gradient)\n{words.VectorConstraints}");
        string row = Plan.Output.Activation is SoftmaxActivation ? ", " + TiledForward.In("Row") : string.Empty;
        writer.Write(
            $$"""
            ComputeSums{{words.VectorGenerics}}(ref parameters, ref inputs, rows, ref scratch);
            ApplyLoss{{words.VectorGenerics}}({{TiledForward.In(Delta(Plan.Output))}}, {{TiledForward.In("Targets")}}, rows, scale, ref sums{{row}});
            if ({{Vocabulary.Unsafe}}.IsNullRef(ref gradient))
            {
                return;
            }

            """);
        foreach (DensePlan layer in Plan.Layers.Reverse())
        {
            WriteLayer(writer, layer);
        }

        writer.Close();
    }

    private void WriteLayer(SourceWriter writer, DensePlan layer)
    {
        string generics = $"<{words.Vector}, {words.Lanes}, {words.T}, {TiledStorage.Shape(layer)}>";
        string x = layer.IsFirst ? "ref inputs" : TiledForward.In(TiledLayout.A(Plan.Layers[layer.Number - 2]));
        string d = TiledForward.In(Delta(layer));
        writer.Separate();
        writer.Write($"// ∂loss/∂W{layer.Number} = {Formulas.Input(layer)} d{layer.Number}ᵀ, ∂loss/∂b{layer.Number} = d{layer.Number}");
        writer.Write($"{Vocabulary.Numerics}.DenseKernels.AddWeightGradient{generics}(rows, {x}, {d}, {Gradient($"W{layer.Number}")});");
        writer.Write($"{Vocabulary.Numerics}.DenseKernels.AddBiasGradient{generics}(rows, {d}, {Gradient($"B{layer.Number}")});");
        if (layer.IsFirst)
        {
            return;
        }

        DensePlan previous = Plan.Layers[layer.Number - 2];
        bool isIdentity = previous.Elementwise!.IsIdentity;
        writer.Separate();
        writer.Write($"// d{previous.Number} = W{layer.Number} d{layer.Number}{(isIdentity ? string.Empty : $" · {previous.Activation.Name}'(z{previous.Number})")}");
        writer.Write(
            $"{Vocabulary.Numerics}.DenseKernels.PropagateBack{generics}(rows, {d}, {TiledForward.In(TiledLayout.Transposed(layer))}, {TiledForward.In(TiledLayout.D(previous))});");
        if (!isIdentity)
        {
            writer.Write(
                $"{SlopeMethod(previous)}{words.VectorGenerics}({TiledForward.In(TiledLayout.Z(previous))}, {TiledForward.In(TiledLayout.A(previous))}, {TiledForward.In(TiledLayout.D(previous))}, rows);");
        }
    }

    /// <summary>The derivative by the last layer's z takes its place.</summary>
    private string Delta(DensePlan layer) => layer == Plan.Output ? TiledLayout.A(layer) : TiledLayout.D(layer);

    private static string Gradient(string offset) => $"ref {Vocabulary.Unsafe}.Add(ref gradient, Offsets.{offset})";

    private void WriteApplyLoss(SourceWriter writer)
    {
        bool isSoftmax = Plan.Output.Activation is SoftmaxActivation;
        writer.Separate();
        writer.Write($"/// <summary>Adds the losses, {StepEmitter.Escape(Plan.Loss.Formula)}, and turns z{Plan.Output.Number} to d{Plan.Output.Number} = scale · ∂loss/∂z{Plan.Output.Number}.</summary>");
        writer.Write(Vocabulary.Generated);
        string row = isSoftmax ? $", ref {words.T} e" : string.Empty;
        writer.Open(
            $"private static void ApplyLoss{words.VectorGenerics}(ref {words.T} outputs, ref {words.T} targets, int rows, {words.T} scale, ref {words.T} sums{row})\n{words.VectorConstraints}");
        if (isSoftmax)
        {
            softmax.WriteLoss(writer);
        }
        else
        {
            WriteElementwiseLoss(writer, Plan.Output.Elementwise!);
        }

        writer.Close();
    }

    private void WriteElementwiseLoss(SourceWriter writer, ElementwiseActivation activation)
    {
        var z = new Variable("z");
        Variable a = activation.IsIdentity ? z : new Variable("a");
        var y = new Variable("y");
        Expression value = Plan.Loss switch
        {
            LogitLoss loss => loss.Value(z, y),
            _ => ((ElementwiseLoss)Plan.Loss).Value(a, y),
        };
        Expression delta = Plan.Loss switch
        {
            LogitLoss loss => loss.Delta(a, y),
            _ when activation.IsIdentity => ((ElementwiseLoss)Plan.Loss).Derivative(a, y),
            _ => ((ElementwiseLoss)Plan.Loss).Derivative(a, y) * activation.Derivative(z, a),
        };
        writer.Open($"for (int column = 0; column < {Plan.Output.PaddedOutputs}; column += {words.Lanes}.Count)");
        writer.Write(
            $"""
            {words.Vector} mask = {words.Lanes}.FirstLanes(OutputCount - column);
            nuint lane = (nuint)(column % {VirtualLanes});
            {words.Vector} sum = {words.Lanes}.Load(ref sums, lane);
            """);
        writer.Open("for (int row = 0; row < rows; row++)");
        writer.Write(
            $"""
            nuint offset = (nuint)((row * {Plan.Output.PaddedOutputs}) + column);
            {words.Vector} z = {words.Lanes}.Load(ref outputs, offset);
            {words.Vector} y = {words.Lanes}.Load(ref targets, offset);
            """);
        if (!activation.IsIdentity)
        {
            writer.Write($"{words.Vector} a = {words.Vectors.Print(activation.Forward(z))};");
        }

        writer.Write(
            $"""
            {words.Vector} loss = {words.Vectors.Print(value)};
            sum = {words.Lanes}.Add(sum, {words.Lanes}.Select(mask, loss, {words.Lanes}.Zero));
            {words.Vector} d = {words.Vectors.Print(delta * new Broadcast("scale"))};
            {words.Lanes}.Store({words.Lanes}.Select(mask, d, {words.Lanes}.Zero), ref outputs, offset);
            """);
        writer.Close();
        writer.Separate();
        writer.Write($"{words.Lanes}.Store(sum, ref sums, lane);");
        writer.Close();
    }

    private void WriteSlope(SourceWriter writer, DensePlan layer)
    {
        var z = new Variable("z");
        var a = new Variable("a");
        var d = new Variable("d");
        Expression slope = layer.Elementwise!.Derivative(z, a);
        writer.Separate();
        writer.Write($"/// <summary>d{layer.Number} is multiplied by {layer.Activation.Name}'(z{layer.Number}).</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private static void {SlopeMethod(layer)}{words.VectorGenerics}(ref {words.T} sums, ref {words.T} outputs, ref {words.T} deltas, int rows)\n{words.VectorConstraints}");
        writer.Open($"for (nuint i = 0; i < (nuint)(rows * {layer.PaddedOutputs}); i += (nuint){words.Lanes}.Count)");
        if (TiledLayout.KeepsZ(layer))
        {
            writer.Write($"{words.Vector} z = {words.Lanes}.Load(ref sums, i);");
        }

        if (slope.Mentions(a))
        {
            writer.Write($"{words.Vector} a = {words.Lanes}.Load(ref outputs, i);");
        }

        writer.Write($"{words.Vector} d = {words.Lanes}.Load(ref deltas, i);");
        writer.Write($"{words.Lanes}.Store({words.Vectors.Print(d * slope)}, ref deltas, i);");
        writer.Close();
        writer.Close();
    }
}
