namespace XorGen.Generator.Catalogue.Losses;

/// <summary>A loss function: the mean over the rows of what each row costs.</summary>
internal abstract class Loss : CatalogueEntry
{
    /// <summary>Gets whether the loss is also the mean over the outputs.</summary>
    public required bool IsMeanOverOutputs { get; init; }

    /// <summary>Gets the only activation that the loss is defined on, or null.</summary>
    public string? OutputActivation { get; init; }

    /// <summary>Gets whether targets may be class labels.</summary>
    public bool TakesLabels { get; init; }

    /// <summary>Gets the member of XorGen.Training.BaselineLoss.</summary>
    public required string Baseline { get; init; }
}
