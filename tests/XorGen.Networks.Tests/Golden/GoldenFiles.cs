using System.Text.Json;

namespace XorGen.Golden;

/// <summary>Reads the trajectories of NumPy and PyTorch; see the README beside them.</summary>
internal static class GoldenFiles
{
    public static IReadOnlyDictionary<string, JsonElement> Cases(string file)
    {
        using FileStream stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Golden", file));
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("cases").EnumerateArray()
            .ToDictionary(element => element.GetProperty("name").GetString()!, element => element.Clone());
    }

    public static double[] Numbers(this JsonElement element, string name) =>
        [.. Flatten(element.GetProperty(name))];

    public static int[] Integers(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(value => value.GetInt32())];

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IEnumerable<double> Flatten(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray().SelectMany(Flatten)
            : [element.GetDouble()];
}
