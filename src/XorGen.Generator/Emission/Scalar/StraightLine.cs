using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Emission.Dropout;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Emission.Scalar;

/// <summary>
/// Writes a network's forward pass as one statement for each operation, in any dialect. It reads x0, x1, ... and the
/// parameters of "p"; it leaves z1_0, a1_0, ... of every layer.
/// </summary>
internal sealed class StraightLine(Vocabulary words, Dialect dialect, SourceWriter writer, bool drops = false)
{
    private NetworkPlan Plan => words.Plan;

    /// <summary>The sum of a neuron.</summary>
    public static Variable Z(DensePlan layer, int j) => new($"z{layer.Number}_{j}");

    /// <summary>The second half of a neuron's sum, where it is more than one product.</summary>
    public static Variable SecondHalf(DensePlan layer, int j) => new($"s{layer.Number}_{j}");

    /// <summary>The output of a neuron.</summary>
    public static Variable A(DensePlan layer, int j) =>
        layer.Elementwise is { IsIdentity: true } || IsMean(layer, j) ? Z(layer, j) : new($"a{layer.Number}_{j}");

    /// <summary>Whether a neuron is a mean whose variance is another's.</summary>
    public static bool IsMean(DensePlan layer, int j) => layer.Activation is MeanVarianceActivation && j < layer.Outputs / 2;

    /// <summary>What a layer takes from its i-th input.</summary>
    public Variable Input(DensePlan layer, int i) => drops && layer.Dropout is { } dropout ? dropout.KeptValue(i) : Whole(layer, i);

    /// <summary>The same before dropout.</summary>
    public Variable Whole(DensePlan layer, int i) => layer.IsFirst ? new($"x{i}") : A(Plan.Layers[layer.Number - 2], i);

    /// <summary>exp(z_j - max) in a softmax layer.</summary>
    public static Variable Exponential(DensePlan layer, int j) => new($"e{layer.Number}_{j}");

    /// <summary>The largest z of a softmax layer.</summary>
    public static Variable Largest(DensePlan layer) => new($"max{layer.Number}");

    /// <summary>The sum of the exponentials of a softmax layer.</summary>
    public static Variable Total(DensePlan layer) => new($"sum{layer.Number}");

    /// <summary>The logarithm of that sum.</summary>
    public static Variable LogTotal(DensePlan layer) => new($"logSum{layer.Number}");

    public static Broadcast Parameter(string name) => new("p." + name);

    /// <summary>ln(1 + exp(-|z|)) of a sigmoid's z.</summary>
    public static Variable Softplus(DensePlan layer, int j) => new($"softplus{layer.Number}_{j}");

    /// <summary>Gets whether the output's sigmoid leaves behind what the loss needs as well.</summary>
    public static bool LeavesSoftplus(NetworkPlan plan) => plan.Loss is LogitLoss { ValueFromSoftplus: not null };

    /// <summary>Writes the statements.</summary>
    /// <param name="forLoss">Whether the loss follows.</param>
    public void WriteForward(bool forLoss = false)
    {
        foreach (DensePlan layer in Plan.Layers)
        {
            if (drops && layer.Dropout is not null)
            {
                new DropoutEmitter(words).WriteForward(writer, this, layer);
            }

            WriteSums(layer);
            if (forLoss && layer == Plan.Output && LeavesSoftplus(Plan))
            {
                WriteSigmoidForLoss(layer);
            }
            else
            {
                WriteActivations(layer);
            }
        }
    }

    /// <summary>Writes the statement that adds to the derivative by a layer's learned parameter what neuron j has of it, from the derivative by its output.</summary>
    public void AddAlphaGradient(DensePlan layer, int j, Expression derivative)
    {
        if (layer is not { IsLearned: true, Elementwise: { } activation })
        {
            return;
        }

        Expression slope = activation.SlopeByAlpha!(Z(layer, j), activation.Parameters);
        Variable gradient = StraightLineLoss.AlphaGradient(layer);
        if (j == 0)
        {
            Declare(gradient, derivative * slope);
        }
        else
        {
            Assign(gradient, FusedMultiplyAdd(derivative, slope, gradient));
        }
    }

    /// <summary>Writes the declaration of a local variable.</summary>
    public void Declare(Variable name, Expression value) => writer.Write($"{dialect.Type} {name.Name} = {dialect.Print(value)};");

    /// <summary>Writes an assignment.</summary>
    public void Assign(Variable name, Expression value) => writer.Write($"{name.Name} = {dialect.Print(value)};");

    /// <summary>Whether the second half of a layer's inputs is a sum of its own: of two products or more.</summary>
    private static bool HasSecondHalf(DensePlan layer) => layer.Inputs >= 4;

    private void WriteSums(DensePlan layer)
    {
        writer.Separate();
        string halves = HasSecondHalf(layer) ? $", in two sums side by side: s{layer.Number} has the products of the second half of the inputs" : string.Empty;
        writer.Write($"// {Formulas.Sum(layer, drops)}{halves}");
        for (int j = 0; j < layer.Outputs; j++)
        {
            WriteSum(layer, j);
        }
    }

    /// <summary>The bias and the first half of the products, then the second half: two chains that the processor follows side by side.</summary>
    private void WriteSum(DensePlan layer, int j)
    {
        Variable z = Z(layer, j);
        int half = (layer.Inputs + 1) / 2;
        Expression Weight(int i) => Parameter(layer.Weight(i, j));
        Declare(z, FusedMultiplyAdd(Input(layer, 0), Weight(0), Parameter(layer.Bias(j))));
        for (int i = 1; i < half; i++)
        {
            Assign(z, FusedMultiplyAdd(Input(layer, i), Weight(i), z));
        }

        if (half == layer.Inputs)
        {
            return;
        }

        Expression second = (Expression)Input(layer, half) * Weight(half);
        if (HasSecondHalf(layer))
        {
            Variable rest = SecondHalf(layer, j);
            Declare(rest, second);
            for (int i = half + 1; i < layer.Inputs; i++)
            {
                Assign(rest, FusedMultiplyAdd(Input(layer, i), Weight(i), rest));
            }

            second = rest;
        }

        Assign(z, (Expression)z + second);
    }

    private void WriteActivations(DensePlan layer)
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
                Declare(A(layer, j), function(Z(layer, j)));
            }
        }
    }

    /// <summary>The sigmoid and what the cross-entropy takes of the same intermediate results.</summary>
    private void WriteSigmoidForLoss(DensePlan layer)
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
                Declare(result(first), function(argument(first)));
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
        Declare(largest, Z(layer, 0));
        for (int j = 1; j < layer.Outputs; j++)
        {
            Assign(largest, Max(Z(layer, j), largest));
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
                Declare(Exponential(layer, j), Exp(argument));
            }
        }

        Variable total = Total(layer);
        Declare(total, Exponential(layer, 0));
        for (int j = 1; j < layer.Outputs; j++)
        {
            Assign(total, (Expression)total + Exponential(layer, j));
        }

        if (isLogarithm)
        {
            Declare(LogTotal(layer), Log(total));
        }

        for (int j = 0; j < layer.Outputs; j++)
        {
            Declare(
                A(layer, j),
                isLogarithm ? (Z(layer, j) - (Expression)largest) - (Expression)LogTotal(layer) : Exponential(layer, j) / (Expression)total);
        }
    }

    /// <summary>The function that a layer's neurons call, where it is called out of line.</summary>
    public static Expression OutOfLine(DensePlan layer, Variable z) => layer.Activation switch
    {
        ElementwiseActivation activation => activation.Forward(z),
        MeanVarianceActivation => MeanVarianceActivation.Variance(z),
        _ => Exp(z),
    };
}
