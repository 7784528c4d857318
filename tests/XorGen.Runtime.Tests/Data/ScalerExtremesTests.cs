namespace XorGen.Data;

/// <summary>Columns that are constant, constant up to rounding, far from zero beside their spread, or very large or small.</summary>
public class ScalerExtremesTests
{
    public static TheoryData<double> Constants => [0, 0.1, -7.25, 1.0 / 3, 1e9 + 0.1, 6.4e17, -6.4e17, 1e-300, 1e300, double.Epsilon, double.MaxValue];

    [Theory]
    [MemberData(nameof(Constants))]
    public void A_constant_column_becomes_0_or_the_lower_end(double constant)
    {
        double[] column = [.. Enumerable.Repeat(constant, 7)];

        Assert.All(Standardizer.Fit<double>(column, 1).Transform<double>(column), scaled => Assert.Equal(0, scaled));
        foreach ((double low, double high) in ((double, double)[])[(-1, 1), (0, 1), (-5, 0.1), (0.1, 0.3), (1e6, 1e6 + 1)])
        {
            var scaler = MinMaxScaler.Fit<double>(column, 1, low, high);
            double[] scaled = scaler.Transform<double>(column);
            Assert.All(scaled, value => Assert.Equal(low, value));
            Assert.Equal(column, scaler.InverseTransform<double>(scaled));
            Assert.All(MinMaxScaler.Between([constant], [constant], low, high).Transform<double>(column), value => Assert.Equal(low, value));
        }
    }

    [Fact]
    public void A_constant_column_in_single_precision_too()
    {
        float[] column = [6.4e17f, 6.4e17f, 6.4e17f];

        Assert.Equal([-1f, -1f, -1f], MinMaxScaler.Fit<float>(column, 1, -1, 1).Transform<float>(column));
        Assert.Equal([0f, 0f, 0f], Standardizer.Fit<float>(column, 1).Transform<float>(column));
    }

    public static TheoryData<double[]> NearlyConstant => new(
        [0.3, 0.1 + 0.2, 0.3],
        [0.7 + 0.1, 0.8, 0.79999999999999993],
        [6.4e17, 6.4e17 + 128, 6.4e17],
        [-1e300, Math.BitIncrement(-1e300), -1e300],
        [1.1 * 1.1, 1.21, 1.2100000000000002]);

    [Theory]
    [MemberData(nameof(NearlyConstant))]
    public void A_column_that_differs_by_rounding_only_is_constant(double[] column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var standardizer = Standardizer.Fit<double>(column, 1);
        Assert.InRange(standardizer.Spreads[0], 1, double.MaxValue);
        Assert.All(standardizer.Transform<double>(column), scaled => Assert.Equal(0, scaled, 1e-15));
        Assert.All(MinMaxScaler.Fit<double>(column, 1, -1, 1).Transform<double>(column), scaled => Assert.Equal(-1, scaled));

        // A little more is still a little.
        double near = column[0] * 1.03;
        Assert.InRange(Math.Abs(standardizer.Transform<double>([near])[0]), 0, 0.1);
        Assert.InRange(MinMaxScaler.Fit<double>(column, 1, -1, 1).Transform<double>([near])[0], -1.1, -0.9);
    }

    [Fact]
    public void In_single_precision_rounding_is_that_of_single_precision()
    {
        float[] column = [0.3f, float.BitIncrement(0.3f), 0.3f];

        Assert.Equal(1, Standardizer.Fit<float>(column, 1).Spreads[0]);
        Assert.Equal([0f, 0f, 0f], MinMaxScaler.Fit<float>(column, 1).Transform<float>(column));

        // The same numbers in double precision differ by more than rounding.
        double[] doubles = [.. column.Select(value => (double)value)];
        Assert.Equal(1, MinMaxScaler.Fit<double>(doubles, 1).Transform<double>(doubles)[1]);
    }

    [Fact]
    public void Whole_numbers_are_counts_and_not_rounding()
    {
        float[] single = [16_777_214, 16_777_215, 16_777_216];
        Assert.Equal([0f, 0.5f, 1f], MinMaxScaler.Fit<float>(single, 1).Transform<float>(single));
        double[] large = [9e15, 9e15 + 1, 9e15 + 2];
        Assert.Equal([-1.0, 0, 1], MinMaxScaler.Fit<double>(large, 1, -1, 1).Transform<double>(large));
        Assert.Equal(Math.Sqrt(2.0 / 3), Standardizer.Fit<double>(large, 1).Spreads[0], 1e-15);
    }

    [Theory]
    [InlineData(1e9, 0.001)]
    [InlineData(1e6, 1e-6)]
    [InlineData(-1e12, 0.01)]
    [InlineData(1e15, 1)]
    [InlineData(3, 1e-12)]
    [InlineData(1e-300, 1e-306)]
    [InlineData(1e300, 1e290)]
    [InlineData(0, 1e-308)]
    [InlineData(0, 1e307)]
    [InlineData(0, double.Epsilon)]
    public void A_small_spread_around_a_large_offset_fills_the_range_and_no_more(double offset, double step)
    {
        double[] column = [offset, offset + step, offset + (2 * step), offset + (7 * step), offset + (3 * step)];
        foreach ((double low, double high) in ((double, double)[])[(-1, 1), (0, 1), (-0.1, 0.7), (0.1, 0.3), (-1e-3, 1e5)])
        {
            var scaler = MinMaxScaler.Fit<double>(column, 1, low, high);
            double[] scaled = scaler.Transform<double>(column);
            Assert.Equal(low, scaled[0]);
            Assert.Equal(high, scaled[3]);
            Assert.All(scaled, value => Assert.InRange(value, low, high));
            Assert.True(scaled[0] < scaled[1] && scaled[1] < scaled[2] && scaled[2] < scaled[4] && scaled[4] < scaled[3]);
            double[] back = scaler.InverseTransform<double>(scaled);
            Assert.Equal(column[0], back[0]);
            Assert.Equal(column[3], back[3]);
            Assert.All(back, value => Assert.InRange(value, column[0], column[3]));
        }

        if (step == double.Epsilon)
        {
            // Neither the mean nor the deviation of such a column is a number with digits.
            return;
        }

        double[] standard = Standardizer.Fit<double>(column, 1).Transform<double>(column);
        Assert.Equal(0, standard.Average(), 1e-9);
        Assert.Equal(1, standard.Average(value => value * value), 1e-9);
    }

    [Fact]
    public void What_is_beyond_goes_on_in_proportion()
    {
        double[] scaled = MinMaxScaler.Between([10], [20], -1, 1).Transform<double>([5, 10, 12.5, 20, 25]);
        Assert.Equal([-2, -1, -0.5, 1, 2], scaled);
        Assert.Equal([2.5, 3.5], MinMaxScaler.Between([4], [4], 2, 3).Transform<double>([4.5, 5.5]));
        Assert.Equal([5, 10, 12.5, 20, 25], MinMaxScaler.Between([10], [20], -1, 1).InverseTransform<double>(scaled));
        Assert.Equal(double.NaN, MinMaxScaler.Between([10], [20]).Transform<double>([double.NaN])[0]);
        Assert.Equal(double.NaN, new Standardizer([1], [2]).Transform<double>([double.NaN])[0]);
    }

    [Fact]
    public void Numbers_whose_squares_overflow_or_vanish_are_standardized()
    {
        Assert.Equal([1, -1], Standardizer.Fit<double>([1e200, -1e200], 1).Transform<double>([1e200, -1e200]));
        Assert.Equal([1, -1], Standardizer.Fit<double>([1e-200, -1e-200], 1).Transform<double>([1e-200, -1e-200]));
        double[] widest = [double.MaxValue, -double.MaxValue];
        Assert.Equal([1, -1], Standardizer.Fit<double>(widest, 1).Transform<double>(widest));
    }

    [Fact]
    public void What_is_refused_names_an_argument_of_the_call_and_what_is_true()
    {
        BadInput.Assert("rows", "Column 1", "further apart", () => MinMaxScaler.Fit<double>([0, 1.7e308, 0, -1.7e308], 2));
        BadInput.Assert("largest", "Column 0", "further apart", () => MinMaxScaler.Between([-1.7e308], [1.7e308]));
        BadInput.Assert("largest", "from 4 to 3", "must not be below", () => MinMaxScaler.Between([4], [3]));
        BadInput.Assert("high", "from 0", "to Infinity", () => MinMaxScaler.Fit<double>([1, 2], 1, 0, double.PositiveInfinity));
        BadInput.Assert("high", "from 0", "to NaN", () => MinMaxScaler.Fit<double>([1, 2], 1, 0, double.NaN));
    }

    [Fact]
    public void Results_may_lie_anywhere_in_the_memory_of_the_values()
    {
        var scaler = new Standardizer([1, 2], [2, 4]);
        double[] expected = scaler.Transform<double>([1, 2, 3, 4, 5, 6, 7, 8]);
        for (int start = 0; start <= 4; start++)
        {
            double[] forward = [1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0];
            scaler.Transform<double>(forward.AsSpan(0, 8), forward.AsSpan(start, 8));
            Assert.Equal(expected, forward.AsSpan(start, 8));
            double[] backward = [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8];
            scaler.Transform<double>(backward.AsSpan(4, 8), backward.AsSpan(4 - start, 8));
            Assert.Equal(expected, backward.AsSpan(4 - start, 8));
            scaler.InverseTransform<double>(backward.AsSpan(4 - start, 8), backward.AsSpan(0, 8));
            Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], backward.AsSpan(0, 8));
        }
    }

    [Fact]
    public void A_saved_scaler_scales_to_the_same_bits()
    {
        double[] column = [1e9, 1e9 + 0.001, 1e9 + 0.002];
        foreach (Scaler scaler in (Scaler[])[Standardizer.Fit<double>(column, 1), MinMaxScaler.Fit<double>(column, 1, -0.1, 0.7), MinMaxScaler.Fit<double>([0.3, 0.1 + 0.2], 1)])
        {
            using var stream = new MemoryStream();
            scaler.Save(stream);
            stream.Position = 0;
            Scaler loaded = Scaler.Load(stream);
            Assert.Equal(scaler.Transform<double>(column), loaded.Transform<double>(column));
            Assert.Equal(scaler.ToString(), loaded.ToString());
        }
    }
}
