using System.Numerics;
using CsCheck;

namespace XorGen.Properties;

/// <summary>What must hold to the bit between the members of any network.</summary>
public class ConsistencyTests
{
    [Fact]
    public void Members_agree_to_the_bit() => NetworkGenerators.Cases.Sample(
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
        iter: 60);

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

        // Train is Backward and Update; Evaluate and Backward return the same loss.
        INetwork<T> other = CompiledNetwork.Create<T>(declaration);
        T rate = T.CreateTruncating(0.01);
        for (int step = 0; step < 3; step++)
        {
            T loss = network.Evaluate(x, y);
            Assert.Equal(loss, network.Backward(x, y));
            network.Update(rate);
            Assert.Equal(loss, other.Train(x, y, rate));
            Assert.Equal(Parameters(network), Parameters(other));
        }

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

    /// <summary>Labels are targets with a 1 in their column.</summary>
    private static void CheckLabels<T>(IClassifier<T> network, T[] x, int rows, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = network.Description.OutputCount;
        var random = new Random(seed);
        int[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.Next(classes))];
        T[] targets = [.. labels.SelectMany(label => Enumerable.Range(0, classes).Select(j => j == label ? T.One : T.Zero))];
        Assert.Equal(network.Evaluate(x, targets), network.Evaluate(x, labels));
        Assert.Equal(network.Backward(x, targets), network.Backward(x, labels));
        var outputs = new T[rows * classes];
        network.Predict(x, outputs);
        int correct = outputs.Chunk(classes).Zip(labels, (row, label) => Array.IndexOf(row, row.Max()) == label ? 1 : 0).Sum();
        Assert.Equal((double)correct / rows, network.Accuracy(x, labels));
    }

    private static T[] Parameters<T>(INetwork<T> network)
        where T : unmanaged
    {
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }
}
