using XorGen.Sample.Problems.CrossValidated;

namespace XorGen.Sample.Plots;

/// <summary>What cross-validated networks predicted, against what was true, and how their losses fell.</summary>
internal static class RegressionPicture
{
    public static Picture Of(string name, IReadOnlyList<TestedFold> folds, IReadOnlyList<float> targets)
    {
        TestedFold[] first = [.. folds.Where(fold => fold.Seed == folds[0].Seed)];
        double[] actual = [.. first.SelectMany(fold => fold.Rows).Select(row => (double)targets[row])];
        double[] predicted = [.. first.SelectMany(fold => fold.Outputs).Select(output => (double)output)];
        return Panel.SideBySide(
            name,
            1000,
            460,
            new Panel(1, plot => PredictedPanel.Draw(plot, actual, predicted, "Rows not seen, of a cross-validation", size: 7)),
            new Panel(1, plot => FoldLossPanel.Draw(plot, folds, "mean squared error (standardised)")));
    }
}
