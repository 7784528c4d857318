using System.Globalization;
using System.Reflection;
using CsvHelper;
using CsvHelper.Configuration;

namespace XorGen.Sample.Datasets;

/// <summary>The data files that are part of the program (Data/README.md says where they are from).</summary>
internal static class EmbeddedCsv
{
    /// <summary>Returns the lines of a file, each in its fields.</summary>
    public static IReadOnlyList<string[]> Read(string fileName, string delimiter = ",")
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(fileName)
            ?? throw new FileNotFoundException("The data was not embedded.", fileName);
        using var reader = new StreamReader(stream);
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, WhiteSpaceChars = [] });
        var lines = new List<string[]>();
        while (csv.Read())
        {
            lines.Add(csv.Record!);
        }

        return lines;
    }

    /// <summary>Returns the number that a field says.</summary>
    public static float Number(string field) => float.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture);
}
