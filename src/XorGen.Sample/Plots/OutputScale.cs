using System.Diagnostics.CodeAnalysis;
using ScottPlot;
using ScottPlot.Plottables;

namespace XorGen.Sample.Plots;

/// <summary>The bar that says which colour is which output.</summary>
internal static class OutputScale
{
    private const int Steps = 101;

    [SuppressMessage("Performance", "CA1814:Prefer jagged arrays over multidimensional", Justification = "ScottPlot takes one.")]
    public static void Draw(Plot plot)
    {
        // Two columns: ScottPlot takes the width of a cell from the distance between them.
        var outputs = new double[Steps, 2];
        for (int step = 0; step < Steps; step++)
        {
            outputs[step, 0] = outputs[step, 1] = 1 - ((double)step / (Steps - 1));
        }

        Heatmap bar = plot.Add.Heatmap(outputs);
        bar.Colormap = Palette.Outputs;
        bar.Rectangle = new CoordinateRect(0, 1, 0, 1);
        plot.Title("output", size: 14);
        plot.HideGrid();
        plot.Axes.SetLimits(0, 1, 0, 1);
        plot.Axes.Bottom.SetTicks([], []);
        plot.Axes.Left.SetTicks([0, 0.5, 1], ["0", "0.5", "1"]);
        plot.Layout.Fixed(new PixelPadding(left: 40, right: 30, bottom: 55, top: 45));
    }
}
