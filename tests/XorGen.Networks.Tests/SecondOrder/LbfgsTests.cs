using XorGen.Numerics;

namespace XorGen.SecondOrder;

public class LbfgsTests
{
    private readonly XorLbfgsDouble network = new(4);

    [Fact]
    public void Every_iteration_lowers_the_loss()
    {
        double previous = double.PositiveInfinity;
        for (int i = 0; i < 30; i++)
        {
            double loss = network.Train(Xor.Inputs, Xor.Targets, 1);
            Assert.True(loss < previous, $"iteration {i}: {loss} after {previous}");
            previous = loss;
        }
    }

    [Fact]
    public void Parameters_from_outside_start_it_anew()
    {
        // The same parameters and no history: both networks take the same step.
        var fresh = new XorLbfgsDouble(9);
        Train(5);
        network.SetParameters(Parameters(fresh));
        AssertSameStep(fresh);
    }

    [Fact]
    public void Its_own_parameters_put_back_do_not()
    {
        var twin = new XorLbfgsDouble(4);
        for (int i = 0; i < 5; i++)
        {
            network.Train(Xor.Inputs, Xor.Targets, 1);
            twin.Train(Xor.Inputs, Xor.Targets, 1);
        }

        network.SetParameters(Parameters(network));
        AssertSameStep(twin);
        var fresh = new XorLbfgsDouble(4);
        fresh.SetParameters(Parameters(network));
        fresh.Train(Xor.Inputs, Xor.Targets, 1);
        network.Train(Xor.Inputs, Xor.Targets, 1);
        Assert.NotEqual(Parameters(network), Parameters(fresh));
    }

    [Fact]
    public void Initialize_starts_it_anew()
    {
        Train(5);
        network.Initialize(4);
        AssertSameStep(new XorLbfgsDouble(4));
    }

    [Fact]
    public void Update_without_a_gradient_changes_nothing()
    {
        double[] before = Parameters(network);
        network.Update(1);
        Assert.Equal(before, Parameters(network));
        var tiled = new TiledLbfgsClassifier(1);
        float[] start = Parameters(tiled);
        tiled.Update(1);
        Assert.Equal(start, Parameters(tiled));
    }

    [Fact]
    public void A_loss_that_is_not_a_number_changes_nothing()
    {
        Train(3);
        double[] before = Parameters(network);
        Assert.Equal(double.NaN, network.Train([0, double.NaN], [1], 1));
        Assert.Equal(before, Parameters(network));
    }

    [Fact]
    public void A_first_step_that_is_far_too_long_is_shortened()
    {
        double loss = network.Evaluate(Xor.Inputs, Xor.Targets);
        network.Train(Xor.Inputs, Xor.Targets, 1e300);
        Assert.InRange(network.Evaluate(Xor.Inputs, Xor.Targets), 0, loss);
    }

    [Fact]
    public void At_the_minimum_it_stays()
    {
        // XOR's targets are reached at infinity only; one half for every row is reached by zeros.
        var parameters = new double[XorLbfgsDouble.ParameterCount];
        network.SetParameters(parameters);
        network.Train(Xor.Inputs, [0.5, 0.5, 0.5, 0.5], 1);
        Assert.Equal(parameters, Parameters(network));
    }

    [Fact]
    public void Labels_are_targets_with_a_1_in_their_column()
    {
        var random = new RandomSource(1);
        var rows = new float[30 * 12];
        Initialization.Uniform<float>(ref random, rows, -1, 1);
        int[] labels = [.. Enumerable.Range(0, 30).Select(i => i * i % 3)];
        float[] targets = [.. labels.SelectMany(label => Enumerable.Range(0, 3).Select(j => j == label ? 1f : 0f))];
        var byLabels = new TiledLbfgsClassifier(1);
        var byTargets = new TiledLbfgsClassifier(1);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(byLabels.Train(rows, labels, 1), byTargets.Train(rows, targets, 1));
        }

        Assert.Equal(Parameters(byLabels), Parameters(byTargets));
        Assert.InRange(byLabels.Fit(rows, labels, new TrainingOptions { Epochs = 100 }).FinalLoss, 0, 1e-3);
    }

    [Fact]
    public void Bad_spans_are_refused() =>
        Assert.Throws<ArgumentException>(() => network.Train(new double[3], new double[1], 1));

    [Fact]
    public void After_the_first_call_nothing_is_allocated()
    {
        Train(20);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Train(20);
        network.Backward(Xor.Inputs, Xor.Targets);
        network.Update(0.1);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private void Train(int iterations)
    {
        for (int i = 0; i < iterations; i++)
        {
            network.Train(Xor.Inputs, Xor.Targets, 1);
        }
    }

    private void AssertSameStep(XorLbfgsDouble other)
    {
        Assert.Equal(other.Train(Xor.Inputs, Xor.Targets, 1), network.Train(Xor.Inputs, Xor.Targets, 1));
        Assert.Equal(Parameters(other), Parameters(network));
    }

    private static T[] Parameters<T>(INetwork<T> network)
        where T : unmanaged
    {
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }
}
