using XorGen.Sample.Problems.CrossValidated;

namespace XorGen.Sample.Plots;

/// <summary>What a cross-validated classifier took for what, and how its losses fell.</summary>
internal static class ClassificationPicture
{
    public static Picture Of(string name, ConfusionMatrix matrix, IReadOnlyList<string> classNames, IReadOnlyList<TestedFold> folds) =>
        Panel.SideBySide(
            name,
            1000,
            460,
            new Panel(1, plot => ConfusionPanel.Draw(plot, matrix, classNames, $"Rows not seen, of {folds.DistinctBy(fold => fold.Seed).Count()} cross-validations")),
            new Panel(1, plot => FoldLossPanel.Draw(plot, folds, "mean cross-entropy")));
}
