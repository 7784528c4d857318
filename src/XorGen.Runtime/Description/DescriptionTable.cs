using System.Globalization;
using System.Text;

namespace XorGen;

/// <summary>Writes a network's description as a table.</summary>
internal static class DescriptionTable
{
    public static string Of(NetworkDescription description)
    {
        int size = description.Precision == Precision.Single ? sizeof(float) : sizeof(double);
        List<string[]> rows = [["layer", "output", "activation", "parameters", "bytes"]];
        rows.Add(["input", Number(description.InputCount), string.Empty, "0", "0"]);
        foreach (LayerDescription layer in description.Layers)
        {
            string kind = layer.Kind == "dropout" ? string.Create(CultureInfo.InvariantCulture, $"dropout {layer.DropoutRate}") : layer.Kind;
            rows.Add([kind, Number(layer.OutputCount), layer.Kind == "dropout" ? string.Empty : layer.Activation, Number(layer.ParameterCount), Number((long)layer.ParameterCount * size)]);
        }

        rows.Add(["total", string.Empty, string.Empty, Number(description.ParameterCount), Number((long)description.ParameterCount * size)]);
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        string rule = new string('-', widths.Sum() + (2 * (widths.Length - 1))) + "\n";
        var text = new StringBuilder(description.Name).Append('\n');
        for (int i = 0; i < rows.Count; i++)
        {
            text.Append(i == 1 || i == rows.Count - 1 ? rule : string.Empty);
            for (int column = 0; column < widths.Length; column++)
            {
                // Texts to the left, numbers to the right.
                bool isText = column is 0 or 2;
                text.Append(column == 0 ? string.Empty : "  ").Append(isText ? rows[i][column].PadRight(widths[column]) : rows[i][column].PadLeft(widths[column]));
            }

            text.Append('\n');
        }

        return text.Append(
            CultureInfo.InvariantCulture,
            $"loss {description.Loss}, optimizer {description.Optimizer}, learning rate {description.DefaultLearningRate:G6}, initializer {description.Initializer}, {(description.Precision == Precision.Single ? "single" : "double")} precision\n")
            .ToString();
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
