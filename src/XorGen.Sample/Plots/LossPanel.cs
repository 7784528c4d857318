using ScottPlot;
using ScottPlot.TickGenerators;

namespace XorGen.Sample.Plots;

/// <summary>Curves of positive numbers, on a logarithmic axis where they span more than a power of ten or so.</summary>
internal static class LossPanel
{
    private const double WidestOnLinearAxis = 20;

    /// <summary>Draws curves, each with its name, its colour, its values and where its first value is; the others follow at 1 each.</summary>
    public static void Draw(
        Plot plot, string title, string horizontal, string vertical, params ReadOnlySpan<(string Name, Color Color, IReadOnlyList<double> Values, int First)> curves)
    {
        double least = double.PositiveInfinity;
        double most = 0;
        foreach ((string _, Color _, IReadOnlyList<double> values, int _) in curves)
        {
            least = Math.Min(least, values.Min());
            most = Math.Max(most, values.Max());
        }

        bool logarithmic = most > WidestOnLinearAxis * least;
        int last = 0;
        foreach ((string name, Color color, IReadOnlyList<double> values, int first) in curves)
        {
            double[] heights = [.. values.Select(value => logarithmic ? Math.Log10(value) : value)];
            var line = plot.Add.ScatterLine([.. values.Select((_, i) => (double)first + i)], heights, color);
            line.LineWidth = 2;
            line.LegendText = name;
            last = Math.Max(last, first + values.Count - 1);
        }

        Panel.Label(plot, title, horizontal, vertical);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        if (logarithmic)
        {
            UsePowers(plot);
            plot.Axes.SetLimits(0, last, Math.Floor(Math.Log10(least)), Math.Ceiling(Math.Log10(most)));
        }
        else
        {
            plot.Axes.SetLimits(0, last, 0, 1.05 * most);
        }

        plot.ShowLegend(Alignment.UpperRight).FontSize = 14;
        if (curves.Length == 1)
        {
            plot.HideLegend();
        }
    }

    private static void UsePowers(Plot plot) => plot.Axes.Left.TickGenerator = new NumericAutomatic
    {
        IntegerTicksOnly = true,
        LabelFormatter = power => $"{Math.Pow(10, power):#,0.######}",
        MinorTickGenerator = new LogMinorTickGenerator(),
    };
}
