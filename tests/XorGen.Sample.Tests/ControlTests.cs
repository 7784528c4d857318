using XorGen.Sample.Networks;
using XorGen.Sample.Problems;
using XorGen.Sample.Problems.Control;

namespace XorGen.Sample.Tests;

/// <summary>The pendulum and the strategy that learns to swing it.</summary>
public sealed class ControlTests
{
    [Fact]
    public void A_pendulum_upright_and_at_rest_stays_there_for_nothing()
    {
        var pendulum = new Pendulum(0, 0);
        Assert.Equal(0, pendulum.Step(0));
        Assert.Equal((0, 0), (pendulum.Angle, pendulum.Velocity));
    }

    [Fact]
    public void A_step_is_that_of_Gym()
    {
        // velocity = 0.5 + (15 sin 1 + 3 * 2) 0.05, angle = 1 + velocity 0.05; cost = 1 + 0.1 * 0.25 + 0.001 * 4; torque 3 is cut to 2.
        var pendulum = new Pendulum(1, 0.5);
        Assert.Equal(1.029, pendulum.Step(3), 1e-12);
        Assert.Equal(1.4311032386059225, pendulum.Velocity, 1e-12);
        Assert.Equal(1.0715551619302961, pendulum.Angle, 1e-12);
    }

    [Fact]
    public void Evolution_finds_the_lowest_point_of_a_paraboloid()
    {
        var strategy = new EvolutionStrategy([5, -3, 0], pairs: 16, deviation: 0.1, seed: 0);
        for (int generation = 0; generation < 300; generation++)
        {
            strategy.Advance(p => (p[0] * p[0]) + ((p[1] - 1) * (p[1] - 1)) + ((p[2] - 2) * (p[2] - 2)), learningRate: 0.1);
        }

        Assert.Equal(0, strategy.Parameters[0], 0.1f);
        Assert.Equal(1, strategy.Parameters[1], 0.1f);
        Assert.Equal(2, strategy.Parameters[2], 0.1f);
    }

    [Fact]
    public void A_few_generations_make_a_policy_cheaper()
    {
        IReadOnlyList<double> costs = PendulumTraining.Run(new PendulumPolicy(), generations: 20, seed: 1, Silent.Work);
        Assert.True(costs.TakeLast(5).Average() < 0.9 * costs.Take(5).Average(), string.Join(' ', costs));
    }

    [Fact]
    [Trait("Category", "Exhaustive")]
    public void The_policy_swings_up_from_all_starts()
    {
        var policy = new PendulumPolicy();
        PendulumTraining.Run(policy, PendulumProblem.Generations, PendulumProblem.TrainingSeed, Silent.Work);
        Assert.All(PendulumTest.Run(policy, PendulumProblem.TestSeed), test => Assert.True(test.StaysUp));
    }
}
