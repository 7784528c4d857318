using ScottPlot;
using ScottPlot.TickGenerators;
using XorGen.Sample.Story;

namespace XorGen.Sample.Plots;

/// <summary>The loss of every network against the iteration.</summary>
internal static class LearningCurves
{
    private const double HighestLoss = 0.8;
    private const double LargestPower = 5.05;

    public static Picture Of(IReadOnlyList<Outcome> outcomes)
    {
        var content = new Multiplot();
        Plot plot = content.GetPlot(0);
        foreach ((Outcome outcome, Color color) in outcomes.Zip(Palette.Networks))
        {
            // Those that learn run along the one that does not, for a while: it is drawn wide, below them.
            Add(plot, outcome, color, outcome.ShouldLearn ? 3 : 9);
        }

        AddPlateau(plot);
        Label(plot);
        return new Picture("learning-curves", content, 900, 500);
    }

    private static void Add(Plot plot, Outcome outcome, Color color, float width)
    {
        // Iterations are counted from 1: there is no zero on a logarithmic axis.
        LossCurve curve = outcome.Curve;
        double[] iterations = [.. curve.Losses.Select((_, i) => Math.Log10((i * curve.Interval) + 1))];
        var line = plot.Add.ScatterLine(iterations, curve.Losses.ToArray(), color);
        line.LineWidth = width;
        line.LegendText = outcome.Report.Restarts == 0 ? outcome.Name : $"{outcome.Name}, after a restart";
    }

    private static void AddPlateau(Plot plot)
    {
        var plateau = plot.Add.HorizontalLine(LossCurve.Undecided, 1, Colors.Black, LinePattern.Dashed);
        plateau.EnableAutoscale = false;
        var text = plot.Add.Text("ln 2: what always answering 0.5 costs", 2, LossCurve.Undecided + 0.01);
        text.LabelAlignment = Alignment.LowerLeft;
        text.LabelFontSize = 14;
    }

    private static void Label(Plot plot)
    {
        plot.Title("Four networks learn XOR, or try to", size: 20);
        plot.XLabel("iteration (logarithmic)", size: 16);
        plot.YLabel("mean binary cross-entropy", size: 16);
        plot.Axes.SetLimits(0, LargestPower, 0, HighestLoss);
        plot.Axes.Right.MinimumSize = 35;
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
