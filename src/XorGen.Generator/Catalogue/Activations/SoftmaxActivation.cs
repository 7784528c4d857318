namespace XorGen.Generator.Catalogue.Activations;

/// <summary>The softmax over the outputs of a row, or its logarithm. The emitters write it with the loss that follows it.</summary>
internal sealed class SoftmaxActivation : Activation
{
    /// <summary>Gets whether the outputs are the logarithms of the softmax.</summary>
    public bool IsLogarithm { get; init; }
}
