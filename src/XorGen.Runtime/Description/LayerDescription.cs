using System.Globalization;

namespace XorGen;

/// <summary>What one layer is.</summary>
/// <param name="Kind">The kind of layer: "dense" or "dropout".</param>
/// <param name="InputCount">The number of values that it takes.</param>
/// <param name="OutputCount">The number of values that it gives.</param>
/// <param name="Activation">The activation function; "linear" where the layer has none.</param>
/// <param name="ParameterOffset">Where its parameters begin in the flat order: weights row-major [input][output], then biases, then the slope of prelu.</param>
/// <param name="ParameterCount">The number of its weights, biases and slopes.</param>
public sealed record LayerDescription(
    string Kind,
    int InputCount,
    int OutputCount,
    string Activation,
    int ParameterOffset,
    int ParameterCount)
{
    /// <summary>Gets the share of values that a layer of the kind "dropout" drops in training.</summary>
    public double DropoutRate { get; init; }

    /// <summary>Returns the layer in a line: "dense 2 -> 3 tanh, 9 parameters".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind} {InputCount} -> {OutputCount} {(Kind == "dropout" ? string.Create(CultureInfo.InvariantCulture, $"{DropoutRate}") : Activation)}, {ParameterCount} {(ParameterCount == 1 ? "parameter" : "parameters")}");
}
