using System.Globalization;
using System.Text;

namespace XorGen;

/// <summary>
/// The text that says everything which decides what a network's parameters mean: a line for the inputs, each layer, the loss, the
/// optimizer, the initializer and the precision, with all their options. The generator writes it; files keep it.
/// </summary>
internal static class NetworkDefinition
{
    private const string LayerLine = "layer: ";
    private const string DropoutLine = "layer: dropout";

    /// <summary>Makes the text of a description that was written by hand: of options it knows nothing.</summary>
    public static string Of(NetworkDescription description)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"inputs: {description.InputCount}\n");
        foreach (LayerDescription layer in description.Layers)
        {
            if (layer.Kind == "dropout")
            {
                text.Append(CultureInfo.InvariantCulture, $"{DropoutLine} {layer.DropoutRate}\n");
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"{LayerLine}{layer.Kind} {layer.OutputCount}, {layer.Activation}\n");
            }
        }

        return text.Append(
            CultureInfo.InvariantCulture,
            $"loss: {description.Loss}\noptimizer: {description.Optimizer}\ninitializer: {description.Initializer}\nprecision: {(description.Precision == Precision.Single ? "single" : "double")}\n")
            .ToString();
    }

    /// <summary>Says the first difference between two texts, or null where they agree.</summary>
    /// <param name="theirs">The text of a file.</param>
    /// <param name="ours">The text of the network.</param>
    /// <param name="scope">What is compared.</param>
    /// <returns>"the network of the file has 'loss: mse', and this one 'loss: mae'".</returns>
    public static string? Difference(string theirs, string ours, DefinitionScope scope)
    {
        string[] left = Lines(theirs, scope);
        string[] right = Lines(ours, scope);
        for (int i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            string theirLine = i < left.Length ? left[i] : "nothing more";
            string ourLine = i < right.Length ? right[i] : "nothing more";
            if (theirLine != ourLine)
            {
                return $"the network in it has '{Shorten(theirLine)}', and this one '{Shorten(ourLine)}'";
            }
        }

        return null;
    }

    /// <summary>The lines that count, layers with their numbers.</summary>
    private static string[] Lines(string text, DefinitionScope scope)
    {
        var lines = new List<string>();
        int layers = 0;
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            bool isLayer = line.StartsWith(LayerLine, StringComparison.Ordinal);
            bool counts = scope switch
            {
                DefinitionScope.Outputs => line.StartsWith("inputs: ", StringComparison.Ordinal) || (isLayer && !line.StartsWith(DropoutLine, StringComparison.Ordinal)),
                DefinitionScope.Steps => !line.StartsWith("initializer: ", StringComparison.Ordinal),
                _ => true,
            };
            if (counts)
            {
                layers += isLayer ? 1 : 0;
                lines.Add(isLayer ? string.Create(CultureInfo.InvariantCulture, $"layer {layers}: {line[LayerLine.Length..]}") : line);
            }
        }

        return [.. lines];
    }

    private static string Shorten(string line) => line.Length > 300 ? line[..300] + "..." : line;
}
