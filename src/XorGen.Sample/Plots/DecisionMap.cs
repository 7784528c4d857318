using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;
using XorGen.Sample.Story;

namespace XorGen.Sample.Plots;

/// <summary>A map of a network's answers, with the four rows of the table on it.</summary>
internal static class DecisionMap
{
    /// <summary>The width of a map with all that is around it.</summary>
    public const int Width = 330;

    /// <summary>The height of a map with all that is around it; what is inside is a square.</summary>
    public const int Height = 365;

    private const double Margin = 0.12;

    private static readonly PixelPadding Padding = new(left: 50, right: 15, bottom: 55, top: 45);

    /// <summary>Draws a map in the blocks of a coarse grid.</summary>
    public static void DrawBlocks(Plot plot, Outcome outcome, AnswerGrid grid)
    {
        AddHeatmap(plot, outcome, grid);
        AddRowsOfTheTable(plot, outcome);
        Frame(plot, $"{outcome.Name}: the tutorial's grid");
    }

    /// <summary>Draws a map on a fine grid, with a line where the answer is 0.5.</summary>
    public static void DrawBoundary(Plot plot, Outcome outcome, AnswerGrid grid)
    {
        AddHeatmap(plot, outcome, grid);
        AddBoundary(plot, outcome, grid);
        AddRowsOfTheTable(plot, outcome);
        Frame(plot, $"{outcome.Name}: a fine grid");
    }

    private static void AddHeatmap(Plot plot, Outcome outcome, AnswerGrid grid)
    {
        Heatmap heatmap = plot.Add.Heatmap(grid.Heights(outcome.Predict));
        heatmap.Colormap = Palette.Outputs;
        heatmap.ManualRange = new ScottPlot.Range(0, 1);
        heatmap.Position = new CoordinateRect(grid.Start, grid.End, grid.Start, grid.End);
    }

    private static void AddBoundary(Plot plot, Outcome outcome, AnswerGrid grid)
    {
        var boundary = new ContourLines { ContourLineLevels = [0.5], LineWidth = 2 };
        boundary.LabelStyle.IsVisible = false;
        boundary.Update(grid.Surface(outcome.Predict));
        plot.Add.Plottable(boundary);
    }

    private static void AddRowsOfTheTable(Plot plot, Outcome outcome)
    {
        foreach (Prediction row in outcome.Predictions)
        {
            Marker marker = plot.Add.Marker(row.X0, row.X1, MarkerShape.FilledCircle, size: 22, Colors.White);
            marker.MarkerStyle.OutlineColor = Colors.Black;
            marker.MarkerStyle.OutlineWidth = 1.5f;
            Text target = plot.Add.Text($"{row.Target}", row.X0, row.X1);
            target.LabelAlignment = Alignment.MiddleCenter;
            target.LabelFontSize = 15;
            target.LabelBold = true;
        }
    }

    private static void Frame(Plot plot, string title)
    {
        plot.Title(title, size: 15);
        plot.XLabel("x0", size: 14);
        plot.YLabel("x1", size: 14);
        plot.HideGrid();
        double[] ticks = [0, 0.5, 1];
        string[] labels = ["0", "0.5", "1"];
        plot.Axes.Bottom.TickGenerator = new NumericManual(ticks, labels);
        plot.Axes.Left.TickGenerator = new NumericManual(ticks, labels);
        plot.Axes.SetLimits(-Margin, 1 + Margin, -Margin, 1 + Margin);
        plot.Layout.Fixed(Padding);
    }
}
