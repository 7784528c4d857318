using System.Globalization;
using System.Text;

namespace XorGen;

/// <summary>Writes what scalers know of their columns as a table.</summary>
internal static class ColumnTable
{
    public static string Count(int columns) => columns == 1 ? "1 column" : string.Create(CultureInfo.InvariantCulture, $"{columns} columns");

    public static void AppendRow(StringBuilder text, int column, double first, double second) =>
        text.Append(CultureInfo.InvariantCulture, $"{column,6}  {first,14:G7}  {second,14:G7}\n");
}
