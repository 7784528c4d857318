using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;
using static XorGen.Generator.Emission.Scalar.StraightLine;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Emission.Scalar;

/// <summary>Writes the activations of a <see cref="StraightLine"/>: functions of each neuron by itself, and those of a whole row.</summary>
internal sealed class StraightLineActivations(Vocabulary words, Dialect dialect, SourceWriter writer, StraightLine lines)
{
    private NetworkPlan Plan => words.Plan;

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
        if (callsFunction && dialect == words.Scalars)
        {
            WriteSideBySide(
                layer.Outputs - first, j => Z(layer, first + j), $"z{layer.Number}", j => A(layer, first + j), $"a{layer.Number}", function);
            return;
        }

        for (int j = first; j < layer.Outputs; j++)
        {
            if (callsFunction && !Plan.InlinesFunctions && dialect == words.Vectors)
            {
                string call = $"{ScalarForward.ActivationMethod(layer)}{words.VectorGenerics}({Z(layer, j).Name})";
                writer.Write($"{dialect.Type} {A(layer, j).Name} = {call};");
            }
            else
            {
                lines.Declare(A(layer, j), function(Z(layer, j)));
            }
        }
    }

    /// <summary>The sigmoid and what the cross-entropy takes of the same intermediate results.</summary>
    public void WriteSigmoidForLoss(DensePlan layer)
    {
        string method = Plan.InlinesFunctions ? $"{words.Elementary}.Sigmoid" : ScalarForward.ActivationMethod(layer);
        writer.Separate();
        writer.Write($"// {Formulas.Activation(layer)}, softplus = log(1 + exp(-|z{layer.Number}|))");
        for (int j = 0; j < layer.Outputs; j++)
        {
            writer.Write($"{dialect.Type} {A(layer, j).Name} = {method}{words.VectorGenerics}({Z(layer, j).Name}, out {dialect.Type} {Softplus(layer, j).Name});");
        }
    }

    /// <summary>
    /// Writes a function of scalars with as many of them as there are in the lanes of a 128-bit vector: the scalar function is
    /// lane 0 of the vector one, so the bits are the same.
    /// </summary>
    private void WriteSideBySide(
        int count, Func<int, Expression> argument, string argumentsName, Func<int, Variable> result, string resultsName, Func<Expression, Expression> function)
    {
        var side = new LanesDialect(Plan.Number, words.VectorOf(128), words.LanesOf(128));
        int lanes = Plan.Number == NumberFormat.Single ? 4 : 2;
        for (int first = 0; first < count; first += lanes)
        {
            int size = Math.Min(lanes, count - first);
            if (size == 1)
            {
                lines.Declare(result(first), function(argument(first)));
                continue;
            }

            string suffix = count <= lanes ? string.Empty : $"_{first}to{first + size - 1}";
            var arguments = new Variable(argumentsName + suffix);
            var results = new Variable(resultsName + suffix);
            string list = string.Join(", ", Enumerable.Range(first, size).Select(j => dialect.Print(argument(j))));
            writer.Write($"{side.Type} {arguments.Name} = {side.Lanes}.Of({list});");
            writer.Write($"{side.Type} {results.Name} = {side.Print(function(arguments))};");
            for (int j = 0; j < size; j++)
            {
                writer.Write($"{dialect.Type} {result(first + j).Name} = {results.Name}[{j}];");
            }
        }
    }

    /// <summary>a_j = exp(z_j - max z) / sum_k exp(z_k - max z), or the logarithm of that: no exponential overflows.</summary>
    private void WriteSoftmax(DensePlan layer, bool isLogarithm)
    {
        Variable largest = Largest(layer);
        lines.Declare(largest, Z(layer, 0));
        for (int j = 1; j < layer.Outputs; j++)
        {
            lines.Assign(largest, Max(Z(layer, j), largest));
        }

        if (dialect == words.Scalars)
        {
            WriteSideBySide(
                layer.Outputs, j => Z(layer, j) - (Expression)largest, $"z{layer.Number}", j => Exponential(layer, j), $"e{layer.Number}", Exp);
        }

        for (int j = 0; j < layer.Outputs && dialect != words.Scalars; j++)
        {
            Expression argument = Z(layer, j) - (Expression)largest;
            if (!Plan.InlinesFunctions && dialect == words.Vectors)
            {
                string call = $"{ScalarForward.ActivationMethod(layer)}{words.VectorGenerics}({dialect.Print(argument)})";
                writer.Write($"{dialect.Type} {Exponential(layer, j).Name} = {call};");
            }
            else
            {
                lines.Declare(Exponential(layer, j), Exp(argument));
            }
        }

        Variable total = Total(layer);
        lines.Declare(total, Exponential(layer, 0));
        for (int j = 1; j < layer.Outputs; j++)
        {
            lines.Assign(total, (Expression)total + Exponential(layer, j));
        }

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
