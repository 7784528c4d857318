using XorGen.Sample.Networks;
using XorGen.Sample.Output;
using XorGen.Sample.Plots;
using XorGen.Sample.Problems.Control;

namespace XorGen.Sample.Problems;

/// <summary>A pendulum that has to be swung up.</summary>
internal sealed class PendulumProblem : Problem
{
    /// <summary>The number of generations of the training.</summary>
    public const int Generations = 400;

    /// <summary>The seed of the evolution and of its starts.</summary>
    public const int TrainingSeed = 1;

    /// <summary>The seed of the starts of the test.</summary>
    public const int TestSeed = 1_000;

    private const int SwingsDrawn = 10;

    /// <inheritdoc/>
    public override string Name => "pendulum";

    /// <inheritdoc/>
    public override string Summary => "Pendulum: a policy that swings it up and keeps it there";

    /// <inheritdoc/>
    protected override Type Network => typeof(PendulumPolicy);

    /// <inheritdoc/>
    protected override string Introduction =>
        "The motor is too weak to lift the pendulum at once. There is no right answer to learn from and no gradient, only what a swing of " +
        "ten seconds cost: the squared angle, mostly. So an evolution strategy tries random changes of all parameters, which it gets and sets " +
        "as one flat span, and moves towards those that cost less. The equations are those of Gym's Pendulum-v1.";

    /// <inheritdoc/>
    protected override Solution Solve(IPresenter presenter)
    {
        var policy = new PendulumPolicy();
        IReadOnlyList<double> costs = presenter.Work("Evolution", progress => PendulumTraining.Run(policy, Generations, TrainingSeed, progress));
        IReadOnlyList<PendulumTest> tests = PendulumTest.Run(policy, TestSeed);
        PendulumTest[] up = [.. tests.Where(test => test.StaysUp)];
        double slowest = up.Length == 0 ? double.NaN : up.Max(test => test.UpAfter);
        presenter.Show(Tables.Of(
            ["starts", "swung up and stayed up", "from rest at the bottom, up after", "slowest", "mean cost of 10 s"],
            [[$"{tests.Count}", $"{up.Length}", $"{tests[0].UpAfter:F1} s", $"{slowest:F1} s", $"{tests.Average(test => test.Cost):F0}"]]));
        return new Solution(
            up.Length == tests.Count,
            $"Swings up and stays up from {up.Length} of {tests.Count} starts that it was not trained on; the goal is all of them.",
            () => [Draw(costs, tests)]);
    }

    private Picture Draw(IReadOnlyList<double> costs, IReadOnlyList<PendulumTest> tests) => Panel.SideBySide(
        Name,
        1000,
        460,
        new Panel(3, plot => AnglePanel.Draw(plot, [.. tests.Take(SwingsDrawn)])),
        new Panel(2, plot => LossPanel.Draw(
            plot,
            "Evolution",
            "generation",
            "mean cost of a swing of ten seconds",
            ("policies tried", Palette.Training, costs, 0))));
}
