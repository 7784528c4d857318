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
        var activations = new StraightLineActivations(words, dialect, writer, this);
        foreach (DensePlan layer in Plan.Layers)
        {
            if (drops && layer.Dropout is not null)
            {
                new DropoutEmitter(words).WriteForward(writer, this, layer);
            }

            WriteSums(layer);
            if (forLoss && layer == Plan.Output && LeavesSoftplus(Plan))
            {
                activations.WriteSigmoidForLoss(layer);
            }
            else
            {
                activations.Write(layer);
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

    /// <summary>The function that a layer's neurons call, where it is called out of line.</summary>
    public static Expression OutOfLine(DensePlan layer, Variable z) => layer.Activation switch
    {
        ElementwiseActivation activation => activation.Forward(z),
        MeanVarianceActivation => MeanVarianceActivation.Variance(z),
        _ => Exp(z),
    };
}
