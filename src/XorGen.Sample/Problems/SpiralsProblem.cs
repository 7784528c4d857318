using XorGen.Sample.Networks;
using XorGen.Sample.Plots;

namespace XorGen.Sample.Problems;

/// <summary>Two spirals.</summary>
internal sealed class SpiralsProblem : EverySeedProblem<SpiralsNet>
{
    /// <summary>The number of points of a spiral.</summary>
    private const int Points = 97;

    private const double LargestRadius = 2;

    // cos and sin of a sixteenth of half a turn, the angle between neighbours.
    private const double CosineOfStep = 0.98078528040323044913;
    private const double SineOfStep = 0.19509032201612826785;

    /// <summary>Makes the points of both spirals, in turn.</summary>
    public SpiralsProblem()
    {
        Inputs = new float[4 * Points];
        Targets = new float[2 * Points];
        (double x, double y) = (0, 1);
        for (int i = 0; i < Points; i++)
        {
            double radius = LargestRadius * (104 - i) / 104;
            Inputs[4 * i] = (float)(radius * x);
            Inputs[(4 * i) + 1] = (float)(radius * y);
            Inputs[(4 * i) + 2] = (float)(-radius * x);
            Inputs[(4 * i) + 3] = (float)(-radius * y);
            Targets[2 * i] = 1;
            (x, y) = ((x * CosineOfStep) + (y * SineOfStep), (y * CosineOfStep) - (x * SineOfStep));
        }
    }

    /// <inheritdoc/>
    public override string Name => "spirals";

    /// <inheritdoc/>
    public override string Summary => "Two spirals: which of two that turn three times about each other a point is on";

    /// <inheritdoc/>
    protected override string Introduction =>
        "A benchmark by A. Wieland, in K. J. Lang and M. J. Witbrock, \"Learning to tell two spirals apart\", 1988: 97 points on each spiral. " +
        "Every point is to be on its own side, from every seed.";

    /// <inheritdoc/>
    protected override float[] Inputs { get; }

    /// <inheritdoc/>
    protected override float[] Targets { get; }

    /// <inheritdoc/>
    protected override TrainingOptions Training => new() { Epochs = 20_000, LearningRate = 0.01, TargetLoss = SafeLoss };

    /// <inheritdoc/>
    protected override Panel AnswerPanel(SpiralsNet network) => new(1, plot => SpiralsPanel.Draw(plot, network, Inputs, Targets));
}
