namespace XorGen.Training;

/// <summary>Forward, Predict and Evaluate may be called from many threads at once.</summary>
public class ThreadTests
{
    private const int Rows = 130;
    private const int Repetitions = 400;

    [Fact]
    public void A_tiny_network_predicts_from_many_threads() => AssertSame(new ScalarClassifier(5));

    [Fact]
    public void A_large_network_predicts_from_many_threads() => AssertSame(new TiledClassifier(5));

    private static void AssertSame(IClassifier<float> network)
    {
        int width = network.Description.InputCount;
        int classes = network.Description.OutputCount;
        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, Rows * width).Select(_ => random.NextSingle() - 0.5f)];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(classes))];
        var expected = new float[Rows * classes];
        network.Predict(inputs, expected);
        float loss = network.Evaluate(inputs, labels);
        Parallel.For(0, Repetitions, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var outputs = new float[Rows * classes];
            network.Predict(inputs, outputs);
            Assert.Equal(expected, outputs);
            Assert.Equal(loss, network.Evaluate(inputs, labels));
            int row = i % Rows;
            network.Forward(inputs.AsSpan(row * width, width), outputs.AsSpan(0, classes));
            Assert.Equal(expected[(row * classes)..((row + 1) * classes)], outputs[..classes]);
        });
    }
}
