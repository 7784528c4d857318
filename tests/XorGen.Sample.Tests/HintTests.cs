using XorGen.Sample.Networks;
using XorGen.Sample.Output;
using XorGen.Sample.Problems;
using XorGen.Sample.Problems.CrossValidated;
using XorGen.Sample.Story;

namespace XorGen.Sample.Tests;

/// <summary>The sample's networks learn, and Fit says nothing else; but of the start at zero, which the tutorial shows for that, it says so.</summary>
public sealed class HintTests
{
    [Fact]
    public void Cross_validated_problems_have_no_hints()
    {
        None(new IrisProblem());
        None(new WineProblem());
        None(new BreastCancerProblem());
        None(new DiabetesProblem());
    }

    [Fact]
    [Trait("Category", "Exhaustive")]
    public void Digits_have_no_hints() => None(new DigitsProblem());

    [Fact]
    public void Problems_that_are_solved_from_every_seed_have_no_hints()
    {
        None(new SpiralsProblem());
        None(new ParityProblem());
    }

    [Fact]
    public void Matrix_exponentials_have_no_hints() =>
        Assert.Empty(MatrixExponentialProblem.Train(3, new SynchronousProgress<TrainingProgress>(_ => { })).Report.Hints);

    [Fact]
    public void The_tutorial_has_a_hint_where_it_does_not_learn()
    {
        var options = new TrainingOptions { Epochs = 5_000, LearningRate = 0.4 };
        Assert.Equal(
            TrainingHintKind.ConstantInitializer,
            Assert.Single(new ZeroStart().Fit(XorTable.Inputs, XorTable.Targets, options).Hints).Kind);
        Assert.Empty(new SigmoidHidden().Fit(XorTable.Inputs, XorTable.Targets, options with { Epochs = 100_000 }).Hints);
        Assert.Empty(new TanhHidden().Fit(XorTable.Inputs, XorTable.Targets, options).Hints);
        Assert.Empty(new XorNet().Fit([0, 0, 0, 1, 1, 0, 1, 1], [0, 1, 1, 0], new() { TargetLoss = 0.01 }).Hints);
        Assert.Empty(new XorNet().Fit([0, 0, 0, 1, 1, 0, 1, 1], [0, 1, 1, 0]).Hints);
    }

    private static void None<TNetwork>(CrossValidatedProblem<TNetwork> problem)
        where TNetwork : INetwork<float>, new()
    {
        problem.Seeds = 1;
        Assert.All(problem.CrossValidate(Silent.Work), fold => Assert.Empty(fold.Hints));
    }

    private static void None<TNetwork>(EverySeedProblem<TNetwork> problem)
        where TNetwork : INetwork<float>, new() =>
        Assert.All(problem.Run(1, Silent.Work), run => Assert.Empty(run.Report.Hints));
}
