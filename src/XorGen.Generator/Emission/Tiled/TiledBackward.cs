using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Emission.Dropout;
using XorGen.Generator.Emission.Learned;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Tiled;

/// <summary>Writes what training is made of: the way of some rows through all layers and back, then the gradients.</summary>
internal sealed class TiledBackward(Vocabulary words, TiledLayout layout)
{
    private NetworkPlan Plan => words.Plan;

    public IEnumerable<string> Names =>
        ["PrepareTraining", "PassRows", "UpdateParameters", "Kernels", "AwaitStaticConstructor", "MeanScale", .. HasLossType ? new[] { "Loss" } : []];

    private bool HasLossType => Plan.Loss is not SoftmaxCrossEntropyLoss;

    private bool HasHidden => Plan.Layers.Count > 1;

    private string Driver => $"{Vocabulary.Numerics}.TiledTraining<{words.T}, Kernels>";

    public void Write(SourceWriter writer)
    {
        WriteCompute(writer);
        WritePassRows(writer);
        WriteUpdateParameters(writer);
        if (HasLossType)
        {
            new TiledLoss(words).Write(writer);
        }

        WriteKernels(writer);
    }

    /// <summary>Calls the driver of a step.</summary>
    public string Run(string targets, string rowWeights, string scale, string weights, string biases, string position) =>
        $"{Driver}.Run(ref _block[_blockStart], ref PrepareTraining()[_trainingStart], inputs, {targets}, {rowWeights}, {scale}, _threads, {weights}, {biases}{(Plan.Drops ? $", {position}" : string.Empty)})";

    private static string Lower(string name) => name.ToLowerInvariant();

    private void WriteCompute(SourceWriter writer)
    {
        string divisor = Plan.LossDivisor == 1 ? "total" : $"(total * {Plan.LossDivisor})";
        int blocks = 1 + Plan.Step.States.Count;
        writer.Separate();
        writer.Write(
            $$"""
            {{BackwardEmitter.LossHeader(words)}}
            {
                return {{Driver}}.Evaluate(ref _block[_blockStart], inputs, targets, labels, rowWeights, MeanScale(rowWeights, rows));
            }

            {{BackwardEmitter.GradientHeader(words)}}
            {
                {{Vocabulary.Numerics}}.KeepGradient<{{words.T}}> keep = default;
                return {{Run("targets, labels", "rowWeights", "MeanScale(rowWeights, rows)", "keep", "keep", DropoutPlan.PositionField)}};
            }

            /// <summary>The factor of a row's loss, times its weight where the rows have weights, in the mean.</summary>
            {{Vocabulary.Generated}}
            private static {{words.T}} MeanScale({{words.ReadOnlySpan}} rowWeights, int rows)
            {
                double total = rowWeights.IsEmpty ? rows : {{Vocabulary.Numerics}}.RowWeights.Sum(rowWeights);
                return ({{words.T}})(1.0 / {{divisor}});
            }

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

    private void WritePassRows(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Passes some rows of a block through all layers to their losses and, when it trains, back to the derivative d by each z.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private static void PassRows{words.VectorGenerics}(in {Vocabulary.Numerics}.TiledPass<{words.T}> pass, int first, int rows)\n{words.VectorConstraints}");
        writer.Write($"ref {words.T} x = ref pass.Inputs(first * InputCount);");
        if (HasHidden)
        {
            writer.Write($"ComputeHidden{words.VectorGenerics}(ref pass.Parameters(0), ref x, first, rows, ref pass.Scratch(0){TiledDropout.Argument(words, "pass")});");
        }

        WriteLastLayer(writer);
        if (HasHidden || Plan.Output.IsLearned)
        {
            writer.Separate();
            writer.Open("if (!pass.IsTraining)");
            writer.Write("return;");
            writer.Close();
        }

        if (Plan.Output.IsLearned)
        {
            writer.Separate();
            writer.Write($"// d{Plan.Output.Number}, so far the derivative by a{Plan.Output.Number}, · {Plan.Output.Activation.Name}'(z{Plan.Output.Number})");
            LearnedEmitter.WriteBackward(writer, words, Plan.Output, Lower(TiledLayout.Z(Plan.Output)), $"d{Plan.Output.Number}");
        }

        foreach (DensePlan layer in Plan.Layers.Skip(1).Reverse())
        {
            WritePropagateBack(writer, layer);
        }

        writer.Close();
    }

    private void WriteLastLayer(SourceWriter writer)
    {
        DensePlan layer = Plan.Output;
        string d = $"d{layer.Number}";
        string x = "x";
        writer.Separate();
        writer.Write($"// {Formulas.Sum(layer, drops: true)}, in the place where d{layer.Number} will be");
        if (HasHidden)
        {
            DensePlan before = Plan.Layers[layer.Number - 2];
            writer.Write(Row(TiledLayout.A(before), Lower(TiledLayout.A(before)), before.PaddedOutputs));
            x = Lower(TiledLayout.A(before));
        }

        x = TiledDropout.WriteForward(writer, words, layer, x, (name, stride) => $"pass.Scratch(Offsets.{name} + (first * {stride}))");

        writer.Write(Row(TiledLayout.A(layer), d, layer.PaddedOutputs));
        string z = d;
        if (layer.IsLearned)
        {
            z = Lower(TiledLayout.Z(layer));
            writer.Write(Row(TiledLayout.Z(layer), z, layer.PaddedOutputs));
        }

        writer.Write($"{Vocabulary.Numerics}.DenseKernels.ForwardSums{TiledForward.Generics(words, layer)}(rows, ref {x}, ref pass.Parameters(Offsets.W{layer.Number}), ref {z});");
        if (layer.IsLearned)
        {
            LearnedEmitter.WriteForward(writer, words, layer, $"ref {z}", $"pass.Parameters(Offsets.Alpha{layer.Number})", $"ref {d}");
        }

        writer.Separate();
        writer.Write($"// loss = {Plan.Loss.OutputFormula}{TiledLoss.OfSmoothedTargets(Plan)}, {d} = scale · ∂loss/∂z{layer.Number}");
        writer.Write(Row("Losses", "losses", $"(first / {Plan.Number.Lanes()})"));
        if (layer.Elementwise is null)
        {
            writer.Write(Row("Columns", "columns", layout.ColumnsPerRow));
            writer.Write($"{TiledForward.RowActivation(words)}.{RowLoss(layer)}(pass, first, rows, ref {d}, ref columns, ref losses{CrossEntropySmoothing});");
        }
        else
        {
            writer.Write(Row("Targets", "targets", layer.PaddedOutputs));
            writer.Write($"{Vocabulary.Numerics}.LossKernels.Elementwise<{words.Vector}, {words.Lanes}, {words.T}, {TiledStorage.Layer(layer)}, Loss>(pass, first, rows, ref {d}, ref targets, ref losses);");
        }
    }

    /// <summary>The kernel of the loss after an activation of whole rows.</summary>
    private string RowLoss(DensePlan output) => (Plan.Loss, output.Activation) switch
    {
        (SoftmaxCrossEntropyLoss, _) => "CrossEntropy",
        (ElementwiseLoss, SoftmaxActivation { IsLogarithm: true }) => "ElementwiseOfLogarithms<Loss>",
        (ElementwiseLoss, SoftmaxActivation) => "Elementwise<Loss>",
        (MeanVarianceLoss, MeanVarianceActivation) => "MeanVarianceLoss<Loss>",
        _ => throw new InvalidOperationException($"No kernel for the loss {Plan.Loss.Name} on {output.Activation.Name}."),
    };

    /// <summary>The argument for label smoothing, which the other losses have in their formulas.</summary>
    private string CrossEntropySmoothing =>
        Plan.Loss is SoftmaxCrossEntropyLoss { LabelSmoothing: > 0 } ? $", {words.Literal(Plan.Loss.LabelSmoothing)}" : string.Empty;

    private void WritePropagateBack(SourceWriter writer, DensePlan layer)
    {
        DensePlan before = Plan.Layers[layer.Number - 2];
        string factor = layer.Dropout is null ? string.Empty : $" · m{before.Number}";
        string slope = factor + (before.Elementwise!.IsIdentity ? string.Empty : $" · {before.Activation.Name}'(z{before.Number})");
        string a = Lower(TiledLayout.A(before));
        string d = Lower(TiledLayout.D(before));
        writer.Separate();
        writer.Write($"// {d} = W{layer.Number} d{layer.Number}{slope}");
        if (layer != Plan.Output)
        {
            writer.Write(Row(TiledLayout.A(before), a, before.PaddedOutputs));
        }

        string z = a;
        if (TiledLayout.KeepsZ(before))
        {
            z = Lower(TiledLayout.Z(before));
            writer.Write(Row(TiledLayout.Z(before), z, before.PaddedOutputs));
        }

        writer.Write(Row(TiledLayout.D(before), d, before.PaddedOutputs));
        string generics = $"<{words.Vector}, {words.Lanes}, {words.T}, {TiledStorage.Layer(layer)}, {TiledStorage.Layer(before)}>";
        string weights = TiledLayout.IsTransposed(layer) ? $"pass.Scratch(Offsets.{TiledLayout.Transposed(layer)})" : $"pass.Parameters(Offsets.W{layer.Number})";
        writer.Write($"{Vocabulary.Numerics}.DenseKernels.PropagateBack{generics}(rows, ref d{layer.Number}, ref {weights}, ref {z}, ref {a}, ref {d});");
        TiledDropout.WriteBackward(writer, words, layer.Dropout, d);
        if (before.IsLearned)
        {
            LearnedEmitter.WriteBackward(writer, words, before, z, d);
        }
    }

    private string Row(string offset, string name, int stride) => Row(offset, name, $"(first * {stride})");

    private string Row(string offset, string name, string distance) =>
        $"ref {words.T} {name} = ref pass.Scratch(Offsets.{offset} + {distance});";

    private void WriteUpdateParameters(SourceWriter writer)
    {
        writer.Separate();
        writer.Write("/// <summary>Computes a part of the gradients from all rows of a block and gives them to an update.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open(
            $"private static void UpdateParameters<{words.Vector}, {words.Lanes}, {words.Update}>(in {Vocabulary.Numerics}.TiledPass<{words.T}> pass, {Vocabulary.Numerics}.WorkPart part, {words.Update} weights, {words.Update} biases)\n{words.VectorConstraints}\n{Constraint}");
        foreach (DensePlan layer in Plan.Layers.Reverse())
        {
            string x = layer.Dropout is { } dropout ? $"ref pass.Scratch(Offsets.{TiledLayout.H(dropout)})"
                : layer.IsFirst ? "ref pass.Inputs(0)" : $"ref pass.Scratch(Offsets.{TiledLayout.A(Plan.Layers[layer.Number - 2])})";
            string d = layer == Plan.Output ? TiledLayout.A(layer) : TiledLayout.D(layer);
            writer.Separate();
            writer.Write($"// ∂loss/∂W{layer.Number} = {Formulas.Input(layer, drops: true)} d{layer.Number}ᵀ, ∂loss/∂b{layer.Number} = d{layer.Number}");
            writer.Write(
                $"{Vocabulary.Numerics}.DenseKernels.Update<{words.Vector}, {words.Lanes}, {words.T}, {TiledStorage.Layer(layer)}, {words.Update}>(pass, part, {x}, ref pass.Scratch(Offsets.{d}), Offsets.W{layer.Number}, weights, biases);");
            LearnedEmitter.WriteUpdate(writer, words, layer);
        }

        writer.Close();
    }

    private string Constraint => $"    where {words.Update} : struct, {Vocabulary.Numerics}.IParameterUpdate<{words.T}>";

    private void WriteKernels(SourceWriter writer)
    {
        writer.Separate();
        writer.Write(
            $$"""
            /// <summary>Does nothing, when it can be called: while a static constructor of this class runs, only its own thread can.</summary>
            {{Vocabulary.Generated}}
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            private static void AwaitStaticConstructor()
            {
            }

            """);
        writer.Write("/// <summary>What the runtime, which takes batches apart, needs of this network.</summary>");
        writer.Write(Vocabulary.Generated);
        writer.Open($"private readonly struct Kernels : {Vocabulary.Numerics}.ITiledKernels<{words.T}>");
        writer.Write(
            $$"""
            public static int InputCount => {{Plan.Spec.Inputs}};

            public static int TargetCount => {{Plan.TargetCount}};

            public static int MultiplyAdds => {{Math.Min(Plan.MultiplyAdds, int.MaxValue)}};

            public static int BlockRows => {{layout.BlockRows}};

            public static int GradientLength => BlockLength;

            public static int ScratchLength => Offsets.TrainingEnd;

            public static int Losses => Offsets.Losses;

            public static void EnsureCallable() => AwaitStaticConstructor();

            """);
        WritePrepare(writer);
        writer.Separate();
        writer.Open($"public static void PassRows(in {Vocabulary.Numerics}.TiledPass<{words.T}> pass, int first, int rows)");
        writer.Write(words.AtWidestWidth("PassRows", "pass, first, rows"));
        writer.Close();
        writer.Separate();
        writer.Open(
            $"public static void Update<{words.Update}>(in {Vocabulary.Numerics}.TiledPass<{words.T}> pass, {Vocabulary.Numerics}.WorkPart part, {words.Update} weights, {words.Update} biases)\n{Constraint}");
        writer.Write(words.AtWidestWidth("UpdateParameters", "pass, part, weights, biases", $", {words.Update}"));
        writer.Close();
        writer.Close();
    }

    private void WritePrepare(SourceWriter writer)
    {
        writer.Open($"public static void Prepare(in {Vocabulary.Numerics}.TiledPass<{words.T}> pass)");
        foreach (DensePlan layer in Plan.Layers.Where(TiledLayout.IsTransposed))
        {
            writer.Write(
                $"{Vocabulary.Numerics}.DenseKernels.Transpose<{words.T}, {TiledStorage.Layer(layer)}>(ref pass.Parameters(Offsets.W{layer.Number}), ref pass.Scratch(Offsets.{TiledLayout.Transposed(layer)}));");
        }

        writer.Close();
    }
}
