using System.Numerics;
using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Properties;

namespace XorGen.Verification;

/// <summary>After a training the loss is small and the gradients are next to nothing: what rounding does to the slopes is then larger than they are.</summary>
public class RoundedGradientTests
{
    private static readonly float[] Inputs = [.. Enumerable.Range(0, 40).Select(i => (i / 20f) - 1)];
    private static readonly float[] Sines = [.. Inputs.Select(x => MathF.Sin(3 * x))];
    private static readonly string[] OutputsOfAnyLoss = ["linear", "sigmoid", "softmax"];

    public static TheoryData<string, string, string> Combinations()
    {
        IEnumerable<(string Hidden, string Output, string Loss)> activations =
            ActivationCatalogue.All.Entries.OfType<ElementwiseActivation>().Select(entry => (entry.Name, "linear", "mse"));
        IEnumerable<(string Hidden, string Output, string Loss)> losses =
            // Without squared_hinge: training drives the margins to 1 exactly, where its second derivative jumps for several rows at once.
            from loss in LossCatalogue.All.Entries
            where loss.Name != "squared_hinge"
            from output in loss.OutputActivations is { Length: > 0 } some ? some : OutputsOfAnyLoss
            select ("tanh", output, loss.Name);
        var data = new TheoryData<string, string, string>();
        foreach ((string hidden, string output, string loss) in activations.Union(losses))
        {
            data.Add(hidden, output, loss);
        }

        return data;
    }

    [Fact]
    public void A_trained_network_passes_whatever_its_seed()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var network = new TrainedSine(seed);
            network.Fit(Inputs, Sines, new() { Epochs = 1000 });
            GradientCheckReport report = GradientCheck.Run(network, Inputs, Sines);
            Assert.True(report.Passed, $"seed {seed}\n{report}");
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    [Trait("Category", "Exhaustive")]
    public void Trained_networks_of_the_catalogue_pass(string hidden, string output, string loss)
    {
        foreach (Unroll unroll in (Unroll[])[Unroll.Full, Unroll.None])
        {
            var declaration = new NetworkDeclaration
            {
                Sizes = [2, 6, LossCatalogue.All[loss].OutputsPerTarget == 2 ? 2 : 3], Activation = hidden, OutputActivation = output, Loss = loss, Unroll = unroll,
            };
            (double[] inputs, double[] targets) = NetworkGenerators.Data(declaration, rows: 5, seed: 3);
            AssertPasses<double>(declaration, inputs, targets);
            AssertPasses<float>(declaration with { Precision = Precision.Single }, inputs, targets);
        }
    }

    /// <summary>A derivative that is off by a millionth, where all of them are next to nothing.</summary>
    [Fact]
    public void A_wrong_gradient_of_a_trained_network_fails()
    {
        double[] inputs = [.. Inputs];
        double[] targets = [.. Sines];
        var network = new TrainedSineDouble(1);
        network.Fit(inputs, targets, new() { Epochs = 1000 });
        for (int parameter = 0; parameter < TrainedSineDouble.ParameterCount; parameter++)
        {
            GradientCheckReport report = GradientCheck.Run(new ShiftedGradient<double>(network, parameter, 1e-6), inputs, targets);
            Assert.False(report.Passed, report.ToString());
            Assert.Equal(parameter, report.Layers.MaxBy(layer => layer.LargestRelativeError).Parameter);
        }
    }

    [Fact]
    public void A_wrong_gradient_of_a_trained_network_in_single_precision_fails()
    {
        for (int seed = 0; seed < 5; seed++)
        {
            var network = new TrainedSine(seed);
            network.Fit(Inputs, Sines, new() { Epochs = 1000 });
            for (int parameter = 0; parameter < TrainedSine.ParameterCount; parameter++)
            {
                Assert.False(GradientCheck.Run(new ShiftedGradient<float>(network, parameter, 1e-3f), Inputs, Sines).Passed, $"seed {seed}, parameter {parameter}");
            }
        }
    }

    private static void AssertPasses<T>(NetworkDeclaration declaration, double[] inputs, double[] targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        INetwork<T> network = CompiledNetwork.Create<T>(declaration);
        T[] x = Array.ConvertAll(inputs, T.CreateTruncating);
        T[] y = Array.ConvertAll(targets, T.CreateTruncating);
        network.Fit(x, y, new() { Epochs = 1000, LearningRate = 0.01 });
        GradientCheckReport report = network is INetwork<float> single
            ? GradientCheck.Run(single, (float[])(object)x, (float[])(object)y)
            : GradientCheck.Run((INetwork<double>)network, (double[])(object)x, (double[])(object)y);
        Assert.True(report.Passed, $"{declaration}\n{report}");
    }
}
