using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Expressions;
using XorGen.Generator.Planning;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Emission.Scalar;

/// <summary>
/// Writes a network's forward pass as one statement for each operation, in any dialect. It reads x0, x1, ... and the
/// parameters of "p"; it leaves z1_0, a1_0, ... of every layer.
/// </summary>
internal sealed class StraightLine(Vocabulary words, Dialect dialect, SourceWriter writer)
{
    private NetworkPlan Plan => words.Plan;

    /// <summary>The sum of a neuron.</summary>
    public static Variable Z(DensePlan layer, int j) => new($"z{layer.Number}_{j}");

    /// <summary>The output of a neuron.</summary>
    public static Variable A(DensePlan layer, int j) =>
        layer.Elementwise is { IsIdentity: true } ? Z(layer, j) : new($"a{layer.Number}_{j}");

    /// <summary>What a layer takes from its i-th input.</summary>
    public Variable Input(DensePlan layer, int i) => layer.IsFirst ? new($"x{i}") : A(Plan.Layers[layer.Number - 2], i);

    /// <summary>exp(z_j - max) in a softmax layer.</summary>
    public static Variable Exponential(DensePlan layer, int j) => new($"e{layer.Number}_{j}");

    /// <summary>The largest z of a softmax layer.</summary>
    public static Variable Largest(DensePlan layer) => new($"max{layer.Number}");

    /// <summary>The sum of the exponentials of a softmax layer.</summary>
    public static Variable Total(DensePlan layer) => new($"sum{layer.Number}");

    public static Broadcast Parameter(string name) => new("p." + name);

    public void WriteForward()
    {
        foreach (DensePlan layer in Plan.Layers)
        {
            WriteSums(layer);
            WriteActivations(layer);
        }
    }

    /// <summary>Writes the declaration of a local variable.</summary>
    public void Declare(Variable name, Expression value) => writer.Write($"{dialect.Type} {name.Name} = {dialect.Print(value)};");

    /// <summary>Writes an assignment.</summary>
    public void Assign(Variable name, Expression value) => writer.Write($"{name.Name} = {dialect.Print(value)};");

    private void WriteSums(DensePlan layer)
    {
        writer.Separate();
        writer.Write($"// {Formulas.Sum(layer)}");
        for (int j = 0; j < layer.Outputs; j++)
        {
            Variable z = Z(layer, j);
            Declare(z, Parameter(layer.Bias(j)));
            for (int i = 0; i < layer.Inputs; i++)
            {
                Assign(z, FusedMultiplyAdd(Input(layer, i), Parameter(layer.Weight(i, j)), z));
            }
        }
    }

    private void WriteActivations(DensePlan layer)
    {
        if (layer.Elementwise is { IsIdentity: true })
        {
            return;
        }

        writer.Separate();
        writer.Write($"// {Formulas.Activation(layer)}");
        if (layer.Elementwise is not { } activation)
        {
            WriteSoftmax(layer);
            return;
        }

        for (int j = 0; j < layer.Outputs; j++)
        {
            if (activation.ForwardCallsFunction && !Plan.InlinesFunctions && dialect == words.Vectors)
            {
                string call = $"{ScalarForward.ActivationMethod(layer)}{words.VectorGenerics}({Z(layer, j).Name})";
                writer.Write($"{dialect.Type} {A(layer, j).Name} = {call};");
            }
            else
            {
                Declare(A(layer, j), activation.Forward(Z(layer, j)));
            }
        }
    }

    /// <summary>a_j = exp(z_j - max z) / sum_k exp(z_k - max z): no exponential overflows.</summary>
    private void WriteSoftmax(DensePlan layer)
    {
        Variable largest = Largest(layer);
        Declare(largest, Z(layer, 0));
        for (int j = 1; j < layer.Outputs; j++)
        {
            Assign(largest, Max(Z(layer, j), largest));
        }

        for (int j = 0; j < layer.Outputs; j++)
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

        for (int j = 0; j < layer.Outputs; j++)
        {
            Declare(A(layer, j), Exponential(layer, j) / (Expression)total);
        }
    }

    /// <summary>The function that a layer's neurons call, where it is called out of line.</summary>
    public static Expression OutOfLine(DensePlan layer, Variable z) =>
        layer.Elementwise is ElementwiseActivation activation ? activation.Forward(z) : Exp(z);
}
