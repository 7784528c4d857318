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

    [Fact]
    public void NaN_is_not_hidden() => Assert.Equal(double.NaN, RegressionReport.Of<double>([1, 2], [1, double.NaN]).R2);

    [Fact]
    public void It_prints_a_line_for_each_output() => Assert.Equal(
        """
        output       R2          MAE         RMSE
             0   0.9605       0.3125     0.450694
             1   0.9507       0.5625        0.625

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
