using ScottPlot;
using XorGen.Sample.Problems;

namespace XorGen.Sample.Plots;

/// <summary>How many epochs it took from how many seeds.</summary>
internal static class EpochPanel
{
    private const int Bins = 25;

    public static void Draw(Plot plot, IReadOnlyList<SeedRun> runs)
    {
        double most = runs.Max(run => run.Report.Epochs);
        double width = Width(most);
        SeedRun[] direct = [.. runs.Where(run => run.Report.Restarts == 0)];
        SeedRun[] restarted = [.. runs.Where(run => run.Report.Restarts > 0)];
        AddBars(plot, direct, width, below: [], Palette.Training, "without a restart");
        AddBars(plot, restarted, width, below: direct, Palette.Test, "with restarts");
        Panel.Label(plot, $"What it took from {runs.Count} seeds", "epochs, restarts included", "seeds");
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = epochs => $"{epochs:N0}" };
        plot.Axes.Margins(bottom: 0);
        if (restarted.Length > 0)
        {
            plot.ShowLegend(Alignment.UpperRight).FontSize = 14;
        }
    }

    private static void AddBars(Plot plot, SeedRun[] runs, double width, SeedRun[] below, Color color, string name)
    {
        if (runs.Length == 0)
        {
            return;
        }

        Bar[] bars = [.. runs.GroupBy(run => Bin(run, width)).Select(bin =>
        {
            int start = below.Count(run => Bin(run, width) == bin.Key);
            return new Bar
            {
                Position = (bin.Key + 0.5) * width,
                Size = width,
                ValueBase = start,
                Value = start + bin.Count(),
                FillColor = color,
                LineColor = Colors.White,
            };
        })];
        plot.Add.Bars(bars).LegendText = name;
    }

    private static int Bin(SeedRun run, double width) => (int)(run.Report.Epochs / width);

    /// <summary>Returns the smallest of 1, 2, 5, 10, ... that gives few enough bars.</summary>
    private static double Width(double most)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(most / Bins)));
        return new[] { power, 2 * power, 5 * power, 10 * power }.First(width => most / width <= Bins);
    }
}
