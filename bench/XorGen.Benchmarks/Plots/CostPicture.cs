using ScottPlot;
using XorGen.Benchmarks.Peers;
using XorGen.Sample.Plots;

namespace XorGen.Benchmarks.Plots;

/// <summary>A picture of curves in docs/images.</summary>
internal static class CostPicture
{
    private const int Width = 900;
    private const int Height = 520;

    /// <summary>Okabe and Ito's colours, which colour-blind readers can tell apart.</summary>
    private static readonly Color[] Colours =
    [
        Color.FromHex("#0072b2"), Color.FromHex("#d55e00"), Color.FromHex("#009e73"), Color.FromHex("#cc79a7"), Color.FromHex("#e69f00"), Color.FromHex("#000000"),
    ];

    /// <summary>Draws the curves and returns the picture's path from the docs folder.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="title">The title.</param>
    /// <param name="horizontal">What the sizes are.</param>
    /// <param name="isLogarithmic">Whether both axes are logarithmic.</param>
    /// <param name="curves">The curves.</param>
    public static string Write(string name, string title, string horizontal, bool isLogarithmic, IReadOnlyList<Curve> curves)
    {
        EmbeddedFont.Use();
        using var plot = new Plot();
        for (int i = 0; i < curves.Count; i++)
        {
            Curve curve = curves[i];
            double[] x = [.. curve.Sizes.Select(size => isLogarithmic ? Math.Log2(size) : size)];
            double[] y = [.. curve.Nanoseconds.Select(time => isLogarithmic ? Math.Log10(time) : time)];
            var line = plot.Add.Scatter(x, y, Colours[i]);
            line.LegendText = curve.Name;
            line.LineWidth = 2;
            line.MarkerSize = 5;
        }

        plot.Title(title, size: 18);
        plot.XLabel(horizontal, size: 15);
        plot.YLabel("nanoseconds", size: 15);
        plot.Axes.Bottom.TickLabelStyle.FontSize = 14;
        plot.Axes.Left.TickLabelStyle.FontSize = 14;
        plot.Legend.FontSize = 14;
        if (isLogarithmic)
        {
            double[] powers = [.. Enumerable.Range(0, 9).Select(power => (double)power)];
            plot.Axes.Bottom.SetTicks(powers, [.. powers.Select(power => $"{1 << (int)power}")]);
            double[] decades = [1, 2, 3, 4, 5];
            plot.Axes.Left.SetTicks(decades, ["10", "100", "1,000", "10,000", "100,000"]);
            plot.ShowLegend(Edge.Right);
        }
        else
        {
            plot.Axes.SetLimitsY(0, curves.Max(curve => curve.Nanoseconds.Max()) * 1.08);
            plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };
            plot.ShowLegend(Alignment.UpperLeft).FontSize = 14;
        }

        string path = Path.Combine("images", name + ".png");
        Directory.CreateDirectory(Path.Combine(NativeBuild.Repository, "docs", "images"));
        plot.SavePng(Path.Combine(NativeBuild.Repository, "docs", path), Width, Height);
        return path;
    }
}
