namespace XorGen;

/// <summary>What is saved beside the parameters, so that a model is one file: see <see cref="SavedNetwork"/> for how it is read.</summary>
public sealed record SaveOptions
{
    /// <summary>Gets the scaler that inputs go through before the network, of InputCount columns; null by default.</summary>
    public Scaler? InputScaler { get; init; }

    /// <summary>Gets the scaler whose inverse the network's predictions go through, of TargetCount columns; null by default.</summary>
    public Scaler? TargetScaler { get; init; }

    /// <summary>Gets the name of each class, in the order of the labels; null by default.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Gets further texts by name: who, when, from which data. Names that begin with "xorgen." and "format" are taken.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
