using System.Numerics;

namespace XorGen.Labels;

/// <summary>Losses and gradients of outputs that have overflowed are those of PyTorch: infinite, and no NaN of rows that only fill up a block.</summary>
public class InfiniteOutputTests
{
    public static TheoryData<int> RowCounts => [1, 2, 3, 4, 5, 7, 9, 16, 19];

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void An_infinite_error_has_an_infinite_gradient(int rows)
    {
        AssertInfinite<float>(new LinearScalar(1), rows, float.PositiveInfinity);
        AssertInfinite<float>(new LinearBlock(1), rows, float.PositiveInfinity);
        AssertInfinite<double>(new LinearScalarDouble(1), rows, double.PositiveInfinity);
        AssertInfinite<double>(new LinearBlockDouble(1), rows, double.PositiveInfinity);
        AssertInfinite<float>(new SquaredMarginScalar(1), rows, float.NegativeInfinity);
    }

    /// <summary>Hidden values that overflow: 3e38 * 10.</summary>
    [Theory]
    [MemberData(nameof(RowCounts))]
    public void An_infinite_hidden_value_has_an_infinite_gradient_too(int rows)
    {
        foreach (INetwork<float> network in (INetwork<float>[])[new ReluScalar(), new ReluBlock(), new ReluDecision()])
        {
            int width = network.Description.InputCount;
            var parameters = new float[network.Description.ParameterCount];
            Array.Fill(parameters, 0.5f);
            parameters[0] = 10;
            network.SetParameters(parameters);
            float[] inputs = new float[rows * width];
            Array.Fill(inputs, 3e38f);
            float loss = network.Backward(inputs, new float[rows]);
            Assert.Equal(float.PositiveInfinity, loss);
            var gradient = new float[parameters.Length];
            network.GetGradients(gradient);
            Assert.DoesNotContain(gradient, float.IsNaN);
            Assert.Contains(gradient, float.IsInfinity);
        }
    }

    /// <summary>A clipped gradient is finite where the gradient is infinite, so the step is too.</summary>
    [Theory]
    [MemberData(nameof(RowCounts))]
    public void A_clipped_step_from_an_infinite_gradient_is_finite(int rows)
    {
        foreach (INetwork<float> network in (INetwork<float>[])[new ClippedScalar(1), new ClippedBlock(1)])
        {
            var parameters = new float[network.Description.ParameterCount];
            Array.Fill(parameters, 3e19f);
            network.SetParameters(parameters);
            float[] inputs = [.. Enumerable.Range(0, rows * 2).Select(i => 1e19f + i)];
            Assert.Equal(float.PositiveInfinity, network.Train(inputs, new float[rows], 1));
            network.GetParameters(parameters);
            Assert.DoesNotContain(parameters, value => !float.IsFinite(value));
        }
    }

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Binary_cross_entropy_of_an_infinite_logit_is_infinite_or_zero(int rows)
    {
        AssertLogit<float>(new Xor(1), rows);
        AssertLogit<float>(new XorBlock(1), rows);
        AssertLogit<double>(new XorBlockDouble(1), rows);
        AssertLogit<double>(new SmoothedValue(1), rows, isSmoothed: true);
    }

    /// <summary>PyTorch's cross-entropy of labels does not look at the classes that they are not.</summary>
    [Theory]
    [MemberData(nameof(RowCounts))]
    public void A_class_that_cannot_be_costs_nothing_where_it_is_not_the_label(int rows)
    {
        AssertMaskedClass<float>(new ThreeClasses(1), rows);
        AssertMaskedClass<double>(new SharpClasses(1), rows);
        AssertMaskedClass<float>(new ThreeClassesBlock(1), rows);
    }

    /// <summary>What has become NaN or infinite between the parameters, where rows are padded, must not stay there.</summary>
    [Fact]
    public void Parameters_that_are_set_after_an_overflow_are_all_that_counts()
    {
        AssertRecovers(() => new LinearBlock(1));
        AssertRecovers(() => new ReluBlock(1));
        AssertRecovers(() => new ManyInputs(1));
        AssertRecovers(() => new ManyInputsDeep(1));
        AssertRecovers(() => new LinearScalar(1));
    }

    private static void AssertInfinite<T>(INetwork<T> network, int rows, T bias)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        parameters[^1] = bias;
        network.SetParameters(parameters);
        T[] inputs = [.. Enumerable.Range(0, rows * network.Description.InputCount).Select(i => T.CreateTruncating(Math.Sin(i + 1)))];
        T[] targets = [.. Enumerable.Repeat(T.One, rows)];
        Assert.Equal(T.PositiveInfinity, network.Evaluate(inputs, targets));
        Assert.Equal(T.PositiveInfinity, network.Backward(inputs, targets));
        var gradient = new T[parameters.Length];
        network.GetGradients(gradient);
        Assert.Equal(bias, gradient[^1]);

        // Of rows with both signs of an input or value, the sum is infinity less infinity; of one row nothing cancels.
        if (rows == 1)
        {
            Assert.DoesNotContain(gradient, T.IsNaN);
            Assert.Contains(gradient[..^1], T.IsInfinity);
        }
    }

    private static void AssertLogit<T>(INetwork<T> network, int rows, bool isSmoothed = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        T[] inputs = [.. Enumerable.Range(0, rows * 2).Select(i => T.CreateTruncating(Math.Sin(i + 1)))];
        var gradient = new T[parameters.Length];
        foreach (int sign in (int[])[1, -1])
        {
            parameters[^1] = sign > 0 ? T.PositiveInfinity : T.NegativeInfinity;
            network.SetParameters(parameters);
            foreach (int target in (int[])[0, 1])
            {
                T[] targets = [.. Enumerable.Repeat(T.CreateTruncating(target), rows)];
                bool isRight = (sign > 0) == (target == 1);
                T expected = isRight && !isSmoothed ? T.Zero : T.PositiveInfinity;
                Assert.Equal(expected, network.Evaluate(inputs, targets));
                Assert.Equal(expected, network.Backward(inputs, targets));
                network.GetGradients(gradient);
                Assert.DoesNotContain(gradient, value => !T.IsFinite(value));
                double smoothed = isSmoothed ? (0.9 * target) + 0.05 : target;
                Assert.Equal((sign > 0 ? 1 : 0) - smoothed, double.CreateTruncating(gradient[^1]), 6);
            }
        }
    }

    private static void AssertMaskedClass<T>(IClassifier<T> network, int rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        parameters[^1] = T.NegativeInfinity;
        network.SetParameters(parameters);
        T[] inputs = [.. Enumerable.Range(0, rows * network.Description.InputCount).Select(i => T.CreateTruncating(Math.Sin(i + 1)))];
        int[] labels = [.. Enumerable.Range(0, rows).Select(i => i % 2)];
        Assert.True(T.IsFinite(network.Evaluate(inputs, labels)));
        Assert.True(T.IsFinite(network.Backward(inputs, labels)));
        var gradient = new T[parameters.Length];
        network.GetGradients(gradient);
        Assert.DoesNotContain(gradient, value => !T.IsFinite(value));
        Assert.Equal(T.Zero, gradient[^1]);
        labels[0] = 2;
        Assert.Equal(T.PositiveInfinity, network.Evaluate(inputs, labels));
    }

    private static void AssertRecovers(Func<INetwork<float>> create)
    {
        INetwork<float> network = create();
        int width = network.Description.InputCount;
        int outputs = network.Description.OutputCount;
        float[] inputs = [.. Enumerable.Range(0, 5 * width).Select(i => MathF.Sin(i + 1))];
        float[] targets = new float[5 * outputs];
        var start = new float[network.Description.ParameterCount];
        network.GetParameters(start);
        float[] huge = Array.ConvertAll(start, value => value > 0 ? 3e38f : 1e38f);
        network.SetParameters(huge);
        float[] large = Array.ConvertAll(inputs, value => value * 1e30f);
        network.Train(large, targets, 0.1f);
        network.Backward(large, targets);
        network.Initialize(1);
        network.SetParameters(start);
        INetwork<float> fresh = create();
        for (int step = 0; step < 3; step++)
        {
            Assert.Equal(fresh.Train(inputs, targets, 0.01f), network.Train(inputs, targets, 0.01f));
        }

        Assert.Equal(fresh.Backward(inputs, targets), network.Backward(inputs, targets));
        var expected = new float[5 * outputs];
        var actual = new float[5 * outputs];
        fresh.Predict(inputs, expected);
        network.Predict(inputs, actual);
        Assert.Equal(expected, actual);
        fresh.Forward(inputs.AsSpan(0, width), expected.AsSpan(0, outputs));
        network.Forward(inputs.AsSpan(0, width), actual.AsSpan(0, outputs));
        Assert.Equal(expected, actual);
        Assert.DoesNotContain(actual, float.IsNaN);
    }
}
