using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Emission.Unrolled;

/// <summary>Writes the loss of a row, summed over its outputs, and its derivative by the last layer's z, from y0, y1, ...</summary>
internal sealed class StraightLineLoss(CodeNames names, StraightLine lines, SourceWriter writer)
{
    private static readonly Variable LossName = new("loss");

    /// <summary>Gets what writes the layers.</summary>
    public StraightLine Lines => lines;

    private DensePlan Output => names.Plan.Output;

    /// <summary>The derivative of the loss by a neuron's z.</summary>
    public static Variable Delta(DensePlan layer, int j) => new($"d{layer.Number}_{j}");

    /// <summary>The derivative of the loss by the learned parameter of a layer's activation.</summary>
    public static Variable AlphaGradient(DensePlan layer) => new($"g_{layer.Alpha}");

    /// <summary>Writes the assignments that give each target its part for the other classes, where the network smooths labels.</summary>
    public void WriteSmoothedTargets()
    {
        Loss loss = names.Plan.Loss;
        if (loss.LabelSmoothing == 0)
        {
            return;
        }

        writer.Separate();
        writer.Write($"// y = {loss.SmoothedFormula(Output.Outputs)}");
        for (int j = 0; j < Output.Outputs; j++)
        {
            lines.Assign(Target(j), loss.Smoothed(Target(j), Output.Outputs));
        }
    }

    public void WriteLoss()
    {
        writer.Separate();
        string logits = names.Plan.Loss is LogitLoss logitLoss ? $" = {logitLoss.LogitFormula}" : string.Empty;
        writer.Write($"// loss = {names.Plan.Loss.OutputFormula}{logits}");
        if (names.Plan.Loss is SoftmaxCrossEntropyLoss && !IsLogarithm)
        {
            // -log a_j = log(sum) - (z_j - max)
            lines.Declare(StraightLine.LogTotal(Output), Log(StraightLine.Total(Output)));
        }

        lines.Fold(
            LossName,
            Value(0),
            Enumerable.Range(1, names.Plan.TargetCount - 1).Select<int, Func<Expression, Expression>>(j => sum => sum + Value(j)));
    }

    /// <summary>Writes the derivative by each z, times weight unless that is multiplied to whatever the only one will be multiplied with.</summary>
    public void WriteDelta(bool weighs)
    {
        writer.Separate();
        writer.Write($"// d{Output.Number} = ∂loss/∂z{Output.Number}");
        if (names.Plan.Loss is SoftmaxCrossEntropyLoss)
        {
            WriteProbabilities();
            WriteSum("targetSum", Target);
        }
        else if (names.Plan.Loss is ElementwiseLoss loss && Output.Activation is SoftmaxActivation)
        {
            WriteProbabilities();
            for (int j = 0; j < Output.Outputs; j++)
            {
                lines.Declare(Slope(j), loss.Derivative(StraightLine.A(Output, j), Target(j)));
            }

            WriteSum("slopeSum", j => IsLogarithm ? Slope(j) : Slope(j) * (Expression)StraightLine.A(Output, j));
        }

        for (int j = 0; j < Output.Outputs; j++)
        {
            lines.Fold(Delta(Output, j), DeltaOf(j), weighs ? [delta => delta * new Variable("weight")] : []);
            if (names.Plan.Loss is ElementwiseLoss elementwise)
            {
                lines.AddAlphaGradient(Output, j, elementwise.Derivative(StraightLine.A(Output, j), Target(j)));
            }
        }
    }

    private bool IsLogarithm => Output.Activation is SoftmaxActivation { IsLogarithm: true };

    private static Variable Target(int j) => new($"y{j}");

    private static Variable Slope(int j) => new($"slope{j}");

    /// <summary>The softmax, which the outputs are or are the logarithms of.</summary>
    private Variable Probability(int j) => IsLogarithm ? new($"p{Output.Number}_{j}") : StraightLine.A(Output, j);

    private void WriteProbabilities()
    {
        for (int j = 0; j < Output.Outputs && IsLogarithm; j++)
        {
            lines.Declare(Probability(j), StraightLine.Exponential(Output, j) / (Expression)StraightLine.Total(Output));
        }
    }

    private Expression Value(int j)
    {
        Variable z = StraightLine.Z(Output, j);
        Variable a = StraightLine.A(Output, j);
        return names.Plan.Loss switch
        {
            LogitLoss { ValueFromSoftplus: { } value } => value(z, StraightLine.Softplus(Output, j), Target(j)),
            LogitLoss loss => loss.Value(z, Target(j)),
            ElementwiseLoss loss => loss.Value(a, Target(j)),
            MeanVarianceLoss loss => loss.Value(a, Variance(j), Target(j)),
            _ when IsLogarithm => OfClass(j, Target(j) * -(Expression)a),
            _ => OfClass(j, Target(j) * ((Expression)StraightLine.LogTotal(Output) - (z - (Expression)StraightLine.Largest(Output)))),
        };
    }

    /// <summary>What a class costs: nothing where the target is zero, also where its probability is, whose logarithm is infinite.</summary>
    private static Expression OfClass(int j, Expression cost) => SelectEqual(Target(j), 0, 0, cost);

    /// <summary>The variance of the j-th mean.</summary>
    private Variable Variance(int j) => StraightLine.A(Output, names.Plan.TargetCount + j);

    private Expression DeltaOf(int j)
    {
        Variable a = StraightLine.A(Output, j);
        Variable p = Probability(j);
        return (names.Plan.Loss, Output.Activation) switch
        {
            (LogitLoss loss, _) => loss.Delta(StraightLine.Z(Output, j), a, Target(j)),
            (ElementwiseLoss loss, ElementwiseActivation activation) =>
                activation.IsIdentity
                    ? loss.Derivative(a, Target(j))
                    : loss.Derivative(a, Target(j)) * activation.Derivative(StraightLine.Z(Output, j), a),
            (ElementwiseLoss, _) when IsLogarithm => FusedMultiplyAdd(-(Expression)p, new Variable("slopeSum"), Slope(j)),
            (ElementwiseLoss, _) => a * ((Expression)Slope(j) - new Variable("slopeSum")),
            (MeanVarianceLoss loss, _) => StraightLine.IsMean(Output, j)
                ? loss.MeanSlope(a, Variance(j), Target(j))
                : VarianceDelta(loss, j - names.Plan.TargetCount),
            _ => FusedMultiplyAdd(p, new Variable("targetSum"), -(Expression)Target(j)),
        };
    }

    private Expression VarianceDelta(MeanVarianceLoss loss, int j) =>
        loss.VarianceSlope(StraightLine.A(Output, j), Variance(j), Target(j))
            * MeanVarianceActivation.VarianceDerivative(StraightLine.Z(Output, names.Plan.TargetCount + j));

    private void WriteSum(string name, Func<int, Expression> term)
    {
        lines.Fold(
            new Variable(name),
            term(0),
            Enumerable.Range(1, Output.Outputs - 1).Select<int, Func<Expression, Expression>>(j => sum => sum + term(j)));
    }
}
