using System.Numerics;
using XorGen.Numerics;

namespace XorGen.Dropout;

/// <summary>Networks with dropout: when they drop, and that their gradients are those of what is left.</summary>
public class DropoutTests
{
    [Fact]
    public void Gradients_are_the_slopes_of_the_loss_with_the_mask_held()
    {
        AssertGradients<DroppingScalar, float>(new DroppingScalar(3), GradientCheck.Run);
        AssertGradients<DroppingScalarDouble, double>(new DroppingScalarDouble(3), GradientCheck.Run);
        AssertGradients<DroppingVector, float>(new DroppingVector(3), GradientCheck.Run);
        AssertGradients<DroppingTiled, double>(new DroppingTiled(3), GradientCheck.Run);
        AssertGradients<DroppingLinear, double>(new DroppingLinear(3), GradientCheck.Run);
    }

    [Fact]
    public void Forward_Predict_and_Evaluate_do_not_drop()
    {
        AssertSame<DroppingScalar, PlainScalar, float>(new DroppingScalar(3), new PlainScalar(3));
        AssertSame<DroppingVector, PlainVector, float>(new DroppingVector(3), new PlainVector(3));
    }

    [Fact]
    public void Each_step_drops_others_and_Backward_the_same_until_then()
    {
        AssertSteps<DroppingScalar, float>(new DroppingScalar(3));
        AssertSteps<DroppingScalarDouble, double>(new DroppingScalarDouble(3));
        AssertSteps<DroppingVector, float>(new DroppingVector(3));
        AssertSteps<DroppingTiled, double>(new DroppingTiled(3));
        AssertSteps<DroppingLinear, double>(new DroppingLinear(3));
    }

    [Fact]
    public void What_is_dropped_follows_from_the_seed()
    {
        float[] first = Trained<DroppingVector, float>(new DroppingVector(3));
        Assert.Equal(first, Trained<DroppingVector, float>(new DroppingVector(3)));
        var other = new DroppingVector(4);
        other.Initialize(3);
        Assert.Equal(first, Trained<DroppingVector, float>(other));

        // The same parameters, but another sequence.
        var parameters = new float[DroppingVector.ParameterCount];
        new DroppingVector(3).GetParameters(parameters);
        other.Initialize(4);
        other.SetParameters(parameters);
        Assert.NotEqual(first, Trained<DroppingVector, float>(other));
    }

    [Fact]
    public void A_struct_copies_its_place_in_the_sequence()
    {
        var network = new DroppingStruct(3);
        Train(ref network);
        DroppingStruct copy = network;
        Train(ref network);
        Train(ref copy);
        Assert.Equal(network.Forward(0.5f), copy.Forward(0.5f));

        static void Train(ref DroppingStruct network)
        {
            for (int step = 0; step < 5; step++)
            {
                network.Train([1, 2, 3], [2, 4, 6], 0.1f);
            }
        }
    }

    [Fact]
    public void The_mean_of_the_gradients_of_a_linear_model_is_that_of_its_ridge()
    {
        // Dropping inputs of a linear model with squared error is a ridge: E(gradient of w_ij) = the gradient without dropout
        // + rate / (1 - rate) * 2 w_ij mean(x_i^2) / outputs (S. Wager, S. Wang and P. Liang, 2013).
        const int Rows = 40;
        const int Steps = 20_000;
        var network = new DroppingLinear(3);
        double[] inputs = Values<double>(Rows * DroppingLinear.InputCount, 1);
        double[] targets = Values<double>(Rows * DroppingLinear.OutputCount, 2);
        var parameters = new double[DroppingLinear.ParameterCount];
        network.GetParameters(parameters);
        var mean = new double[parameters.Length];
        var gradient = new double[parameters.Length];
        for (int step = 0; step < Steps; step++)
        {
            network.Backward(inputs, targets);
            network.GetGradients(gradient);
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] += gradient[i] / Steps;
            }

            network.Update(0);
        }

        for (int i = 0; i < DroppingLinear.InputCount; i++)
        {
            double square = Enumerable.Range(0, Rows).Average(row => inputs[(row * DroppingLinear.InputCount) + i] * inputs[(row * DroppingLinear.InputCount) + i]);
            for (int j = 0; j < DroppingLinear.OutputCount; j++)
            {
                double error = Enumerable.Range(0, Rows).Average(row =>
                {
                    double[] x = inputs[(row * DroppingLinear.InputCount)..((row + 1) * DroppingLinear.InputCount)];
                    var output = new double[DroppingLinear.OutputCount];
                    network.Forward(x, output);
                    return 2 * (output[j] - targets[(row * DroppingLinear.OutputCount) + j]) * x[i] / DroppingLinear.OutputCount;
                });
                double weight = parameters[(i * DroppingLinear.OutputCount) + j];
                Assert.Equal(error + (0.4 / 0.6 * 2 * weight * square / DroppingLinear.OutputCount), mean[(i * DroppingLinear.OutputCount) + j], 0.01);
            }
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(601)]
    public void Threads_drop_the_same(int batchSize)
    {
        float[] Trained(int threads)
        {
            var network = new DroppingThreaded(1);
            TrainingReport report = network.Fit(
                Values<float>(601 * DroppingThreaded.InputCount, 1),
                Values<float>(601 * DroppingThreaded.OutputCount, 2),
                new TrainingOptions { Epochs = 2, BatchSize = batchSize, LearningRate = 0.01, MaxDegreeOfParallelism = threads });
            var parameters = new float[DroppingThreaded.ParameterCount];
            network.GetParameters(parameters);
            return [.. parameters, (float)report.FinalLoss];
        }

        float[] one = Trained(1);
        Assert.Equal(one, Trained(2));
        Assert.Equal(one, Trained(3));
    }

    [Fact]
    public void The_description_has_it()
    {
        Assert.Equal(["dropout", "dense", "dropout", "dense", "dense"], new DroppingVector().Description.Layers.Select(layer => layer.Kind));
        Assert.Equal([0.1, 0, 0.25, 0, 0], new DroppingVector().Description.Layers.Select(layer => layer.DropoutRate));
        LayerDescription second = new DroppingVector().Description.Layers[2];
        Assert.Equal((32, 32, 0), (second.InputCount, second.OutputCount, second.ParameterCount));
    }

    [Fact]
    public void Scaling_folds_into_the_first_layer_past_dropout_of_the_inputs()
    {
        var network = new DroppingLinear(3);
        double[] inputs = Values<double>(8 * DroppingLinear.InputCount, 1);
        Standardizer scaler = Standardizer.Fit<double>(inputs, DroppingLinear.InputCount);
        var scaled = new double[inputs.Length];
        scaler.Transform(inputs, scaled);
        var expected = new double[8 * DroppingLinear.OutputCount];
        var actual = new double[expected.Length];
        network.Predict(scaled, expected);
        scaler.FoldIntoInputs(network);
        network.Predict(inputs, actual);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    private delegate GradientCheckReport Check<T>(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where T : unmanaged;

    private static void AssertGradients<TNetwork, T>(TNetwork network, Check<T> check)
        where TNetwork : INetwork<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Rows of several blocks and lanes; some steps on.
        const int Rows = 21;
        T[] inputs = Values<T>(Rows * network.Description.InputCount, 1);
        T[] targets = Values<T>(Rows * network.Description.OutputCount, 2);
        network.Train(inputs, targets, T.CreateTruncating(0.01));
        GradientCheckReport report = check(network, inputs, targets);
        Assert.True(report.Passed, report.ToString());

        // What is left is the gradient of the network as it is.
        var left = new T[network.Description.ParameterCount];
        var expected = new T[left.Length];
        network.GetGradients(left);
        network.Backward(inputs, targets);
        network.GetGradients(expected);
        Assert.Equal(expected, left);
    }

    private static void AssertSame<TDropping, TPlain, T>(TDropping dropping, TPlain plain)
        where TDropping : INetwork<T>
        where TPlain : INetwork<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const int Rows = 21;
        T[] inputs = Values<T>(Rows * plain.Description.InputCount, 1);
        T[] targets = Values<T>(Rows * plain.Description.OutputCount, 2);
        T first = dropping.Train(inputs, targets, T.CreateTruncating(0.01));
        Assert.NotEqual(plain.Evaluate(inputs, targets), first);
        var parameters = new T[plain.Description.ParameterCount];
        dropping.GetParameters(parameters);
        plain.SetParameters(parameters);
        var expected = new T[targets.Length];
        var actual = new T[targets.Length];
        plain.Predict(inputs, expected);
        dropping.Predict(inputs, actual);
        Assert.Equal(expected, actual);
        Assert.Equal(plain.Evaluate(inputs, targets), dropping.Evaluate(inputs, targets));
        Span<T> row = expected.AsSpan(0, plain.Description.OutputCount);
        dropping.Forward(inputs.AsSpan(0, plain.Description.InputCount), row);
        Assert.Equal(actual[..row.Length], row.ToArray());
    }

    private static void AssertSteps<TNetwork, T>(TNetwork network)
        where TNetwork : INetwork<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] inputs = Values<T>(21 * network.Description.InputCount, 1);
        T[] targets = Values<T>(21 * network.Description.OutputCount, 2);
        T first = network.Backward(inputs, targets);
        Assert.Equal(first, network.Backward(inputs, targets));
        network.Update(T.Zero);
        T second = network.Backward(inputs, targets);
        Assert.NotEqual(first, second);
        Assert.Equal(second, network.Train(inputs, targets, T.Zero));
        Assert.NotEqual(second, network.Train(inputs, targets, T.Zero));
    }

    private static T[] Trained<TNetwork, T>(TNetwork network)
        where TNetwork : INetwork<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] inputs = Values<T>(21 * network.Description.InputCount, 1);
        T[] targets = Values<T>(21 * network.Description.OutputCount, 2);
        network.Fit(inputs, targets, new TrainingOptions { Epochs = 5, BatchSize = 8 });
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
