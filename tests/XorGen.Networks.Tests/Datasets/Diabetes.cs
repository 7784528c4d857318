using System.Globalization;

namespace XorGen.Datasets;

/// <summary>The diabetes data, raw; see the README beside it.</summary>
internal static class Diabetes
{
    public const int Columns = 10;

    public static double[] Inputs { get; } = Read("diabetes.csv");

    public static double[] Targets { get; } = Read("diabetes_target.csv");

    private static double[] Read(string file) =>
        [.. File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Datasets", file))
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
}
