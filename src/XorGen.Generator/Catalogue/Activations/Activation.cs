namespace XorGen.Generator.Catalogue.Activations;

/// <summary>An activation function.</summary>
internal abstract class Activation : CatalogueEntry
{
    /// <summary>The operator of ONNX that computes it.</summary>
    public required string OnnxOperator { get; init; }

    /// <summary>The loss that an output layer with this activation has by default.</summary>
    public string DefaultLoss { get; init; } = "mse";
}
