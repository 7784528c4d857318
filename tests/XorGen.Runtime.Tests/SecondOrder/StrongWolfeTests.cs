namespace XorGen.SecondOrder;

/// <summary>The accepted steps satisfy the strong Wolfe conditions, whatever the first step is.</summary>
public class StrongWolfeTests
{
    public static TheoryData<string, double> Cases()
    {
        var data = new TheoryData<string, double>();
        foreach (string name in Functions.Keys)
        {
            foreach (double firstStep in new[] { 1e-3, 0.1, 1, 10, 1e3 })
            {
                data.Add(name, firstStep);
            }
        }

        return data;
    }

    // Values and slopes. The second and third are the first two of J. J. Moré and D. J. Thuente, "Line search algorithms with
    // guaranteed sufficient decrease", 1994 (beta 2; beta 0.004).
    private static readonly Dictionary<string, Func<double, (double Value, double Slope)>> Functions = new()
    {
        ["parabola"] = t => ((t - 3) * (t - 3), 2 * (t - 3)),
        ["rational"] = t => (-t / ((t * t) + 2), ((t * t) - 2) / (((t * t) + 2) * ((t * t) + 2))),
        ["quintic"] = t => (Math.Pow(t + 0.004, 5) - (2 * Math.Pow(t + 0.004, 4)), (5 * Math.Pow(t + 0.004, 4)) - (8 * Math.Pow(t + 0.004, 3))),
        ["hills"] = t => ((0.05 * t * t) - (0.5 * t) + (0.3 * Math.Cos(3 * t)), (0.1 * t) - 0.5 - (0.9 * Math.Sin(3 * t))),
        ["barrier"] = t => (t < 2 ? -Math.Log(2 - t) - (2 * t) : double.NaN, t < 2 ? (1 / (2 - t)) - 2 : double.NaN),
        ["cliff"] = t => (t < 1 ? (Math.Exp(20 * (t - 0.9)) / 20) - t : double.PositiveInfinity, t < 1 ? -1 + Math.Exp(20 * (t - 0.9)) : double.PositiveInfinity),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Both_conditions_hold(string name, double firstStep)
    {
        var line = new Line(Functions[name]);
        LinePoint start = line.At(0);
        line.Evaluations = 0;
        LinePoint end = StrongWolfe.Search(ref line, start, firstStep, narrowest: 1e-12);

        Assert.True(end.Step > 0);
        Assert.True(end.Value <= start.Value + (1e-4 * end.Step * start.Slope), $"{end} does not fall enough from {start}");
        Assert.True(Math.Abs(end.Slope) <= 0.9 * Math.Abs(start.Slope), $"{end} is too steep for {start}");
        Assert.Equal(Functions[name](end.Step), (end.Value, end.Slope));
        Assert.InRange(line.Evaluations, 1, 25);
    }

    [Fact]
    public void Where_nothing_falls_the_start_is_returned()
    {
        var line = new Line(t => (t, -1));
        Assert.Equal(new LinePoint(0, 0, -1), StrongWolfe.Search(ref line, new LinePoint(0, 0, -1), 1, narrowest: 1e-9));
    }

    [Fact]
    public void Where_it_falls_for_ever_the_last_step_is_returned()
    {
        var line = new Line(t => (-t, -1));
        LinePoint end = StrongWolfe.Search(ref line, new LinePoint(0, 0, -1), 1, narrowest: 1e-9);
        Assert.Equal(25, line.Evaluations);
        Assert.Equal(-end.Step, end.Value);
        Assert.True(end.Step > 1e6);
    }

    private struct Line(Func<double, (double Value, double Slope)> function) : ILineFunction
    {
        public int Evaluations { get; set; }

        public LinePoint At(double step)
        {
            Evaluations++;
            (double value, double slope) = function(step);
            return new LinePoint(step, value, slope);
        }
    }
}
