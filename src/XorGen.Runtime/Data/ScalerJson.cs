using System.Text;
using System.Text.Json;

namespace XorGen;

/// <summary>A scaler as JSON, for the metadata of a saved network, where other programs read it too. Numbers have all their digits.</summary>
internal static class ScalerJson
{
    private const string KindName = "kind";

    private static readonly (int Kind, string Name, string[] Single, string[] Lists)[] Kinds =
    [
        (Standardizer.FileKind, "standard", [], ["mean", "mean_remainder", "deviation"]),
        (MinMaxScaler.FileKind, "min_max", ["low", "high"], ["smallest", "largest", "width"]),
    ];

    public static string Write(Scaler scaler)
    {
        ScalerContent content = scaler.Content;
        (_, string name, string[] single, string[] lists) = Array.Find(Kinds, kind => kind.Kind == content.Kind);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString(KindName, name);
            for (int i = 0; i < single.Length; i++)
            {
                writer.WriteNumber(single[i], content.Single[i]);
            }

            for (int list = 0; list < lists.Length; list++)
            {
                writer.WriteStartArray(lists[list]);
                foreach (double number in content.Lists[list])
                {
                    writer.WriteNumberValue(number);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Reads what <see cref="Write"/> has written; nothing in it is trusted.</summary>
    /// <exception cref="InvalidDataException">It is no scaler.</exception>
    public static Scaler Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            JsonElement root = document.RootElement;
            string? name = root.GetProperty(KindName).GetString();
            (int kind, _, string[] single, string[] lists) = Array.Find(Kinds, kind => kind.Name == name);
            return lists is null
                ? throw new InvalidDataException($"The scaler is of the unknown kind \"{name}\".")
                : ScalerFormat.Read(ScalerFormat.Content(new ScalerContent(
                    kind,
                    Array.ConvertAll(single, property => root.GetProperty(property).GetDouble()),
                    Array.ConvertAll(lists, property => Numbers(root.GetProperty(property))))));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"The scaler in the file is no valid JSON of a scaler: {exception.Message}", exception);
        }
    }

    private static IReadOnlyList<double> Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];
}
