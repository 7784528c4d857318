using ScottPlot;
using ScottPlot.Plottables;
using XorGen.Sample.Networks;

namespace XorGen.Sample.Plots;

/// <summary>What a network says to each point of the plane, with the two spirals on it.</summary>
internal static class SpiralsPanel
{
    private static readonly AnswerGrid Grid = new(-2.25, 0.018, 251);

    public static void Draw(Plot plot, SpiralsNet network, IReadOnlyList<float> points, IReadOnlyList<float> targets)
    {
        Heatmap map = plot.Add.Heatmap(Grid.Heights((x, y) => network.Forward((float)x, (float)y)));
        map.Colormap = Palette.Outputs;
        map.ManualRange = new ScottPlot.Range(0, 1);
        map.Rectangle = new CoordinateRect(Grid.Start, Grid.End, Grid.Start, Grid.End);
        AddSpiral(plot, points, targets, 0, Colors.White);
        AddSpiral(plot, points, targets, 1, Colors.Black);
        Panel.Label(plot, "Seed 0: blue is 0, orange is 1", "x", "y");
        plot.HideGrid();
        plot.Axes.SetLimits(Grid.Start, Grid.End, Grid.Start, Grid.End);
        plot.ShowLegend(Alignment.LowerRight).FontSize = 13;
    }

    private static void AddSpiral(Plot plot, IReadOnlyList<float> points, IReadOnlyList<float> targets, int label, Color color)
    {
        int[] rows = [.. Enumerable.Range(0, targets.Count).Where(row => targets[row] == label)];
        Markers spiral = plot.Add.Markers(
            rows.Select(row => (double)points[2 * row]).ToArray(),
            rows.Select(row => (double)points[(2 * row) + 1]).ToArray(),
            MarkerShape.FilledCircle,
            size: 7,
            color);
        spiral.MarkerStyle.OutlineColor = Colors.Black;
        spiral.MarkerStyle.OutlineWidth = 1;
        spiral.LegendText = $"spiral {label}";
    }
}
