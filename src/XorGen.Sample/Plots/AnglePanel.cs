using ScottPlot;
using XorGen.Sample.Problems.Control;

namespace XorGen.Sample.Plots;

/// <summary>The angle of pendulums over time: 0 is upright, 180 degrees either way the bottom.</summary>
internal static class AnglePanel
{
    private const double DegreesPerRadian = 180 / Math.PI;

    public static void Draw(Plot plot, IReadOnlyList<PendulumTest> tests)
    {
        var upright = plot.Add.HorizontalLine(0, 1, Colors.Black, LinePattern.Solid);
        upright.EnableAutoscale = false;
        for (int i = tests.Count - 1; i >= 0; i--)
        {
            Add(plot, tests[i], i == 0);
        }

        Panel.Label(plot, $"{tests.Count} swings of the trained policy", "seconds", "angle from upright, degrees");
        plot.Axes.Left.SetTicks([-180, -90, 0, 90, 180], ["-180", "-90", "0", "90", "180"]);
        plot.Axes.SetLimits(0, (tests[0].Angles.Length - 1) * Pendulum.TimeStep, -190, 190);
        plot.ShowLegend(Alignment.LowerRight).FontSize = 14;
    }

    /// <summary>Draws a swing; where it passes the bottom, the angle jumps from one end to the other and the line is broken.</summary>
    private static void Add(Plot plot, PendulumTest test, bool first)
    {
        int start = 0;
        for (int i = 1; i <= test.Angles.Length; i++)
        {
            if (i < test.Angles.Length && Math.Abs(test.Angles[i] - test.Angles[i - 1]) < Math.PI)
            {
                continue;
            }

            double[] times = [.. Enumerable.Range(start, i - start).Select(step => step * Pendulum.TimeStep)];
            double[] degrees = [.. test.Angles[start..i].Select(angle => angle * DegreesPerRadian)];
            var line = plot.Add.ScatterLine(times, degrees, first ? Palette.Test : Palette.Training.WithAlpha(0.6));
            line.LineWidth = first ? 3 : 1.5f;
            if (start == 0)
            {
                line.LegendText = first ? "from rest at the bottom" : string.Empty;
            }

            start = i;
        }
    }
}
