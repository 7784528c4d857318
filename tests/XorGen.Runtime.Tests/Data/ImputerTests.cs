namespace XorGen;

/// <summary>Missing values are filled with what the training rows say.</summary>
public class ImputerTests
{
    private static readonly double[] WithGaps = [1, double.NaN, 3, 10, double.NaN, 20, 8, 40];

    [Fact]
    public void The_mean_of_what_is_there()
    {
        Imputer imputer = Imputer.Mean<double>(WithGaps, 2);
        Assert.Equal(4, imputer.Values[0], 12);
        Assert.Equal(70.0 / 3, imputer.Values[1], 12);
        Assert.Equal([1e308], Imputer.Mean<double>([1e308, 1e308, double.NaN, 1e308, 1e308], 1).Values);
    }

    [Fact]
    public void The_median_of_what_is_there()
    {
        Assert.Equal([3, 20], Imputer.Median<double>(WithGaps, 2).Values);
        Assert.Equal([2.5], Imputer.Median<float>([4, 1, float.NaN, 3, 2], 1).Values);
        Assert.Equal([1.5e308], Imputer.Median<double>([1.5e308, 1.5e308], 1).Values);
    }

    [Fact]
    public void Rows_are_filled()
    {
        Imputer imputer = Imputer.Median<double>(WithGaps, 2);
        Assert.Equal(2, imputer.ColumnCount);
        Assert.Equal([1, 20, 3, 10, 3, 20, 8, 40], imputer.Transform<double>(WithGaps));
        Assert.Equal([3f, 20, 5, 6], imputer.Transform<float>([float.NaN, float.NaN, 5, 6]));
        float[] inPlace = [float.NaN, 7];
        imputer.Transform(inPlace, inPlace.AsSpan());
        Assert.Equal([3, 7], inPlace);
        Assert.Empty(imputer.Transform<float>([]));
        Assert.Equal(imputer.Transform<double>(WithGaps), new Imputer(imputer.Values).Transform<double>(WithGaps));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        AssertMessage("rows", "Column 1 has no value", () => Imputer.Mean<double>([1, double.NaN, 2, double.NaN], 2));
        AssertMessage("rows", "Column 0 has no value", () => Imputer.Median<double>([], 1));
        AssertMessage("rows", "Row 1, column 0 is infinite", () => Imputer.Median<double>([1, 2, double.PositiveInfinity, 3], 2));
        AssertMessage("rows", "rows of 2", () => Imputer.Median<double>([1, 2, 3], 2));
        AssertMessage("rows", "rows of 2", () => new Imputer(1, 2).Transform<double>([1, 2, 3]));
        AssertMessage("filled", "2", () => new Imputer(1, 2).Transform<double>([1, 2], new double[3]));
        AssertMessage("values", "finite", () => new Imputer(1, double.NaN));
        AssertMessage("values", "at least one", () => new Imputer());
        Assert.Equal("columns", Assert.Throws<ArgumentOutOfRangeException>(() => Imputer.Mean<double>([1], 0)).ParamName);
    }

    private static void AssertMessage(string parameter, string part, Action action)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(action);
        Assert.Equal(parameter, exception.ParamName);
        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }
}
