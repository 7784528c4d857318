using XorGen.Numerics;
using XorGen.Sample.Networks;
using XorGen.Sample.Output;

namespace XorGen.Sample.Problems.Control;

/// <summary>Trains a policy by an evolution strategy, through the flat view of its parameters.</summary>
internal static class PendulumTraining
{
    /// <summary>The steps of a swing that is trained on: ten seconds, as in Gym.</summary>
    public const int Steps = 200;

    private const int Pairs = 32;
    private const int Starts = 8;
    private const double Deviation = 0.1;
    private const double LearningRate = 0.05;

    /// <summary>Trains a policy and returns the mean cost of a swing in each generation.</summary>
    public static IReadOnlyList<double> Run(PendulumPolicy policy, int generations, int seed, IProgress<WorkProgress> progress)
    {
        var parameters = new float[PendulumPolicy.ParameterCount];
        policy.GetParameters(parameters);
        var strategy = new EvolutionStrategy(parameters, Pairs, Deviation, seed);
        var random = new RandomSource(seed + 1);
        var starts = new Pendulum[Starts];
        var costs = new List<double>();
        for (int generation = 0; generation < generations; generation++)
        {
            // All trials of a generation swing from the same places; the next generation from others.
            for (int i = 0; i < Starts; i++)
            {
                starts[i] = Pendulum.Random(ref random);
            }

            double rate = LearningRate * (1 - ((double)generation / generations));
            costs.Add(strategy.Advance(trial => MeanCost(policy, trial, starts), rate));
            progress.Report(new WorkProgress((generation + 1.0) / generations, $"generation {generation + 1:N0}, mean cost {costs[^1]:F0}"));
        }

        policy.SetParameters(strategy.Parameters);
        return costs;
    }

    private static double MeanCost(PendulumPolicy policy, ReadOnlySpan<float> parameters, Pendulum[] starts)
    {
        policy.SetParameters(parameters);
        double cost = 0;
        foreach (Pendulum start in starts)
        {
            cost += Swing.Run(policy, start, Steps);
        }

        return cost / starts.Length;
    }
}
