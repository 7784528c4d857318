using XorGen.Sample.Problems;
using XorGen.Sample.Problems.CrossValidated;

namespace XorGen.Sample.Tests;

/// <summary>The classical data sets reach their goals; one seed, where a test must be quick, may miss them by a hundredth.</summary>
public sealed class CrossValidationTests
{
    private const double OneSeedMargin = 0.01;

    [Fact]
    public void One_seed_of_iris() => OneSeed(new IrisProblem());

    [Fact]
    public void One_seed_of_wine() => OneSeed(new WineProblem());

    [Fact]
    public void One_seed_of_breast_cancer() => OneSeed(new BreastCancerProblem());

    [Fact]
    public void One_seed_of_diabetes() => OneSeed(new DiabetesProblem());

    [Fact]
    [Trait("Category", "Exhaustive")]
    public void Iris() => AllSeeds(new IrisProblem());

    [Fact]
    [Trait("Category", "Exhaustive")]
    public void Wine() => AllSeeds(new WineProblem());

    [Fact]
    [Trait("Category", "Exhaustive")]
    public void Breast_cancer() => AllSeeds(new BreastCancerProblem());

    [Fact]
    [Trait("Category", "Exhaustive")]
    public void Digits() => AllSeeds(new DigitsProblem());

    [Fact]
    [Trait("Category", "Exhaustive")]
    public void Diabetes() => AllSeeds(new DiabetesProblem());

    private static void OneSeed<TNetwork>(CrossValidatedProblem<TNetwork> problem)
        where TNetwork : INetwork<float>, new()
    {
        problem.Seeds = 1;
        IReadOnlyList<TestedFold> folds = problem.CrossValidate(Silent.Work);
        Assert.Equal(Enumerable.Range(0, folds.Sum(fold => fold.Rows.Count)), folds.SelectMany(fold => fold.Rows).Order());
        Assert.True(
            CrossValidatedProblem<TNetwork>.MeanScore(folds) >= problem.Goal - OneSeedMargin,
            $"{problem.Name}: {CrossValidatedProblem<TNetwork>.MeanScore(folds)}");
    }

    private static void AllSeeds<TNetwork>(CrossValidatedProblem<TNetwork> problem)
        where TNetwork : INetwork<float>, new()
    {
        double mean = CrossValidatedProblem<TNetwork>.MeanScore(problem.CrossValidate(Silent.Work));
        Assert.True(mean >= problem.Goal, $"{problem.Name}: {mean}");
    }
}
