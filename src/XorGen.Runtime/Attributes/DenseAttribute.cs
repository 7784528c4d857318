namespace XorGen;

/// <summary>
/// Adds a fully connected hidden layer to a network. One attribute for each layer, in source order, beside
/// <see cref="NetworkAttribute"/> and in place of its Hidden and HiddenLayers; the output layer follows from Outputs.
/// </summary>
/// <param name="neurons">The number of neurons, at least 1.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute(int neurons) : Attribute
{
    /// <summary>Gets the number of neurons, at least 1. It has no default.</summary>
    public int Neurons { get; } = neurons;

    /// <summary>
    /// Gets or sets the activation: a name of <see cref="Activations"/>, or that of a static method of the network's class, as with
    /// <see cref="NetworkAttribute.Activation"/>; by default that of the network.
    /// </summary>
    public string? Activation { get; set; }

    /// <summary>Gets or sets the number that <see cref="NetworkAttribute.ActivationAlpha"/> is; by default that of the network.</summary>
    public double ActivationAlpha { get; set; }

    /// <summary>Gets or sets the number that <see cref="NetworkAttribute.ActivationThreshold"/> is; by default that of the network.</summary>
    public double ActivationThreshold { get; set; }
}
