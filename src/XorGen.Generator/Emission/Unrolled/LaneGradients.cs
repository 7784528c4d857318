using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Emission.Unrolled;

/// <summary>Writes the backward pass of a block of samples, one in each lane.</summary>
internal sealed class LaneGradients(CodeNames names, SourceWriter writer, StraightLineLoss loss)
{
    private NetworkPlan Plan => names.Plan;

    private StraightLine Lines => loss.Lines;

    /// <summary>Writes the statements that compute the derivatives, from the last layer to the first.</summary>
    /// <param name="store">Writes what is done with a row of derivatives by parameters: their first index, and their products a b, or a alone.</param>
    public void Write(Action<int, string?, IReadOnlyList<string>> store)
    {
        loss.WriteDelta(weighs: !WeighsBeforeDelta(Plan.Output));
        if (Plan.Output.IsLearned)
        {
            string gradient = StraightLineLoss.AlphaGradient(Plan.Output).Name;
            writer.Write($"{gradient} = L.Multiply({gradient}, weight);");
        }

        foreach (DensePlan layer in Plan.Layers.Reverse())
        {
            bool weighs = WeighsBeforeDelta(layer);
            string times = weighs ? ", times weight" : string.Empty;
            string[] deltas = [.. Enumerable.Range(0, layer.Outputs).Select(j => StraightLineLoss.Delta(layer, j).Name)];
            writer.Separate();
            writer.Write($"// ∂loss/∂W{layer.Number} = {Formulas.Input(layer, drops: true)} d{layer.Number}ᵀ, ∂loss/∂b{layer.Number} = d{layer.Number}{times}");
            for (int i = 0; i < layer.Inputs; i++)
            {
                string input = Lines.Input(layer, i).Name;
                store(layer.WeightIndex(i, 0), weighs ? $"L.Multiply({input}, weight)" : input, deltas);
            }

            store(layer.BiasIndex(0), weighs ? "weight" : null, deltas);
            if (layer.IsLearned)
            {
                store(layer.AlphaIndex, null, [StraightLineLoss.AlphaGradient(layer).Name]);
            }

            if (!layer.IsFirst)
            {
                WritePreviousDelta(layer, Plan.Layers[layer.Number - 2]);
            }
        }
    }

    /// <summary>
    /// Whether the weight of a sample is multiplied to all that its delta is multiplied with, and not to the delta: the only
    /// output's delta is what everything waits for, and the rest is there before it.
    /// </summary>
    private bool WeighsBeforeDelta(DensePlan layer) =>
        layer == Plan.Output && layer.Outputs == 1 && !layer.IsFirst && HasFactorBeforeDelta(Plan.Layers[layer.Number - 2]);

    /// <summary>Whether a layer's slopes multiply the weights of a single output before the delta of that is there; a learned activation's gradient needs the product without them.</summary>
    private static bool HasFactorBeforeDelta(DensePlan layer) => !layer.Elementwise!.IsIdentity && !layer.IsLearned;

    private void WritePreviousDelta(DensePlan layer, DensePlan previous)
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
                Lines.Fold(delta, StraightLineLoss.Delta(layer, 0) * factor, Kept(layer, i));
                continue;
            }

            IEnumerable<Func<Expression, Expression>> sum = Enumerable.Range(1, layer.Outputs - 1).Select<int, Func<Expression, Expression>>(
                j => value => FusedMultiplyAdd(StraightLineLoss.Delta(layer, j), StraightLine.Parameter(layer.Weight(i, j)), value));
            Func<Expression, Expression>[] slopes = previous.Elementwise!.IsIdentity
                ? []
                : [value => value * previous.Elementwise!.Derivative(StraightLine.Z(previous, i), StraightLine.A(previous, i))];
            Expression first = StraightLineLoss.Delta(layer, 0) * (Expression)weight;
            if (!previous.IsLearned)
            {
                Lines.Fold(delta, first, [.. sum, .. Kept(layer, i), .. slopes]);
                continue;
            }

            Lines.Fold(delta, first, [.. sum, .. Kept(layer, i)]);
            Lines.AddAlphaGradient(previous, i, delta);
            Lines.Assign(delta, slopes[0](delta));
        }
    }

    /// <summary>Multiplies the derivative by a value that may have been dropped with its factor.</summary>
    private static Func<Expression, Expression>[] Kept(DensePlan layer, int input) =>
        layer.Dropout is { } dropout ? [value => value * dropout.Factor(input)] : [];
}
