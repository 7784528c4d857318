using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Expressions;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Planning;

/// <summary>Dropout of what a layer takes. It has no parameters and no kernels of its own: the layer that takes it computes it.</summary>
/// <param name="Source">The number of the layer whose outputs are dropped; 0 for the inputs of the network.</param>
/// <param name="Width">The number of those outputs.</param>
/// <param name="Rate">The share that is dropped.</param>
internal sealed record DropoutPlan(int Source, int Width, double Rate)
{
    private static readonly Variable PositionVariable = new("dropoutPosition");

    /// <summary>Gets what decides, with the row and the neuron, what a step drops.</summary>
    public static Counter Position { get; } = new(PositionVariable, (Expression)PositionVariable + 1, "The position in the random sequence of dropout, which begins where the seed says.")
    {
        Start = "DropoutSequence.Start(seed)",
    };

    /// <summary>Gets the field that holds it.</summary>
    public static string PositionField => PositionVariable.Name;

    /// <summary>Gets the name of the factors of a step.</summary>
    public string Mask => $"drop{Source}";

    /// <summary>Gets the name of what is left, with the factors applied.</summary>
    public string Kept => $"h{Source}";

    /// <summary>Gets the name of a neuron's factor.</summary>
    public Variable Factor(int neuron) => new($"m{Source}_{neuron}");

    /// <summary>Gets the name of a neuron's value with its factor applied.</summary>
    public Variable KeptValue(int neuron) => new($"h{Source}_{neuron}");
}
