namespace XorGen;

/// <summary>Tables become rows one after the other.</summary>
public class RowsTests
{
    [Fact]
    public void A_table_is_flattened_row_after_row_as_a_copy()
    {
        double[,] table = { { 1, 2, 3 }, { 4, 5, 6 } };
        double[] flat = Rows.Flatten(table);
        Assert.Equal([1, 2, 3, 4, 5, 6], flat);
        flat[0] = 7;
        Assert.Equal(1, table[0, 0]);
        Assert.Equal([1, 2], Rows.Flatten(new[,] { { 1 }, { 2 } }));
        Assert.Empty(Rows.Flatten(new float[0, 3]));
        Assert.Empty(Rows.Flatten(new float[3, 0]));
    }

    [Fact]
    public void Rows_are_flattened()
    {
        Assert.Equal([1f, 2, 3, 4], Rows.Flatten<float>([[1, 2], [3, 4]]));
        Assert.Equal([1f, 2, 3, 4], Rows.Flatten(new List<float[]> { new float[] { 1, 2 }, new float[] { 3, 4 } }));
        Assert.Empty(Rows.Flatten(Array.Empty<float[]>()));
    }

    [Fact]
    public void A_row_of_another_length_is_named()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Rows.Flatten<float>([[1, 2], [3], [4, 5]]));
        Assert.Equal("rows", exception.ParamName);
        Assert.Contains("rows of 2 values, like the first one, but row 1 has 1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("row 0 is null", Assert.Throws<ArgumentException>(() => Rows.Flatten<float>([null!])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Rows.Flatten((float[,])null!));
        Assert.Throws<ArgumentNullException>(() => Rows.Flatten((IReadOnlyList<float[]>)null!));
    }

    [Fact]
    public void Double_precision_is_rounded_to_single()
    {
        Assert.Equal([0.1f, -2, float.PositiveInfinity, float.NaN, 0], Rows.ToSingle([0.1, -2, 1e40, double.NaN, 1e-50]));
        Assert.Empty(Rows.ToSingle([]));
    }
}
