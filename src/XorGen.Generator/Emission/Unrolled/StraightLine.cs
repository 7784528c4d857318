using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Emission.Unrolled;

/// <summary>
/// Writes a network's forward pass, one sample in each lane: a statement for each neuron. It reads x0, x1, ... and the parameters of "p"; it
/// leaves z1_0, a1_0, ... of every layer.
/// </summary>
internal sealed class StraightLine(CodeNames names, SourceWriter writer, Drops drops)
{
    private readonly LaneDropout dropout = new(names);

    private NetworkPlan Plan => names.Plan;

    private LanesDialect Dialect => names.Vectors;

    /// <summary>The sum of a neuron.</summary>
    public static Variable Z(DensePlan layer, int j) => new($"z{layer.Number}_{j}");

    /// <summary>The second half of a neuron's sum, where it needs a name.</summary>
    private static Variable SecondHalf(DensePlan layer, int j) => new($"s{layer.Number}_{j}");

    /// <summary>The output of a neuron.</summary>
    public static Variable A(DensePlan layer, int j) =>
        layer.Elementwise is { IsIdentity: true } || IsMean(layer, j) ? Z(layer, j) : new($"a{layer.Number}_{j}");

    /// <summary>Whether a neuron is a mean whose variance is another's.</summary>
    public static bool IsMean(DensePlan layer, int j) => layer.Activation is MeanVarianceActivation && j < layer.Outputs / 2;

    /// <summary>What a layer takes from its i-th input.</summary>
    public Variable Input(DensePlan layer, int i) => drops != Drops.Never && layer.Dropout is { } plan ? plan.KeptValue(i) : Whole(layer, i);

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

    /// <summary>Writes all layers but the last, and that up to its sums.</summary>
    public void WriteHidden()
    {
        foreach (DensePlan layer in Plan.Layers)
        {
            if (drops != Drops.Never && layer.Dropout is not null)
            {
                dropout.WriteForward(writer, this, layer, drops);
            }

            WriteSums(layer);
            if (layer != Plan.Output)
            {
                WriteActivation(layer);
            }
        }
    }

    /// <summary>Writes the statements that compute a layer's outputs from its sums.</summary>
    public void WriteActivation(DensePlan layer) => new StraightLineActivations(names, writer, this).Write(layer);

    /// <summary>Returns the expression of a neuron's output, of an activation of each neuron by itself.</summary>
    public string Activated(DensePlan layer, int j)
    {
        Variable z = Z(layer, j);
        return Dialect.Print(
            Plan.InlinesFunctions || !layer.CallsFunction ? layer.Elementwise!.Forward(z) : new Call(UnrolledFunctions.ActivationMethod(layer), z, null));
    }

    /// <summary>Writes the outputs, and what the loss takes of the same intermediate results.</summary>
    public void WriteOutputsForLoss()
    {
        if (LeavesSoftplus(Plan))
        {
            new StraightLineActivations(names, writer, this).WriteSigmoidForLoss(Plan.Output);
        }
        else
        {
            WriteActivation(Plan.Output);
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
    public void Declare(Variable name, Expression value) => writer.Write($"V {name.Name} = {Dialect.Print(value)};");

    /// <summary>Writes an assignment.</summary>
    public void Assign(Variable name, Expression value) => writer.Write($"{name.Name} = {Dialect.Print(value)};");

    /// <summary>Writes the declaration of a variable that is reached step by step, in as few statements as lines allow.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="start">Its start.</param>
    /// <param name="steps">Makes of each value the next.</param>
    public void Fold(Variable name, Expression start, IEnumerable<Func<Expression, Expression>> steps)
    {
        Expression value = start;
        bool isDeclared = false;
        foreach (Func<Expression, Expression> step in steps)
        {
            Expression next = step(value);
            if (!writer.Fits($"V {name.Name} = {Dialect.Print(next)};"))
            {
                Write(value);
                next = step(name);
            }

            value = next;
        }

        Write(value);

        void Write(Expression expression)
        {
            if (isDeclared)
            {
                Assign(name, expression);
            }
            else
            {
                Declare(name, expression);
                isDeclared = true;
            }
        }
    }

    private void WriteSums(DensePlan layer)
    {
        writer.Separate();
        writer.Write($"// {Formulas.Sum(layer, drops != Drops.Never)}");
        for (int j = 0; j < layer.Outputs; j++)
        {
            WriteSum(layer, j);
        }
    }

    /// <summary>The bias and the first half of the products, then the second half: two chains that the processor follows side by side.</summary>
    private void WriteSum(DensePlan layer, int j)
    {
        int half = (layer.Inputs + 1) / 2;
        Expression Weight(int i) => Parameter(layer.Weight(i, j));
        Func<Expression, Expression>[] first = [.. Enumerable.Range(0, half)
            .Select<int, Func<Expression, Expression>>(i => sum => FusedMultiplyAdd(Input(layer, i), Weight(i), sum))];
        Func<Expression, Expression>[] second = [.. Enumerable.Range(half, layer.Inputs - half).Skip(1)
            .Select<int, Func<Expression, Expression>>(i => sum => FusedMultiplyAdd(Input(layer, i), Weight(i), sum))];
        Variable z = Z(layer, j);
        Expression bias = Parameter(layer.Bias(j));
        if (half == layer.Inputs)
        {
            Fold(z, bias, first);
            return;
        }

        Expression begin = (Expression)Input(layer, half) * Weight(half);
        Expression rest = second.Aggregate(begin, (sum, step) => step(sum));
        Expression whole = first.Aggregate(bias, (sum, step) => step(sum)) + rest;
        if (writer.Fits($"V {z.Name} = {Dialect.Print(whole)};"))
        {
            Declare(z, whole);
            return;
        }

        if (second.Length > 0)
        {
            Fold(SecondHalf(layer, j), begin, second);
            rest = SecondHalf(layer, j);
        }

        Fold(z, bias, [.. first, sum => sum + rest]);
    }
}
