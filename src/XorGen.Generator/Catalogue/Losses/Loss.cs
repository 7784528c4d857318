namespace XorGen.Generator.Catalogue.Losses;

/// <summary>A loss function: the mean over the rows of what each row costs.</summary>
internal abstract class Loss : CatalogueEntry
{
    /// <summary>Gets whether the loss is also the mean over the outputs.</summary>
    public required bool IsMeanOverOutputs { get; init; }

    /// <summary>Gets the only activations that the loss is defined on; none means any.</summary>
    public string[] OutputActivations { get; init; } = [];

    /// <summary>Gets whether targets may be class labels.</summary>
    public bool TakesLabels { get; init; }

    /// <summary>Gets the default of the attribute's Delta, or null where the loss does not heed it.</summary>
    public double? DefaultParameter { get; init; }

    /// <summary>Gets the value of Delta in its formula.</summary>
    public double Parameter { get; private set; }

    /// <summary>Gets what targets are, for people: "0 to 1".</summary>
    public required string Targets { get; init; }

    /// <summary>Gets the member of XorGen.Training.BaselineLoss.</summary>
    public required string Baseline { get; init; }

    /// <summary>Returns the same loss with this value of Delta in its formula.</summary>
    public Loss With(double delta)
    {
        var copy = (Loss)MemberwiseClone();
        copy.Parameter = delta;
        return copy;
    }
}
