using System.Globalization;

namespace XorGen.Sample.Datasets;

/// <summary>The small classical data sets.</summary>
internal static class ClassicData
{
    /// <summary>Reads Fisher's irises: four lengths of a flower, three species.</summary>
    public static LabelledRows Iris() => WithNames("iris.csv");

    /// <summary>Reads the wines: thirteen chemical measurements, three cultivars.</summary>
    public static LabelledRows Wine()
    {
        LabelledRows wines = WithNames("wine_data.csv");
        return wines with { ClassNames = ["cultivar 0", "cultivar 1", "cultivar 2"] };
    }

    /// <summary>Reads the breast tumours: thirty measurements of cell nuclei, malignant or benign.</summary>
    public static LabelledRows BreastCancer() => WithNames("breast_cancer.csv");

    /// <summary>Reads the handwritten digits: eight by eight pixels from 0 to 16, ten classes.</summary>
    public static LabelledRows Digits() =>
        Split(EmbeddedCsv.Read("digits.csv"), [.. Enumerable.Range(0, 10).Select(digit => digit.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Reads the diabetes patients: ten measurements, the progression of the disease after a year.</summary>
    public static MeasuredRows Diabetes()
    {
        IReadOnlyList<string[]> rows = EmbeddedCsv.Read("diabetes.csv", " ");
        return new MeasuredRows(
            [.. rows.SelectMany(row => row).Select(EmbeddedCsv.Number)],
            rows[0].Length,
            [.. EmbeddedCsv.Read("diabetes_target.csv").Select(row => EmbeddedCsv.Number(row[0]))]);
    }

    /// <summary>Reads a file whose first line is: rows, columns, names of the classes.</summary>
    private static LabelledRows WithNames(string fileName)
    {
        IReadOnlyList<string[]> lines = EmbeddedCsv.Read(fileName);
        return Split([.. lines.Skip(1)], lines[0][2..]);
    }

    private static LabelledRows Split(IReadOnlyList<string[]> rows, IReadOnlyList<string> classNames) => new(
        [.. rows.SelectMany(row => row[..^1]).Select(EmbeddedCsv.Number)],
        rows[0].Length - 1,
        [.. rows.Select(row => (int)EmbeddedCsv.Number(row[^1]))],
        classNames);
}
