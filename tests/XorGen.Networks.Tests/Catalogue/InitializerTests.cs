using XorGen.Generator.Catalogue.Initializers;
using XorGen.Generator.Tests;
using XorGen.Numerics;

namespace XorGen.Catalogue;

/// <summary>Every initializer against the distribution that its paper or PyTorch's documentation says, for fixed seeds.</summary>
public class InitializerTests
{
    private const int Inputs = 200;
    private const int Hidden = 150;
    private const double Scale = 0.3;

    // The Kolmogorov-Smirnov statistic of n numbers is above 2.2 / sqrt(n) once in 8,000 times (N. Smirnov, 1948).
    private const double LargestStatistic = 2.2;

    private static readonly Dictionary<string, Expectation> Expectations = new()
    {
        ["zeros"] = new(Same(0)),
        ["ones"] = new(Same(1)),
        ["constant"] = new(Same(Scale)),
        ["uniform"] = new(Uniform(0, Scale)) { Biases = Uniform(0, Scale) },
        ["normal"] = new(Normal(Scale)),
        ["truncated_normal"] = new(TruncatedNormal(Scale)),
        ["glorot_uniform"] = new(Symmetric(Math.Sqrt(6.0 / (Inputs + Hidden)))),
        ["glorot_normal"] = new(Normal(Math.Sqrt(2.0 / (Inputs + Hidden)))),
        ["he_uniform"] = new(Symmetric(Math.Sqrt(6.0 / Inputs))),
        ["he_normal"] = new(Normal(Math.Sqrt(2.0 / Inputs))),
        ["lecun_uniform"] = new(Symmetric(Math.Sqrt(3.0 / Inputs))),
        ["lecun_normal"] = new(Normal(Math.Sqrt(1.0 / Inputs))),
        ["torch_default"] = new(Symmetric(1 / Math.Sqrt(Inputs))) { Biases = Symmetric(1 / Math.Sqrt(Inputs)) },
        ["orthogonal"] = new(null) { Check = AssertOrthogonal },
        ["nguyen_widrow"] = new(null) { Biases = Symmetric(NguyenWidrowLength), Check = AssertNguyenWidrow },
    };

    public static TheoryData<string> Names => [.. InitializerCatalogue.All.Entries.Select(entry => entry.Name)];

    private static double NguyenWidrowLength => 0.7 * Scale * Math.Pow(Hidden, 1.0 / Inputs);

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_and_biases_are_distributed_as_they_should(string name)
    {
        Expectation expected = Expectations[name];
        INetwork<double> network = Create(name, Inputs, Hidden);
        foreach (int seed in new[] { 0, 1, -7 })
        {
            (double[] weights, double[] biases) = FirstLayer(network, seed);
            if (expected.Weights is not null)
            {
                AssertDistribution(expected.Weights, weights, $"weights of {name} from seed {seed}");
            }

            AssertDistribution(expected.Biases, biases, $"biases of {name} from seed {seed}");
            expected.Check?.Invoke(weights, Inputs, Hidden);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_seed_gives_other_numbers_and_the_same_seed_the_same(string name)
    {
        INetwork<double> network = Create(name, Inputs, Hidden);
        double[] first = FirstLayer(network, 3).Weights;
        double[] other = FirstLayer(network, 4).Weights;
        Assert.Equal(name is "zeros" or "ones" or "constant", first.SequenceEqual(other));
        Assert.Equal(first, FirstLayer(network, 3).Weights);
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(7, 33)]
    public void Orthogonal_layers_of_any_shape_are_orthogonal(int inputs, int neurons) =>
        AssertOrthogonal(FirstLayer(Create("orthogonal", inputs, neurons), 5).Weights, inputs, neurons);

    private static Distribution Same(double value) => new(value, 0, value, value, null);

    private static Distribution Uniform(double low, double high) =>
        new((low + high) / 2, (high - low) * (high - low) / 12, low, high, x => Math.Clamp((x - low) / (high - low), 0, 1));

    private static Distribution Symmetric(double bound) => Uniform(-bound, bound);

    private static Distribution Normal(double deviation) =>
        new(0, deviation * deviation, double.NegativeInfinity, double.PositiveInfinity, x => Cumulative(x / deviation));

    /// <summary>The normal distribution between -2 and 2 deviations, whose variance is 1 - 4 phi(2) / (2 Phi(2) - 1).</summary>
    private static Distribution TruncatedNormal(double deviation)
    {
        double inside = (2 * Cumulative(2)) - 1;
        double variance = 1 - (4 * Math.Exp(-2) / Math.Sqrt(2 * Math.PI) / inside);
        return new(0, variance * deviation * deviation, -2 * deviation, 2 * deviation, x => (Cumulative(x / deviation) - Cumulative(-2)) / inside);
    }

    private static double Cumulative(double x) => (1 + ElementaryDouble.Erf(x / Math.Sqrt(2))) / 2;

    private static void AssertDistribution(Distribution expected, double[] values, string what)
    {
        Assert.All(values, value => Assert.InRange(value, expected.Low, expected.High));
        if (expected.Cumulative is null)
        {
            return;
        }

        // Five standard errors; that of the variance is at most variance * sqrt(2 / n), for the normal distribution.
        double mean = values.Average();
        double variance = values.Average(value => (value - expected.Mean) * (value - expected.Mean));
        double error = Math.Sqrt(expected.Variance / values.Length);
        Assert.True(Math.Abs(mean - expected.Mean) < 5 * error, $"The mean of the {what} is {mean}, not {expected.Mean}.");
        Assert.True(
            Math.Abs((variance / expected.Variance) - 1) < 5 * Math.Sqrt(2.0 / values.Length),
            $"The variance of the {what} is {variance}, not {expected.Variance}.");
        double[] sorted = [.. values.Order()];
        double statistic = sorted.Select((value, i) => Math.Max(
            Math.Abs(expected.Cumulative(value) - ((double)i / sorted.Length)), Math.Abs(expected.Cumulative(value) - ((i + 1.0) / sorted.Length)))).Max();
        Assert.True(statistic * Math.Sqrt(sorted.Length) < LargestStatistic, $"The {what} are not distributed alike: {statistic}.");
    }

    /// <summary>The vectors of the shorter side have the length of the scale and are orthogonal to each other.</summary>
    private static void AssertOrthogonal(double[] weights, int inputs, int neurons)
    {
        double[][] rows = [.. weights.Chunk(neurons)];
        double[][] vectors = inputs < neurons ? rows : [.. Enumerable.Range(0, neurons).Select(j => rows.Select(row => row[j]).ToArray())];
        for (int i = 0; i < vectors.Length; i++)
        {
            for (int k = 0; k <= i; k++)
            {
                double product = vectors[i].Zip(vectors[k], (a, b) => a * b).Sum();
                Assert.Equal(i == k ? Scale * Scale : 0, product, 1e-14);
            }
        }
    }

    /// <summary>The weights of each neuron have the length that the paper says, and their directions are everywhere.</summary>
    private static void AssertNguyenWidrow(double[] weights, int inputs, int neurons)
    {
        double[][] rows = [.. weights.Chunk(neurons)];
        for (int j = 0; j < neurons; j++)
        {
            Assert.Equal(NguyenWidrowLength, Math.Sqrt(rows.Sum(row => row[j] * row[j])), 1e-14);
        }

        double deviation = NguyenWidrowLength / Math.Sqrt(inputs);
        Assert.InRange(weights.Average(), -5 * deviation / Math.Sqrt(weights.Length), 5 * deviation / Math.Sqrt(weights.Length));
    }

    private static INetwork<double> Create(string initializer, int inputs, int neurons)
    {
        string scale = InitializerCatalogue.All[initializer].TakesScale ? $", InitializerScale = {Scale}" : string.Empty;
        string source = $"using XorGen; [Network(Inputs = {inputs}, Hidden = {neurons}, Outputs = 1, Precision = Precision.Double, Initializer = \"{initializer}\"{scale})] public partial class Tested;";
        using LoadedAssembly loaded = GeneratorHarness.Run(source).Load();
        return (INetwork<double>)Activator.CreateInstance(loaded.TypeOf("Tested"))!;
    }

    private static (double[] Weights, double[] Biases) FirstLayer(INetwork<double> network, int seed)
    {
        network.Initialize(seed);
        var parameters = new double[network.Description.ParameterCount];
        network.GetParameters(parameters);
        LayerDescription layer = network.Description.Layers[0];
        int weights = layer.InputCount * layer.OutputCount;
        return (parameters[..weights], parameters[weights..(weights + layer.OutputCount)]);
    }

    /// <summary>What is expected of a run of numbers; no function where all are the same.</summary>
    private sealed record Distribution(double Mean, double Variance, double Low, double High, Func<double, double>? Cumulative);

    private sealed record Expectation(Distribution? Weights)
    {
        public Distribution Biases { get; init; } = Same(0);

        public Action<double[], int, int>? Check { get; init; }
    }
}
