using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;
using static XorGen.Generator.Emission.Unrolled.StraightLine;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Emission.Unrolled;

/// <summary>Writes the activations of a <see cref="StraightLine"/>: functions of each neuron by itself, and those of a whole row.</summary>
internal sealed class StraightLineActivations(CodeNames names, SourceWriter writer, StraightLine lines)
{
    private NetworkPlan Plan => names.Plan;

    /// <summary>Writes the statements that compute a layer's outputs from its sums.</summary>
    public void Write(DensePlan layer)
    {
        if (layer.Elementwise is { IsIdentity: true })
        {
            return;
        }

        writer.Separate();
        writer.Write($"// {Formulas.Activation(layer)}");
        switch (layer.Activation)
        {
            case SoftmaxActivation softmax:
                WriteSoftmax(layer, softmax.IsLogarithm);
                break;
            case MeanVarianceActivation:
                WriteFunction(layer, layer.Outputs / 2, MeanVarianceActivation.Variance, callsFunction: true);
                break;
            case ElementwiseActivation activation:
                WriteFunction(layer, 0, activation.Forward, activation.ForwardCallsFunction);
                break;
            default:
                throw new InvalidOperationException($"No straight lines for the activation {layer.Activation.Name}.");
        }
    }

    /// <summary>Writes a function of each neuron by itself, from one neuron on.</summary>
    private void WriteFunction(DensePlan layer, int first, Func<Expression, Expression> function, bool callsFunction)
    {
        for (int j = first; j < layer.Outputs; j++)
        {
            lines.Declare(A(layer, j), callsFunction ? OutOfLine(layer, Z(layer, j)) ?? function(Z(layer, j)) : function(Z(layer, j)));
        }
    }

    /// <summary>Returns the call of a layer's function out of line, or null where it is inlined.</summary>
    private Expression? OutOfLine(DensePlan layer, Expression z) =>
        Plan.InlinesFunctions ? null : new Call(UnrolledFunctions.ActivationMethod(layer), z, null);

    /// <summary>The sigmoid and what the cross-entropy takes of the same intermediate results.</summary>
    public void WriteSigmoidForLoss(DensePlan layer)
    {
        string method = Plan.InlinesFunctions ? $"{CodeNames.Functions}.Sigmoid" : UnrolledFunctions.ActivationMethod(layer);
        writer.Separate();
        writer.Write($"// {Formulas.Activation(layer)}, softplus = log(1 + exp(-|z{layer.Number}|))");
        for (int j = 0; j < layer.Outputs; j++)
        {
            writer.Write($"V {A(layer, j).Name} = {method}{CodeNames.Generics}({Z(layer, j).Name}, out V {Softplus(layer, j).Name});");
        }
    }

    /// <summary>a_j = exp(z_j - max z) / sum_k exp(z_k - max z), or the logarithm of that: no exponential overflows.</summary>
    private void WriteSoftmax(DensePlan layer, bool isLogarithm)
    {
        Variable largest = Largest(layer);
        IEnumerable<int> others = Enumerable.Range(1, layer.Outputs - 1);
        lines.Fold(largest, Z(layer, 0), others.Select<int, Func<Expression, Expression>>(j => value => Max(Z(layer, j), value)));
        for (int j = 0; j < layer.Outputs; j++)
        {
            Expression argument = Z(layer, j) - (Expression)largest;
            lines.Declare(Exponential(layer, j), OutOfLine(layer, argument) ?? Exp(argument));
        }

        Variable total = Total(layer);
        lines.Fold(total, Exponential(layer, 0), others.Select<int, Func<Expression, Expression>>(j => value => value + Exponential(layer, j)));
        if (isLogarithm)
        {
            lines.Declare(LogTotal(layer), Log(total));
        }

        for (int j = 0; j < layer.Outputs; j++)
        {
            lines.Declare(
                A(layer, j),
                isLogarithm ? (Z(layer, j) - (Expression)largest) - (Expression)LogTotal(layer) : Exponential(layer, j) / (Expression)total);
        }
    }
}
