namespace XorGen.Generator.Catalogue.Initializers;

/// <summary>How the parameters of a layer start.</summary>
internal sealed class Initializer : CatalogueEntry
{
    /// <summary>Gets how weights start, from the layer's inputs, its outputs and InitializerScale.</summary>
    public required Func<double, double, double, Distribution> Weights { get; init; }

    /// <summary>Gets how biases start, from the same.</summary>
    public Func<double, double, double, Distribution> Biases { get; init; } = (inputs, outputs, scale) => new ConstantStart(0);

    /// <summary>Gets whether InitializerScale has an effect.</summary>
    public bool TakesScale { get; init; }
}
