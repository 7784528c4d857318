namespace XorGen.Catalogue;

/// <summary>Label smoothing, logarithms of probabilities, and means with variances, from the outside.</summary>
public class LikelihoodTests
{
    private const int Rows = 40;

    [Fact]
    public void Label_smoothing_is_PyTorchs_for_cross_entropy()
    {
        // torch.nn.CrossEntropyLoss(label_smoothing=0.1): the target is (1 - 0.1) y + 0.1 / 3.
        var smoothed = new SmoothedClassifier(3);
        var plain = new PlainClassifier(3);
        double[] inputs = Numbers(Rows * 3, 1);
        int[] labels = [.. Enumerable.Range(0, Rows).Select(row => row % 3)];
        double[] targets = [.. labels.SelectMany(label => Enumerable.Range(0, 3).Select(j => (j == label ? 0.9 : 0) + (0.1 / 3)))];
        Close.Assert(plain.Backward(inputs, targets), smoothed.Backward(inputs, labels), 1e-13, "loss");
        Close.Assert(Gradients(plain), Gradients(smoothed), 1e-12, "gradient", floor: 0.01);
        Assert.Equal(smoothed.Accuracy(inputs, labels), plain.Accuracy(inputs, labels));
    }

    [Fact]
    public void Label_smoothing_is_Kerass_for_binary_cross_entropy()
    {
        // keras.losses.BinaryCrossentropy(label_smoothing=0.2): the target is y (1 - 0.2) + 0.2 / 2.
        var smoothed = new SmoothedDecision(3);
        var plain = new PlainDecision(3);
        double[] inputs = Numbers(Rows * 3, 1);
        double[] targets = [.. Enumerable.Range(0, Rows).Select(row => row % 2.0)];
        double[] softened = [.. targets.Select(y => (0.8 * y) + 0.1)];
        Close.Assert(plain.Backward(inputs, softened), smoothed.Backward(inputs, targets), 1e-13, "loss");
        Close.Assert(Gradients(plain), Gradients(smoothed), 1e-12, "gradient", floor: 0.01);
    }

    [Fact]
    public void Log_softmax_is_the_logarithm_and_trains_as_softmax_does()
    {
        var logarithms = new LogClassifier(5);
        var plain = new PlainClassifier(5);
        double[] inputs = Numbers(Rows * 3, 2);
        int[] labels = [.. Enumerable.Range(0, Rows).Select(row => row * row % 3)];
        AssertLogarithms(plain, logarithms, inputs, 1e-13);
        Close.Assert(plain.Evaluate(inputs, labels), logarithms.Evaluate(inputs, labels), 1e-14, "loss");
        TrainingReport expected = plain.Fit(inputs, labels, new() { Epochs = 50 });
        TrainingReport report = logarithms.Fit(inputs, labels, new() { Epochs = 50 });
        Close.Assert(expected.LossHistory, report.LossHistory, 1e-10, "losses");
        Assert.Equal(plain.Accuracy(inputs, labels), logarithms.Accuracy(inputs, labels));
        AssertLogarithms(plain, logarithms, inputs, 1e-9);
    }

    [Fact]
    public void Also_in_blocks_of_memory()
    {
        var logarithms = new LogTiledClassifier(5);
        var plain = new PlainTiledClassifier(5);
        float[] inputs = [.. Numbers(Rows * 30, 2).Select(x => (float)x)];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(row => row * row % 10)];
        Assert.Equal("cross_entropy", logarithms.Description.Loss);
        AssertLogarithms(plain, logarithms, inputs, 2e-6);
        for (int step = 0; step < 20; step++)
        {
            Assert.Equal(plain.Train(inputs, labels, 0.01f), logarithms.Train(inputs, labels, 0.01f));
        }

        Assert.Equal(plain.Accuracy(inputs, labels), logarithms.Accuracy(inputs, labels));
    }

    [Fact]
    public void A_probability_that_underflows_has_a_logarithm()
    {
        var network = new LogClassifier(1);
        var parameters = new double[LogClassifier.ParameterCount];
        parameters[^1] = 2000;
        network.SetParameters(parameters);
        double[] output = new double[3];
        network.Forward([1, 2, 3], output);
        Assert.Equal([-2000, -2000, 0], output);
        Assert.Equal(2000, network.Evaluate([1, 2, 3], (int[])[0]));
    }

    [Fact]
    public void A_network_learns_the_mean_and_the_noise_of_a_line()
    {
        // y = 2 x - 1 with noise of standard deviation 0.1 + 0.4 x.
        var random = new Random(7);
        double[] inputs = [.. Enumerable.Range(0, 2000).Select(_ => random.NextDouble())];
        double[] targets = [.. inputs.Select(x => (2 * x) - 1 + ((0.1 + (0.4 * x)) * Normal(random)))];
        var network = new NoisyLine(3);
        Assert.Equal((1, 2), (NoisyLine.TargetCount, NoisyLine.OutputCount));
        Assert.Equal((1, "mean_variance", "gaussian_nll"), (network.Description.TargetCount, network.Description.Layers[^1].Activation, network.Description.Loss));
        TrainingReport report = network.Fit(inputs, targets, new()
        {
            Epochs = 150, BatchSize = 50, LearningRate = 0.01, LearningRateSchedule = LearningRateSchedule.Cosine(), Validation = Validation.Split(0.2),
        });
        double[] output = new double[2];
        foreach (double x in new[] { 0.1, 0.5, 0.9 })
        {
            network.Forward([x], output);
            Assert.Equal((2 * x) - 1, output[0], 0.12);
            Assert.Equal(0.1 + (0.4 * x), Math.Sqrt(output[1]), 0.08);
        }

        double mean = targets.Average();
        double bestConstant = (Math.Log(targets.Average(y => (y - mean) * (y - mean))) + 1) / 2;
        Assert.True(report.FinalLoss < bestConstant - 0.3);
        RegressionReport regression = RegressionReport.Of<double>(network, inputs, targets);
        Assert.Single(regression.Outputs);
        Assert.InRange(regression.Outputs[0].R2, 0.6, 0.9);
    }

    [Fact]
    public void Targets_have_their_own_width_in_every_member()
    {
        var network = new TwoNoisyLines(3);
        float[] inputs = [.. Numbers(Rows, 3).Select(x => (float)x)];
        float[] targets = [.. inputs.SelectMany(x => new[] { x, 1 - x })];
        Assert.Contains("length of 80 (40 rows of 2), but it is 160", Assert.Throws<ArgumentException>(() => network.Evaluate(inputs, new float[160])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => network.Fit(inputs, new float[160]));
        Assert.Throws<ArgumentException>(() => network.Train(inputs, new float[40], 0.1f));
        Assert.True(GradientCheck.Run(network, inputs, targets).Passed);
        float first = network.Evaluate(inputs, targets);
        network.Fit(inputs, targets, new() { Epochs = 200, BatchSize = 8, LearningRate = 0.003, SampleWeights = [.. inputs.Select(x => (double)x + 1)] });
        Assert.True(network.Evaluate(inputs, targets) < first - 0.5f);
        float[] outputs = new float[Rows * 4];
        network.Predict(inputs, outputs);
        Assert.All(outputs.Chunk(4), row => Assert.True(row[2] > 0 && row[3] > 0));
    }

    [Fact]
    public void A_line_search_takes_it_too()
    {
        var network = new LbfgsNoisyLine(1);
        double[] inputs = Numbers(Rows * 2, 4);
        double[] targets = [.. inputs.Chunk(2).Select(row => row[0] - row[1])];
        double first = network.Evaluate(inputs, targets);
        TrainingReport report = network.Fit(inputs, targets, new() { Epochs = 30 });
        Assert.True(report.FinalLoss < first - 1);
    }

    private static void AssertLogarithms<T>(INetwork<T> plain, INetwork<T> logarithms, T[] inputs, double tolerance)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var probabilities = new T[Rows * plain.Description.OutputCount];
        var outputs = new T[probabilities.Length];
        plain.Predict(inputs, probabilities);
        logarithms.Predict(inputs, outputs);
        Close.Assert(
            [.. probabilities.Select(p => Math.Log(double.CreateTruncating(p)))], [.. outputs.Select(double.CreateTruncating)], tolerance, "log p", floor: 1);
    }

    private static double[] Gradients(INetwork<double> network)
    {
        var gradients = new double[network.Description.ParameterCount];
        network.GetGradients(gradients);
        return gradients;
    }

    private static double[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
    }

    /// <summary>G. Box and M. Muller, 1958.</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
