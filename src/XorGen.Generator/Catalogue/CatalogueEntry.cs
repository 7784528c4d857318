namespace XorGen.Generator.Catalogue;

/// <summary>What the catalogue holds of one activation, loss, optimizer or initializer: all that is known of it.</summary>
internal abstract class CatalogueEntry
{
    /// <summary>Its name in attributes: lower snake case.</summary>
    public required string Name { get; init; }

    /// <summary>Other names that it goes by.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>
    /// What PyTorch, Keras and people call it where that has other letters than its name and aliases: not accepted, but suggested first.
    /// </summary>
    public string[] NamesElsewhere { get; init; } = [];

    /// <summary>Its formula, for people.</summary>
    public required string Formula { get; init; }

    /// <summary>Where it is from: the paper, and the documentation that it follows.</summary>
    public required string Source { get; init; }
}
