using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Emission.Scalar;

/// <summary>Writes the loss of a row, summed over its outputs, and its derivative by the last layer's z, from y0, y1, ...</summary>
internal sealed class StraightLineLoss(Vocabulary words, StraightLine lines, SourceWriter writer)
{
    private static readonly Variable LossName = new("loss");

    /// <summary>Gets what writes the layers.</summary>
    public StraightLine Lines => lines;

    private DensePlan Output => words.Plan.Output;

    /// <summary>The derivative of the loss by a neuron's z.</summary>
    public static Variable Delta(DensePlan layer, int j) => new($"d{layer.Number}_{j}");

    /// <summary>The derivative of the loss by the learned parameter of a layer's activation.</summary>
    public static Variable AlphaGradient(DensePlan layer) => new($"g_{layer.Alpha}");

    public void WriteLoss()
    {
        writer.Separate();
        writer.Write($"// loss = {words.Plan.Loss.Formula}");
        if (words.Plan.Loss is SoftmaxCrossEntropyLoss)
        {
            // -log a_j = log(sum) - (z_j - max)
            lines.Declare(new("logSum"), Log(StraightLine.Total(Output)));
        }

        lines.Declare(LossName, Value(0));
        for (int j = 1; j < Output.Outputs; j++)
        {
            lines.Assign(LossName, (Expression)LossName + Value(j));
        }
    }

    public void WriteDelta()
    {
        writer.Separate();
        writer.Write($"// d{Output.Number} = ∂loss/∂z{Output.Number}");
        if (words.Plan.Loss is SoftmaxCrossEntropyLoss)
        {
            WriteSum("targetSum", Target);
        }
        else if (words.Plan.Loss is ElementwiseLoss loss && Output.Activation is SoftmaxActivation)
        {
            for (int j = 0; j < Output.Outputs; j++)
            {
                lines.Declare(Slope(j), loss.Derivative(StraightLine.A(Output, j), Target(j)));
            }

            WriteSum("slopeSum", j => Slope(j) * (Expression)StraightLine.A(Output, j));
        }

        for (int j = 0; j < Output.Outputs; j++)
        {
            lines.Declare(Delta(Output, j), DeltaOf(j));
            if (words.Plan.Loss is ElementwiseLoss elementwise)
            {
                lines.AddAlphaGradient(Output, j, elementwise.Derivative(StraightLine.A(Output, j), Target(j)));
            }
        }
    }

    private static Variable Target(int j) => new($"y{j}");

    private static Variable Slope(int j) => new($"slope{j}");

    private Expression Value(int j)
    {
        Variable z = StraightLine.Z(Output, j);
        return words.Plan.Loss switch
        {
            LogitLoss loss => loss.Value(z, Target(j)),
            ElementwiseLoss loss => loss.Value(StraightLine.A(Output, j), Target(j)),
            _ => Target(j) * ((Expression)new Variable("logSum") - (z - (Expression)StraightLine.Largest(Output))),
        };
    }

    private Expression DeltaOf(int j)
    {
        Variable a = StraightLine.A(Output, j);
        return (words.Plan.Loss, Output.Activation) switch
        {
            (LogitLoss loss, _) => loss.Delta(StraightLine.Z(Output, j), a, Target(j)),
            (ElementwiseLoss loss, ElementwiseActivation activation) =>
                activation.IsIdentity
                    ? loss.Derivative(a, Target(j))
                    : loss.Derivative(a, Target(j)) * activation.Derivative(StraightLine.Z(Output, j), a),
            (ElementwiseLoss, _) => a * ((Expression)Slope(j) - new Variable("slopeSum")),
            _ => FusedMultiplyAdd(a, new Variable("targetSum"), -(Expression)Target(j)),
        };
    }

    private void WriteSum(string name, Func<int, Expression> term)
    {
        var sum = new Variable(name);
        lines.Declare(sum, term(0));
        for (int j = 1; j < Output.Outputs; j++)
        {
            lines.Assign(sum, (Expression)sum + term(j));
        }
    }
}
