using System.Numerics;
using XorGen.Numerics;

namespace XorGen.Learned;

/// <summary>The slope that prelu learns, a parameter of the layer.</summary>
public class PReluTests
{
    [Fact]
    public void It_starts_where_the_option_says_and_comes_after_the_biases()
    {
        AssertSlopes<PReluScalar, double>(new PReluScalar(3), 0.25, 0.25);
        AssertSlopes<PReluEverywhere, float>(new PReluEverywhere(3), 0.125f, -0.5f);
        AssertSlopes<PReluVector, float>(new PReluVector(3), 0.25f, 0.5f);
        AssertSlopes<PReluTiled, double>(new PReluTiled(3), 0.25, 0.25);
        Assert.Equal(((3 + 1) * 4) + 1 + ((4 + 1) * 3) + 1 + ((3 + 1) * 2), PReluScalar.ParameterCount);
    }

    [Fact]
    public void Outputs_loss_and_gradient_are_those_of_the_formula()
    {
        // z = 2 * 1 - 3 * 1 + 0.5 = -0.5 and 2 * 2 - 3 * 1 + 0.5 = 1.5; a = 0.25 * -0.5 = -0.125 and 1.5.
        var network = new PReluOutput();
        network.SetParameters([2, -3, 0.5, 0.25]);
        var outputs = new double[2];
        network.Predict([1, 1, 2, 1], outputs);
        Assert.Equal([-0.125, 1.5], outputs);
        Assert.Equal(-0.125, network.Forward(1, 1));

        // Targets 0 and 1: loss = (0.125^2 + 0.5^2) / 2, by a: -0.125 and 0.5, by z: 0.25 * -0.125 and 0.5, by the slope: -0.5 * -0.125.
        Assert.Equal(((0.125 * 0.125) + 0.25) / 2, network.Backward([1, 1, 2, 1], [0, 1]));
        var gradient = new double[4];
        network.GetGradients(gradient);
        Assert.Equal([-0.03125 + (2 * 0.5), -0.03125 + 0.5, -0.03125 + 0.5, 0.0625], gradient);
        network.Update(0.5);
        network.GetParameters(gradient);
        Assert.Equal(0.25 - (0.5 * 0.0625), gradient[3]);
    }

    [Fact]
    public void Gradients_pass_the_check_in_every_form()
    {
        AssertChecks(Check<PReluScalar, double>(new PReluScalar(3), GradientCheck.Run));
        AssertChecks(Check<PReluEverywhere, float>(new PReluEverywhere(3), GradientCheck.Run));
        AssertChecks(Check<PReluVectorDouble, double>(new PReluVectorDouble(3), GradientCheck.Run));
        AssertChecks(Check<PReluTiled, double>(new PReluTiled(3), GradientCheck.Run));
        AssertChecks(Check<PReluOutput, double>(new PReluOutput(3), GradientCheck.Run));
    }

    [Fact]
    public void Weight_decay_spares_it_where_it_spares_biases()
    {
        // No error and no gradient: only the decay moves parameters. adam would turn a gradient of zero into no step as well.
        var network = new PReluTiled(3);
        double[] inputs = Values<double>(9 * PReluTiled.InputCount, 1);
        var targets = new double[9 * PReluTiled.OutputCount];
        network.Predict(inputs, targets);
        double[] before = Parameters<double>(network);
        network.Train(inputs, targets, 0.01);
        double[] after = Parameters<double>(network);
        Assert.Equal(Slopes<double>(network, before), Slopes<double>(network, after));
        Assert.NotEqual(before, after);
    }

    [Fact]
    public void Threads_learn_the_same_slope()
    {
        float[] Trained(int threads)
        {
            var network = new PReluThreaded(1);
            network.Fit(
                Values<float>(601 * PReluThreaded.InputCount, 1),
                Values<float>(601 * PReluThreaded.OutputCount, 2),
                new TrainingOptions { Epochs = 2, BatchSize = 601, LearningRate = 0.01, MaxDegreeOfParallelism = threads });
            return Parameters<float>(network);
        }

        float[] one = Trained(1);
        Assert.Equal(one, Trained(2));
        Assert.Equal(one, Trained(3));
        Assert.DoesNotContain(0.25f, Slopes<float>(new PReluThreaded(1), one));
    }

    [Fact]
    public void A_second_order_optimizer_learns_it_too()
    {
        // |x| + |y| / 2 is four neurons of slope -1 or +1.
        double[] inputs = [.. Values<double>(100, 1).Select(x => (2 * x) - 1)];
        double[] targets = [.. inputs.Chunk(2).Select(row => Math.Abs(row[0]) + (Math.Abs(row[1]) / 2))];
        var network = new PReluMarquardt(1);
        TrainingReport report = network.Fit(inputs, targets, new TrainingOptions { Epochs = 200 });
        Assert.InRange(report.FinalLoss, 0, 1e-6);
        Assert.DoesNotContain(0.25, Slopes<double>(network, Parameters<double>(network)));
    }

    private delegate GradientCheckReport Checking<T>(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where T : unmanaged;

    private static GradientCheckReport Check<TNetwork, T>(TNetwork network, Checking<T> check)
        where TNetwork : INetwork<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] inputs = [.. Values<T>(21 * network.Description.InputCount, 1).Select(x => x - T.CreateTruncating(0.5))];
        T[] targets = Values<T>(21 * network.Description.OutputCount, 2);
        network.Train(inputs, targets, T.CreateTruncating(0.01));
        return check(network, inputs, targets);
    }

    private static void AssertChecks(GradientCheckReport report) => Assert.True(report.Passed, report.ToString());

    private static void AssertSlopes<TNetwork, T>(TNetwork network, params T[] expected)
        where TNetwork : INetwork<T>
        where T : unmanaged
        => Assert.Equal(expected, Slopes<T>(network, Parameters<T>(network)));

    private static T[] Slopes<T>(INetwork<T> network, T[] parameters)
        where T : unmanaged
        => [.. network.Description.Layers.Where(layer => layer.Activation == "prelu").Select(layer => parameters[layer.ParameterOffset + layer.ParameterCount - 1])];

    private static T[] Parameters<T>(INetwork<T> network)
        where T : unmanaged
    {
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }

    private static T[] Values<T>(int count, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new RandomSource(seed);
        var values = new T[count];
        Initialization.Uniform<T>(ref random, values, 0, 1);
        return values;
    }
}
