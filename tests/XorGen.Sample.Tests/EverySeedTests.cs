using XorGen.Sample.Problems;

namespace XorGen.Sample.Tests;

/// <summary>Two spirals and parity are solved, every row of them, from every seed.</summary>
public sealed class EverySeedTests
{
    private const int FewSeeds = 3;

    [Fact]
    public void Spirals_from_a_few_seeds() => AllSolved(new SpiralsProblem(), FewSeeds);

    [Fact]
    public void Parity_from_a_few_seeds() => AllSolved(new ParityProblem(), FewSeeds);

    [Fact]
    [Trait("Category", "Exhaustive")]
    public void Spirals_from_each_of_100_seeds() => AllSolved(new SpiralsProblem(), 100);

    [Fact]
    [Trait("Category", "Exhaustive")]
    public void Parity_from_each_of_100_seeds() => AllSolved(new ParityProblem(), 100);

    private static void AllSolved<TNetwork>(EverySeedProblem<TNetwork> problem, int seeds)
        where TNetwork : INetwork<float>, new() =>
        Assert.All(problem.Run(seeds, Silent.Work), run => Assert.True(run.Solved, $"seed {run.Seed}: {run.Report}"));
}
