using ScottPlot;
using ScottPlot.TickGenerators;
using XorGen.Sample.Story;

namespace XorGen.Sample.Plots;

/// <summary>The loss of every network against the iteration.</summary>
internal static class LearningCurves
{
    private const double HighestLoss = 0.8;
    private const int LargestPower = 5;

    public static Picture Of(IReadOnlyList<Outcome> outcomes)
    {
        var content = new Multiplot();
        Plot plot = content.GetPlot(0);
        foreach ((Outcome outcome, Color color) in outcomes.Zip(Palette.Networks))
        {
            Add(plot, outcome, color);
        }

        AddPlateau(plot);
        Label(plot);
        return new Picture("learning-curves", content, 900, 500);
    }

    private static void Add(Plot plot, Outcome outcome, Color color)
    {
        // Iterations are counted from 1: there is no zero on a logarithmic axis.
        LossCurve curve = outcome.Curve;
        double[] iterations = [.. curve.Losses.Select((_, i) => Math.Log10((i * curve.Interval) + 1))];
        var line = plot.Add.ScatterLine(iterations, curve.Losses.ToArray(), color);
        line.LineWidth = 3;
        line.LegendText = outcome.Name;
    }

    private static void AddPlateau(Plot plot)
    {
        var plateau = plot.Add.HorizontalLine(LossCurve.Undecided, 1, Colors.Black, LinePattern.Dashed);
        plateau.EnableAutoscale = false;
        var text = plot.Add.Text("ln 2: always answering 0.5", 0.05, LossCurve.Undecided);
        text.LabelAlignment = Alignment.LowerLeft;
        text.LabelFontSize = 14;
    }

    private static void Label(Plot plot)
    {
        plot.Title("Four ways to learn XOR", size: 20);
        plot.XLabel("iteration (logarithmic)", size: 16);
        plot.YLabel("mean binary cross-entropy", size: 16);
        plot.Axes.SetLimits(0, LargestPower, 0, HighestLoss);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic
        {
            IntegerTicksOnly = true,
            LabelFormatter = power => $"{Math.Pow(10, power):N0}",
            MinorTickGenerator = new LogMinorTickGenerator(),
        };
        plot.Axes.Bottom.TickLabelStyle.FontSize = 14;
        plot.Axes.Left.TickLabelStyle.FontSize = 14;
        Legend legend = plot.ShowLegend(Alignment.LowerLeft);
        legend.FontSize = 15;
    }
}
