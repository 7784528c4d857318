using System.Text;
using System.Text.Json;

namespace XorGen;

/// <summary>The texts that a saved network has beside its tensors.</summary>
internal static class SavedMetadata
{
    public const string Version = "xorgen.version";
    public const string Network = "xorgen.network";
    public const string Definition = "xorgen.definition";
    public const string Hash = "xorgen.sha256";
    public const string InputScaler = "xorgen.input_scaler";
    public const string TargetScaler = "xorgen.target_scaler";
    public const string ClassNames = "xorgen.class_names";

    /// <summary>The names that are XorGen's own begin with this.</summary>
    public const string Prefix = "xorgen.";

    /// <summary>What Hugging Face's libraries want to know of a file: that its layouts are PyTorch's.</summary>
    public const string Format = "format";

    /// <summary>Makes the texts of a network.</summary>
    /// <exception cref="ArgumentException">An option does not fit the network.</exception>
    public static Dictionary<string, string> Of(NetworkDescription description, SaveOptions options, string hash)
    {
        var texts = new Dictionary<string, string>
        {
            [Format] = "pt",
            [Version] = typeof(SavedMetadata).Assembly.GetName().Version!.ToString(3),
            [Network] = description.Name,
            [Definition] = description.Definition,
            [Hash] = hash,
        };
        AddScaler(texts, InputScaler, options.InputScaler, description.InputCount, "options.InputScaler", "inputs", nameof(options));
        AddScaler(texts, TargetScaler, options.TargetScaler, description.TargetCount, "options.TargetScaler", "targets", nameof(options));
        if (options.ClassNames is { } names)
        {
            int classes = Math.Max(description.OutputCount, 2);
            if (names.Count != classes)
            {
                throw new ArgumentException($"options.ClassNames has {names.Count} names, and {description.Name} has {classes} classes.", nameof(options));
            }

            texts.Add(ClassNames, WriteList(names));
        }

        foreach ((string name, string text) in options.Metadata ?? new Dictionary<string, string>())
        {
            if (name == Format || name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                throw new ArgumentException($"options.Metadata has the name \"{name}\", which XorGen uses itself.", nameof(options));
            }

            texts.Add(name, text ?? throw new ArgumentException($"options.Metadata has null for \"{name}\".", nameof(options)));
        }

        return texts;
    }

    /// <summary>Reads a list of texts.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static IReadOnlyList<string> ReadList(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return Array.AsReadOnly([.. document.RootElement.EnumerateArray().Select(name => name.GetString() ?? throw new JsonException("null"))]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"The names of the classes in the file are no JSON list of texts: {exception.Message}", exception);
        }
    }

    private static string WriteList(IReadOnlyList<string> names)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (string name in names)
            {
                writer.WriteStringValue(name ?? throw new ArgumentException("options.ClassNames has null.", nameof(names)));
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void AddScaler(Dictionary<string, string> texts, string name, Scaler? scaler, int columns, string option, string what, string parameter)
    {
        if (scaler is null)
        {
            return;
        }

        texts.Add(name, scaler.ColumnCount == columns
            ? ScalerJson.Write(scaler)
            : throw new ArgumentException($"{option} has {ColumnTable.Count(scaler.ColumnCount)}, and the network has {columns} {what}.", parameter));
    }
}
