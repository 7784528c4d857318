using XorGen.Training;

namespace XorGen.Numerics;

/// <summary>
/// Sums over very many rows keep their digits: the mean gradient and the mean loss of a batch of equal rows are those of one row, which a float sum of as many
/// terms of one sign is far from. In every layout, with values, labels and weights, on one thread and on two.
/// </summary>
public class ManyRowsTests
{
    private const double Tolerance = 3e-5;

    [Theory]
    [InlineData(2_000_000)]
    [InlineData(8_193)]
    [InlineData(20_001)]
    public void Unrolled(int rows) => Check(() => new ManyRowsUnrolled(), rows);

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(513)]
    [InlineData(10_001)]
    public void Blocked(int rows) => Check(() => new ManyRowsBlocked(), rows);

    [Fact]
    [Trait("Category", "Exhaustive")]
    public void Ten_million_rows()
    {
        Check(() => new ManyRowsUnrolled(), 10_000_000);
        Check(() => new ManyRowsBlocked(), 10_000_000);
    }

    [Fact]
    public void Blocked_with_labels()
    {
        const int Rows = 300_000;
        var network = new ManyRowsClasses();
        float[] one = [0.3f, -0.7f];
        float[] inputs = Repeat(one, Rows);
        int[] labels = [.. Enumerable.Repeat(1, Rows)];
        float loss = network.Backward(one, [1]);
        float[] expected = Gradient(network);

        AssertClose(loss, network.Backward(inputs, labels));
        AssertClose(expected, Gradient(network));
    }

    [Fact]
    public void Blocked_on_two_threads_has_the_bits_of_one()
    {
        const int Rows = 50_000;
        float[] inputs = [.. Enumerable.Range(0, 2 * Rows).Select(i => (i % 97) / 97f)];
        float[] targets = [.. Enumerable.Range(0, Rows).Select(i => (i % 31) / 31f)];
        var one = new ManyRowsBlocked();
        var two = new ManyRowsBlocked();
        ((IThreadedTraining)two).UseThreads(2);
        for (int step = 0; step < 3; step++)
        {
            Assert.Equal(one.Train(inputs, targets, 0.01f), two.Train(inputs, targets, 0.01f));
        }

        Assert.Equal(Parameters(one), Parameters(two));
    }

    private static void Check(Func<INetwork<float>> create, int rows)
    {
        INetwork<float> network = create();
        float[] input = [0.3f, -0.7f];
        float[] target = [0.9f];
        float loss = network.Backward(input, target);
        float[] expected = Gradient(network);
        float[] inputs = Repeat(input, rows);
        float[] targets = Repeat(target, rows);

        AssertClose(loss, network.Evaluate(inputs, targets));
        AssertClose(loss, network.Backward(inputs, targets));
        AssertClose(expected, Gradient(network));

        float[] weights = Repeat([0.37f], rows);
        AssertClose(loss, ((ITrainable<float>)network).Backward(inputs, targets, weights));
        AssertClose(expected, Gradient(network));

        // A training step is that of the gradient.
        INetwork<float> other = create();
        network.Backward(inputs, targets);
        network.Update(0.1f);
        other.Train(inputs, targets, 0.1f);
        Assert.Equal(Parameters(network), Parameters(other));
    }

    private static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            AssertClose(expected[i], actual[i]);
        }
    }

    private static void AssertClose(float expected, float actual) =>
        Assert.InRange(actual, expected - (Tolerance * Math.Abs(expected)) - 1e-9, expected + (Tolerance * Math.Abs(expected)) + 1e-9);

    private static float[] Repeat(float[] row, int rows)
    {
        var all = new float[rows * row.Length];
        for (int i = 0; i < all.Length; i += row.Length)
        {
            row.CopyTo(all, i);
        }

        return all;
    }

    private static float[] Gradient(INetwork<float> network)
    {
        var gradient = new float[network.Description.ParameterCount];
        network.GetGradients(gradient);
        return gradient;
    }

    private static float[] Parameters(INetwork<float> network)
    {
        var parameters = new float[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }
}

[Network(Inputs = 2, Hidden = 3, Outputs = 1, OutputActivation = "linear", Optimizer = "sgd", Unroll = Unroll.Full)]
public partial class ManyRowsUnrolled;

[Network(Inputs = 2, Hidden = 3, Outputs = 1, OutputActivation = "linear", Optimizer = "sgd", Unroll = Unroll.None)]
public partial class ManyRowsBlocked;

[Network(Inputs = 2, Hidden = 3, Outputs = 2, OutputActivation = "softmax", Unroll = Unroll.None)]
public partial class ManyRowsClasses;
