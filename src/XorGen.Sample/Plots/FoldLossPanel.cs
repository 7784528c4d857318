using ScottPlot;
using XorGen.Sample.Problems.CrossValidated;

namespace XorGen.Sample.Plots;

/// <summary>How the loss of every network of a cross-validation fell, on the rows it was trained on and on the others.</summary>
internal static class FoldLossPanel
{
    public static void Draw(Plot plot, IReadOnlyList<TestedFold> folds, string loss)
    {
        foreach ((TestedFold fold, int i) in folds.Select((fold, i) => (fold, i)))
        {
            Add(plot, fold.TrainingLosses, firstEpoch: 0, Palette.Training, i == 0 ? "rows trained on" : null);
            Add(plot, fold.TestLosses, firstEpoch: 1, Palette.Test, i == 0 ? "rows not seen" : null);
        }

        Panel.Label(plot, $"All {folds.Count} trainings", "epoch", loss);
        double highest = folds.Max(fold => Math.Max(fold.TrainingLosses[0], fold.TestLosses[0]));
        plot.Axes.SetLimits(0, folds[0].TrainingLosses.Count, 0, 1.05 * highest);
        plot.ShowLegend(Alignment.UpperRight).FontSize = 14;
    }

    private static void Add(Plot plot, IReadOnlyList<double> losses, int firstEpoch, Color color, string? name)
    {
        double[] epochs = [.. losses.Select((_, epoch) => (double)epoch + firstEpoch)];
        var line = plot.Add.ScatterLine(epochs, [.. losses], color.WithAlpha(0.6));
        line.LineWidth = 1.5f;
        if (name is not null)
        {
            line.LegendText = name;
        }
    }
}
