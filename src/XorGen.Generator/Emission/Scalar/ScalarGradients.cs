using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Emission.Scalar;

/// <summary>Writes the way of some rows, one in each lane, through all layers, and the derivatives on the way back.</summary>
internal sealed class ScalarGradients(Vocabulary words)
{
    private NetworkPlan Plan => words.Plan;

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
    public void Write(
        SourceWriter writer, StraightLineLoss loss, Func<int, string, string, string> product, Func<int, string, string> value)
    {
        StraightLine lines = loss.Lines;
        loss.WriteDelta();
        bool weighsLater = WeighsBeforeDelta(Plan.Output);
        if (Masks && weighsLater)
        {
            string delta = StraightLineLoss.Delta(Plan.Output, 0).Name;
            writer.Write($"{delta} = {Masked(delta)};");
        }

        for (int j = 0; j < Plan.Spec.Outputs && !weighsLater; j++)
        {
            string delta = StraightLineLoss.Delta(Plan.Output, j).Name;
            string weighted = $"{words.Lanes}.Multiply({delta}, weight)";
            writer.Write($"{delta} = {(Masks ? Masked(weighted) : weighted)};");
        }

        if (Plan.Output.IsLearned)
        {
            string gradient = StraightLineLoss.AlphaGradient(Plan.Output).Name;
            writer.Write($"{gradient} = {Masked($"{words.Lanes}.Multiply({gradient}, weight)")};");
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
                    input = layer.IsFirst || Plan.Layers[layer.Number - 2].Activation.IsBounded ? input : Masked(input);
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
    /// Whether derivatives are masked: what is infinite in a row that only fills up the block must not become NaN by its weight of zero. Values
    /// of hidden neurons are masked where they may be infinite.
    /// </summary>
    private bool Masks => !Plan.Loss.HasBoundedDelta;

    private string Masked(string value) => $"{words.Lanes}.And(mask, {value})";

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
                WriteMask(writer, delta);
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

            WriteMask(writer, delta);
        }
    }

    private void WriteMask(SourceWriter writer, Variable delta)
    {
        if (Masks)
        {
            writer.Write($"{delta.Name} = {Masked(delta.Name)};");
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
}
