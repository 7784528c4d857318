using System.Numerics;
using CsCheck;
using XorGen.Training;

namespace XorGen.Properties;

/// <summary>What must hold to the bit between the members of any network.</summary>
public class ConsistencyTests
{
    [Fact]
    public void Members_agree_to_the_bit() => CheckMembers(iterations: 15);

    [Fact]
    [Trait("Category", "Thorough")]
    public void Members_of_many_networks_agree_to_the_bit() => CheckMembers(iterations: 150);

    private static void CheckMembers(int iterations) => NetworkGenerators.Cases.Sample(
        (declaration, rows, seed) =>
        {
            if (declaration.Precision == Precision.Single)
            {
                Check<float>(declaration, rows, seed);
            }
            else
            {
                Check<double>(declaration, rows, seed);
            }
        },
        iter: iterations);

    [Fact]
    public void Both_forms_start_from_the_same_parameters() => NetworkGenerators.Declarations
        .Where(declaration => declaration.Unroll == Unroll.Full)
        .Sample(
            declaration =>
            {
                Assert.Equal(Start(declaration), Start(declaration with { Unroll = Unroll.None }));
            },
            iter: 20);

    private static double[] Start(NetworkDeclaration declaration)
    {
        var network = CompiledNetwork.Create<double>(declaration with { Precision = Precision.Double });
        network.Initialize(7);
        var parameters = new double[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }

    private static void Check<T>(NetworkDeclaration declaration, int rows, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        INetwork<T> network = CompiledNetwork.Create<T>(declaration);
        (double[] inputs, double[] targets) = NetworkGenerators.Data(declaration, rows, seed);
        T[] x = [.. inputs.Select(T.CreateTruncating)];
        T[] y = [.. targets.Select(T.CreateTruncating)];

        // A row alone gives the bits that it gives among others, wherever it stands.
        var all = new T[rows * declaration.Outputs];
        var one = new T[declaration.Outputs];
        network.Predict(x, all);
        for (int row = 0; row < rows; row++)
        {
            network.Forward(x.AsSpan(row * declaration.Inputs, declaration.Inputs), one);
            Assert.Equal(one, all[(row * declaration.Outputs)..((row + 1) * declaration.Outputs)]);
        }

        // Train is Backward and Update; Evaluate and Backward return the same loss, unless values are dropped.
        INetwork<T> other = CompiledNetwork.Create<T>(declaration);
        T rate = T.CreateTruncating(0.01);
        for (int step = 0; step < 3; step++)
        {
            T loss = network.Backward(x, y);
            Assert.Equal(declaration.Drops ? other.Evaluate(x, y) : loss, network.Evaluate(x, y));
            network.Update(rate);
            Assert.Equal(loss, other.Train(x, y, rate));
            Assert.Equal(Parameters(network), Parameters(other));
        }

        CheckWeights(network, other, x, y, declaration.Drops);

        // Parameters are what was set; the seed's are the constructor's; training starts afresh.
        T[] trained = Parameters(network);
        other.Initialize(0);
        Assert.Equal(Parameters(CompiledNetwork.Create<T>(declaration)), Parameters(other));
        other.SetParameters(trained);
        Assert.Equal(trained, Parameters(other));
        if (network is IClassifier<T> classifier)
        {
            CheckLabels(classifier, x, rows, seed);
        }
    }

    /// <summary>Weights of 1 are none; Train with weights is Backward with them, and Update.</summary>
    private static void CheckWeights<T>(INetwork<T> network, INetwork<T> other, T[] x, T[] y, bool drops)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var one = (ITrainable<T>)network;
        var two = (ITrainable<T>)other;
        int rows = x.Length / network.Description.InputCount;
        T[] ones = [.. Enumerable.Repeat(T.One, rows)];
        T[] weights = [.. Enumerable.Range(0, rows).Select(row => T.CreateTruncating(row % 3 / 4.0))];
        weights[0] = T.One;
        T rate = T.CreateTruncating(0.01);
        T loss = one.Backward(x, y);
        T[] gradients = Gradients(one);
        Assert.Equal(loss, two.Backward(x, y, ones));
        Assert.Equal(gradients, Gradients(two));
        Assert.Equal(one.Evaluate(x, y), one.Evaluate(x, y, ones));
        Assert.Equal(one.Train(x, y, rate), two.Train(x, y, ones, rate));
        Assert.Equal(Parameters(one), Parameters(two));
        loss = one.Backward(x, y, weights);
        Assert.Equal(drops ? two.Evaluate(x, y, weights) : loss, one.Evaluate(x, y, weights));
        one.Update(rate);
        Assert.Equal(loss, two.Train(x, y, weights, rate));
        Assert.Equal(Parameters(one), Parameters(two));
    }

    private static T[] Gradients<T>(INetwork<T> network)
        where T : unmanaged
    {
        var gradients = new T[network.Description.ParameterCount];
        network.GetGradients(gradients);
        return gradients;
    }

    /// <summary>Labels are targets with a 1 in their column; of a single output they are 0 and 1, which the hinge losses take as -1 and 1.</summary>
    private static void CheckLabels<T>(IClassifier<T> network, T[] x, int rows, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = network.Description.OutputCount;
        int classes = Math.Max(2, width);
        T other = network.Description.Loss is "hinge" or "squared_hinge" ? -T.One : T.Zero;
        var random = new Random(seed);
        int[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.Next(classes))];
        T[] targets = width == 1
            ? [.. labels.Select(label => label == 1 ? T.One : other)]
            : [.. labels.SelectMany(label => Enumerable.Range(0, classes).Select(j => j == label ? T.One : T.Zero))];
        Assert.Equal(network.Evaluate(x, targets), network.Evaluate(x, labels));
        Assert.Equal(network.Backward(x, targets), network.Backward(x, labels));
        T[] weights = [.. labels.Select(label => T.CreateTruncating(1 + (label / 4.0)))];
        var trainable = (ITrainableClassifier<T>)network;
        Assert.Equal(trainable.Evaluate(x, targets, weights), trainable.Evaluate(x, labels, weights));
        Assert.Equal(trainable.Backward(x, targets, weights), trainable.Backward(x, labels, weights));
        var outputs = new T[rows * width];
        network.Predict(x, outputs);

        T threshold = T.CreateTruncating(Threshold(network.Description));
        int correct = outputs.Chunk(width).Zip(labels, (row, label) => (width == 1 ? (row[0] > threshold ? 1 : 0) : Array.IndexOf(row, row.Max())) == label ? 1 : 0).Sum();
        Assert.Equal((double)correct / rows, network.Accuracy(x, labels));
        Assert.Equal(correct, network.ClassifyRows(x).Zip(labels, (actual, label) => actual == label ? 1 : 0).Sum());
    }

    /// <summary>Where the two classes of a single output meet: docs/training.md.</summary>
    private static double Threshold(NetworkDescription description) => description.Layers[^1].Activation switch
    {
        "sigmoid" or "hard_sigmoid" or "elliot" or "gaussian" => 0.5,
        "log_sigmoid" => -Math.Log(2),
        _ => 0,
    };

    private static T[] Parameters<T>(INetwork<T> network)
        where T : unmanaged
    {
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }
}
