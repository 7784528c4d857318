namespace XorGen.Training;

public class SeriesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    public void It_holds_what_was_added_whatever_room_there_was(int capacity)
    {
        var series = new Series(capacity);
        double[] expected = [.. Enumerable.Range(0, 50).Select(i => (double)i)];
        foreach (double value in expected)
        {
            series.Add(value);
        }

        Assert.Equal(expected, series.ToArray());

        series.Clear();
        series.Add(7);

        Assert.Equal([7.0], series.ToArray());
    }

    [Fact]
    public void Replaced_numbers_can_be_added_to()
    {
        var series = new Series(1);
        series.Add(1);
        ((Span<double>)[2, 3]).CopyTo(series.Replace(2));
        series.Add(4);

        Assert.Equal([2.0, 3, 4], series.ToArray());
    }
}
