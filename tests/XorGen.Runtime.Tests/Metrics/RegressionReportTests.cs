namespace XorGen.Scores;

/// <summary>The expected numbers are scikit-learn 1.2.1's (r2_score, mean_absolute_error, mean_squared_error(squared=False)).</summary>
public class RegressionReportTests
{
    private static readonly double[] Targets = [3, -0.5, 1.5, 2, 2, 7, 7.25, 1];
    private static readonly double[] Predictions = [2.5, 0, 1.5, 2.25, 2, 8, 8, 1.5];

    [Fact]
    public void Measures_are_scikit_learns()
    {
        var report = RegressionReport.Of<double>(Targets, Predictions, outputs: 2);

        AssertScores(0.9604562737642586, 0.3125, 0.45069390943299864, report.Outputs[0]);
        AssertScores(0.9506903353057199, 0.5625, 0.625, report.Outputs[1]);
        Assert.Equal(0.9555733045349892, report.R2, 1e-15);
        Assert.Equal(0.4375, report.MeanAbsoluteError, 1e-15);
        Assert.Equal(0.5378469547164993, report.RootMeanSquaredError, 1e-15);
    }

    [Fact]
    public void Single_precision_gives_the_same()
    {
        // All of these numbers are exact in single precision.
        var single = RegressionReport.Of<float>([.. Targets.Select(y => (float)y)], [.. Predictions.Select(y => (float)y)], outputs: 2);

        Assert.Equal(RegressionReport.Of<double>(Targets, Predictions, outputs: 2).Outputs, single.Outputs);
    }

    [Fact]
    public void R2_of_constant_targets_is_1_or_0()
    {
        Assert.Equal(1, RegressionReport.Of<double>([2, 2, 2], [2, 2, 2]).R2);
        Assert.Equal(0, RegressionReport.Of<double>([2, 2, 2], [2, 2, 3]).R2);
    }

    [Theory]
    [InlineData(0, new[] { 0.1, 0.1, 0.1 }, new[] { 0.11, 0.09, 0.11 })]
    [InlineData(0, new[] { 0.3, 0.1 + 0.2, 0.3 }, new[] { 0.31, 0.3, 0.3 })]
    [InlineData(1, new[] { 0.3, 0.1 + 0.2, 0.3 }, new[] { 0.3, 0.3, 0.3 })]
    [InlineData(0, new[] { 1e300, 1e300, 1e300 }, new[] { 1e300, 1e300, 2e300 })]
    [InlineData(0, new[] { 6.4e17, 6.4e17 + 128 }, new[] { 6.4e17, 6.5e17 })]
    [InlineData(0, new[] { 1e-200, 1e-200 }, new[] { 1e-200, 2e-200 })]
    [InlineData(0, new[] { 5.0 }, new[] { 5.5 })]
    [InlineData(1, new[] { 5.0 }, new[] { 5.0 })]
    public void R2_of_targets_that_are_constant_up_to_rounding_is_1_or_0(double expected, double[] targets, double[] predictions) =>
        Assert.Equal(expected, RegressionReport.Of<double>(targets, predictions).R2);

    [Fact]
    public void R2_of_constant_targets_is_1_or_0_whatever_the_constant_precision_and_number_of_rows()
    {
        double[] constants = [0.1, 0.7, -3.3, 1.0 / 3, 1e9 + 0.1, 1e-30, 12345.678];
        foreach (double constant in constants)
        {
            for (int rows = 1; rows < 50; rows++)
            {
                double[] targets = [.. Enumerable.Repeat(constant, rows)];
                double[] wrong = [.. targets[1..], constant * 1.1];
                Assert.Equal(0, RegressionReport.Of<double>(targets, wrong).R2);
                Assert.Equal(1, RegressionReport.Of<double>(targets, targets).R2);
                float[] single = [.. targets.Select(value => (float)value)];
                Assert.Equal(0, RegressionReport.Of<float>(single, [.. wrong.Select(value => (float)value)]).R2);
                Assert.Equal(1, RegressionReport.Of<float>(single, single).R2);
            }
        }

        Assert.Equal(0, RegressionReport.Of<float>([0.3f, float.BitIncrement(0.3f)], [0.31f, 0.3f]).R2);
    }

    [Fact]
    public void Targets_that_differ_by_little_but_not_by_rounding_are_not_constant()
    {
        Assert.Equal(1 - (3 * 0.25 / 2), RegressionReport.Of<double>([1e9, 1e9 + 1, 1e9 + 2], [1e9 + 0.5, 1e9 + 1.5, 1e9 + 2.5]).R2, 1e-12);
        Assert.Equal(-0.5, RegressionReport.Of<float>([16_777_214, 16_777_215, 16_777_216], [16_777_215, 16_777_216, 16_777_215]).R2, 1e-12);
        Assert.Equal(1 - (2 / 0.5), RegressionReport.Of<double>([1e-300, 2e-300], [2e-300, 1e-300]).R2, 1e-12);
        Assert.Equal(1 - (2 / 0.5), RegressionReport.Of<double>([1e300, 2e300], [2e300, 1e300]).R2, 1e-12);
    }

    [Theory]
    [InlineData(1e-200)]
    [InlineData(1)]
    [InlineData(1e200)]
    public void Errors_of_any_magnitude_have_their_root_of_the_mean_square(double magnitude)
    {
        RegressionReport report = RegressionReport.Of<double>([0, 0], [3 * magnitude, -4 * magnitude]);

        Assert.Equal(3.5, report.MeanAbsoluteError / magnitude, 1e-12);
        Assert.Equal(Math.Sqrt(12.5), report.RootMeanSquaredError / magnitude, 1e-12);
    }

    [Fact]
    public void NaN_is_not_hidden() => Assert.Equal(double.NaN, RegressionReport.Of<double>([1, 2], [1, double.NaN]).R2);

    [Fact]
    public void It_prints_a_line_for_each_output() => Assert.Equal(
        """
        output       R2          MAE         RMSE
             0   0.9605       0.3125     0.450694
             1   0.9507       0.5625        0.625
          mean   0.9556       0.4375     0.537847

        """,
        RegressionReport.Of<double>(Targets, Predictions, outputs: 2).ToString());

    [Fact]
    public void Bad_input_is_refused_with_both_numbers()
    {
        BadInput.Assert("predictions", "8", "7", () => RegressionReport.Of<double>(Targets, Predictions.AsSpan(1), outputs: 2));
        BadInput.Assert("targets", "2", "7", () => RegressionReport.Of<double>(Targets.AsSpan(1), Predictions, outputs: 2));
        BadInput.Assert("targets", "at least one row", "empty", () => RegressionReport.Of<double>([], []));
    }

    private static void AssertScores(double r2, double absolute, double squared, RegressionScores actual)
    {
        Assert.Equal(r2, actual.R2, 1e-15);
        Assert.Equal(absolute, actual.MeanAbsoluteError, 1e-15);
        Assert.Equal(squared, actual.RootMeanSquaredError, 1e-15);
    }
}
