namespace XorGen;

/// <summary>What a file that <c>Save</c> has written says of its network, beside the parameters: for programs that scale inputs and name classes.</summary>
/// <remarks>It reads every safetensors file; of one that another program has written, what only XorGen writes is null.</remarks>
public sealed class SavedNetwork
{
    private SavedNetwork(SafetensorsHeader header)
    {
        Version = header.Metadata.GetValueOrDefault(SavedMetadata.Version);
        Name = header.Metadata.GetValueOrDefault(SavedMetadata.Network);
        Definition = header.Metadata.GetValueOrDefault(SavedMetadata.Definition);
        ParametersSha256 = header.Metadata.GetValueOrDefault(SavedMetadata.Hash);
        InputScaler = ScalerOf(header, SavedMetadata.InputScaler);
        TargetScaler = ScalerOf(header, SavedMetadata.TargetScaler);
        ClassNames = header.Metadata.TryGetValue(SavedMetadata.ClassNames, out string? names) ? SavedMetadata.ReadList(names) : null;
        Metadata = header.Metadata
            .Where(pair => !pair.Key.StartsWith(SavedMetadata.Prefix, StringComparison.Ordinal) && pair.Key != SavedMetadata.Format)
            .ToDictionary(pair => pair.Key, pair => pair.Value)
            .AsReadOnly();
    }

    /// <summary>Gets the version of XorGen that has written the file.</summary>
    public string? Version { get; }

    /// <summary>Gets the name of the network's class.</summary>
    public string? Name { get; }

    /// <summary>Gets what the network is: see <see cref="NetworkDescription.Definition"/>.</summary>
    public string? Definition { get; }

    /// <summary>Gets the SHA-256 of the bytes after the header, the parameters, in lower-case hexadecimal digits. <c>Load</c> checks it.</summary>
    public string? ParametersSha256 { get; }

    /// <summary>Gets <see cref="SaveOptions.InputScaler"/>.</summary>
    public Scaler? InputScaler { get; }

    /// <summary>Gets <see cref="SaveOptions.TargetScaler"/>.</summary>
    public Scaler? TargetScaler { get; }

    /// <summary>Gets <see cref="SaveOptions.ClassNames"/>.</summary>
    public IReadOnlyList<string>? ClassNames { get; }

    /// <summary>Gets <see cref="SaveOptions.Metadata"/>, or what another program has written there.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Reads it from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is no safetensors file.</exception>
    public static SavedNetwork Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Read(stream);
    }

    /// <summary>Reads it from a stream, of which only the header is read.</summary>
    /// <param name="stream">The stream.</param>
    /// <exception cref="InvalidDataException">It is no safetensors file.</exception>
    public static SavedNetwork Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new SavedNetwork(SafetensorsHeader.Read(stream));
    }

    private static Scaler? ScalerOf(SafetensorsHeader header, string name) =>
        header.Metadata.TryGetValue(name, out string? text) ? ScalerJson.Read(text) : null;
}
