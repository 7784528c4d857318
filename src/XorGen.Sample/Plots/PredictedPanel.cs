using ScottPlot;

namespace XorGen.Sample.Plots;

/// <summary>Predicted numbers against true ones; on the diagonal they are the same.</summary>
internal static class PredictedPanel
{
    public static void Draw(Plot plot, IReadOnlyList<double> actual, IReadOnlyList<double> predicted, string title, float size)
    {
        double least = Math.Min(actual.Min(), predicted.Min());
        double most = Math.Max(actual.Max(), predicted.Max());
        double margin = 0.03 * (most - least);
        var diagonal = plot.Add.Line(least - margin, least - margin, most + margin, most + margin);
        diagonal.LineColor = Colors.Grey;
        diagonal.LineWidth = 1;
        var points = plot.Add.Markers(actual.ToArray(), predicted.ToArray(), MarkerShape.FilledCircle, size, Palette.Training.WithAlpha(0.5));
        points.LegendText = string.Empty;
        Panel.Label(plot, title, "true", "predicted");
        plot.Axes.SetLimits(least - margin, most + margin, least - margin, most + margin);
    }
}
