using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace XorGen.Sample.Plots;

/// <summary>
/// What a network says to each of the 256 rows, in Karnaugh's order: neighbours differ in one bit, so that parity is a
/// chessboard.
/// </summary>
internal static class ParityPanel
{
    private const int Side = 16;

    [SuppressMessage("Performance", "CA1814:Prefer jagged arrays over multidimensional", Justification = "ScottPlot takes one.")]
    public static void Draw(Plot plot, IReadOnlyList<float> outputs)
    {
        var board = new double[Side, Side];
        for (int high = 0; high < Side; high++)
        {
            for (int low = 0; low < Side; low++)
            {
                board[Side - 1 - high, low] = outputs[(Gray(high) << 4) | Gray(low)];
            }
        }

        Heatmap map = plot.Add.Heatmap(board);
        map.Colormap = Palette.Outputs;
        map.ManualRange = new ScottPlot.Range(0, 1);
        map.Rectangle = new CoordinateRect(-0.5, Side - 0.5, -0.5, Side - 0.5);
        Panel.Label(plot, "Seed 0: blue is 0, orange is 1", "bits 3 to 0", "bits 7 to 4");
        plot.HideGrid();
        double[] places = [.. Enumerable.Range(0, Side).Select(place => (double)place)];
        string[] names = [.. Enumerable.Range(0, Side).Select(place => Gray(place).ToString("b4", CultureInfo.InvariantCulture))];
        plot.Axes.Bottom.TickGenerator = new NumericManual(places, names);
        plot.Axes.Left.TickGenerator = new NumericManual(places, names);
        plot.Axes.Bottom.TickLabelStyle.Rotation = -90;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
        plot.Axes.Bottom.MinimumSize = 70;
        plot.Axes.SetLimits(-0.5, Side - 0.5, -0.5, Side - 0.5);
    }

    /// <summary>Returns a number of Gray's code, in which each differs from the next in one bit.</summary>
    private static int Gray(int number) => number ^ (number >> 1);
}
