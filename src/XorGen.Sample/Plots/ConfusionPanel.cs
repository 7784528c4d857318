using System.Diagnostics.CodeAnalysis;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace XorGen.Sample.Plots;

/// <summary>A confusion matrix: the true classes from above to below, the predicted ones from left to right.</summary>
internal static class ConfusionPanel
{
    private const int LongestUprightName = 9;
    private const int MostUprightNames = 5;

    [SuppressMessage("Performance", "CA1814:Prefer jagged arrays over multidimensional", Justification = "ScottPlot takes one.")]
    public static void Draw(Plot plot, ConfusionMatrix matrix, IReadOnlyList<string> names, string title)
    {
        int classes = matrix.ClassCount;
        var shares = new double[classes, classes];
        for (int label = 0; label < classes; label++)
        {
            for (int prediction = 0; prediction < classes; prediction++)
            {
                shares[label, prediction] = (double)matrix[label, prediction] / Math.Max(1, matrix.Support(label));
                AddCount(plot, matrix, label, prediction, shares[label, prediction]);
            }
        }

        Heatmap map = plot.Add.Heatmap(shares);
        map.Colormap = Palette.Shares;
        map.ManualRange = new ScottPlot.Range(0, 1);
        map.Rectangle = new CoordinateRect(-0.5, classes - 0.5, -0.5, classes - 0.5);
        plot.MoveToBack(map);
        Frame(plot, names, title);
    }

    private static void AddCount(Plot plot, ConfusionMatrix matrix, int label, int prediction, double share)
    {
        if (matrix[label, prediction] == 0)
        {
            return;
        }

        Text count = plot.Add.Text($"{matrix[label, prediction]:N0}", prediction, matrix.ClassCount - 1 - label);
        count.LabelAlignment = Alignment.MiddleCenter;
        count.LabelFontSize = matrix.ClassCount > MostUprightNames ? 12 : 18;
        count.LabelBold = label == prediction;
        count.LabelFontColor = share > 0.5 ? Colors.White : Colors.Black;
    }

    private static void Frame(Plot plot, IReadOnlyList<string> names, string title)
    {
        double[] places = [.. Enumerable.Range(0, names.Count).Select(place => (double)place)];
        Panel.Label(plot, title, "predicted class", "true class");
        plot.HideGrid();
        plot.Axes.Bottom.TickGenerator = new NumericManual(places, [.. names]);
        plot.Axes.Left.TickGenerator = new NumericManual(places, [.. names.Reverse()]);
        if (names.Count > MostUprightNames && names.Max(name => name.Length) > 2)
        {
            plot.Axes.Bottom.TickLabelStyle.Rotation = -45;
            plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
            plot.Axes.Bottom.MinimumSize = 90;
        }
        else if (names.Max(name => name.Length) > LongestUprightName)
        {
            plot.Axes.Bottom.TickLabelStyle.FontSize = 12;
        }

        plot.Axes.SetLimits(-0.5, names.Count - 0.5, -0.5, names.Count - 0.5);
    }
}
