using System.Numerics;
using XorGen.SecondOrder;

namespace XorGen.Training;

/// <summary>Training on rows that do not count alike, in every form of a network.</summary>
public class WeightedRowsTests
{
    private const int Rows = 41;

    [Fact]
    public void A_row_of_weight_2_counts_as_two_rows() => AssertRepeats(new ScalarAdamDouble(3), new ScalarAdamDouble(3), steps: 10, 1e-9);

    [Fact]
    public void Also_in_blocks_of_memory() => AssertRepeats(new TiledAdamDouble(3), new TiledAdamDouble(3), steps: 10, 1e-9);

    [Fact]
    public void Also_where_the_gradient_is_clipped() => AssertRepeats(new TiledRegression(3), new TiledRegression(3), steps: 10, 1e-9);

    [Fact]
    public void Also_in_a_line_search() => AssertRepeats(new SineLbfgs(3), new SineLbfgs(3), steps: 6, 1e-7);

    [Fact]
    public void Also_in_normal_equations() => AssertRepeats(new TwoSigmoidsMarquardt(3), new TwoSigmoidsMarquardt(3), steps: 5, 1e-7);

    /// <summary>sum of w_c(i) l_i over sum of w_c(i): PyTorch's documentation of CrossEntropyLoss with weight and reduction='mean'.</summary>
    [Fact]
    public void Weights_of_classes_are_those_of_PyTorchs_CrossEntropyLoss()
    {
        var network = new ScalarClassifier(7);
        (float[] inputs, int[] labels) = Classes();
        float[] classWeights = [0.5f, 3, 1.25f];
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < Rows; row++)
        {
            float[] output = new float[3];
            network.Forward(inputs.AsSpan(row * 4, 4), output);
            sum -= classWeights[labels[row]] * Math.Log(output[labels[row]]);
            weights += classWeights[labels[row]];
        }

        TrainingReport report = network.Fit(inputs, labels, new() { Epochs = 1, ClassWeights = [0.5, 3, 1.25] });
        Close.Assert(sum / weights, report.LossHistory[0], 1e-5, "loss");
    }

    [Fact]
    public void Fit_leaves_out_what_has_no_weight()
    {
        (float[] inputs, int[] labels) = Classes();
        double[] firstOnly = [.. Enumerable.Range(0, Rows).Select(row => row < 23 ? 1.0 : 0)];
        var options = new TrainingOptions { Epochs = 30, LearningRate = 0.05 };
        var some = new TiledClassifier(1);
        var all = new TiledClassifier(1);
        float[] wide = [.. inputs, .. inputs, .. inputs, .. inputs, .. inputs];
        wide = wide[..(Rows * TiledClassifier.InputCount)];
        TrainingReport expected = some.Fit(wide.AsSpan(0, 23 * TiledClassifier.InputCount), labels.AsSpan(0, 23), options);
        TrainingReport report = all.Fit(wide, labels, options with { SampleWeights = firstOnly });
        Close.Assert(expected.LossHistory, report.LossHistory, 1e-4, "losses", floor: 0.01);
    }

    [Fact]
    public void A_struct_is_trained_in_place()
    {
        var network = new RegressionStruct(2);
        float[] inputs = Numbers<float>(Rows * 3, 1);
        float[] targets = Numbers<float>(Rows * 2, 2);
        TrainingReport report = network.Fit(inputs, targets, new() { Epochs = 60, SampleWeights = [.. Enumerable.Range(1, Rows).Select(i => (double)i)] });
        float[] weights = [.. Enumerable.Range(1, Rows).Select(i => (float)i)];
        Assert.True(report.FinalLoss < 0.8 * report.LossHistory[0]);
        Assert.Equal(report.FinalLoss, Evaluate(network, inputs, targets, weights));
    }

    [Fact]
    public void Bad_weights_are_refused_with_their_numbers()
    {
        var network = new ScalarAdamSingle(1);
        float[] inputs = new float[3 * ScalarAdamSingle.InputCount];
        Assert.Contains("length of 3, but it is 2", Message([1, 1]), StringComparison.Ordinal);
        Assert.Contains("weight of row 1 is -0.5", Message([1, -0.5f, 1]), StringComparison.Ordinal);
        Assert.Contains("weight of row 2 is NaN", Message([1, 1, float.NaN]), StringComparison.Ordinal);
        Assert.Contains("weight of row 0 is", Message([float.PositiveInfinity, 1, 1]), StringComparison.Ordinal);
        Assert.Contains("3 rows add up to 0", Message([0, 0, 0]), StringComparison.Ordinal);

        string Message(float[] weights)
        {
            ITrainable<float> trainable = network;
            float[] before = Parameters(trainable);
            string[] messages =
            [
                Assert.Throws<ArgumentException>(() => trainable.Evaluate(inputs, new float[3], weights)).Message,
                Assert.Throws<ArgumentException>(() => trainable.Backward(inputs, new float[3], weights)).Message,
                Assert.Throws<ArgumentException>(() => trainable.Train(inputs, new float[3], weights, 0.1f)).Message,
            ];
            Assert.Single(messages.Distinct());
            Assert.Equal(before, Parameters(trainable));
            return messages[0];
        }
    }

    private static void AssertRepeats<T>(ITrainable<T> weighted, ITrainable<T> repeated, int steps, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkDescription description = weighted.Description;
        T[] inputs = Numbers<T>(Rows * description.InputCount, 1);
        T[] targets = Numbers<T>(Rows * description.OutputCount, 2);
        int[] counts = [.. Enumerable.Range(0, Rows).Select(row => row % 4)];
        T[] weights = [.. counts.Select(count => T.CreateChecked(count))];
        T[] manyInputs = [.. Repeat(inputs, description.InputCount, counts)];
        T[] manyTargets = [.. Repeat(targets, description.OutputCount, counts)];
        T rate = T.CreateChecked(0.01);
        for (int step = 0; step < steps; step++)
        {
            double expected = double.CreateTruncating(repeated.Train(manyInputs, manyTargets, rate));
            Close.Assert(expected, double.CreateTruncating(weighted.Train(inputs, targets, weights, rate)), tolerance, $"loss of step {step}");
        }

        Close.Assert(Doubles(repeated), Doubles(weighted), tolerance, "parameters", floor: 0.1);
    }

    private static IEnumerable<T> Repeat<T>(T[] rows, int width, int[] counts) =>
        rows.Chunk(width).SelectMany((row, i) => Enumerable.Repeat(row, counts[i])).SelectMany(row => row);

    private static double Evaluate(ITrainable<float> network, float[] inputs, float[] targets, float[] weights) =>
        network.Evaluate(inputs, targets, weights);

    private static (float[] Inputs, int[] Labels) Classes() =>
        (Numbers<float>(Rows * 4, 5), [.. Enumerable.Range(0, Rows).Select(row => row * row % 3)]);

    private static T[] Numbers<T>(int count, int seed)
        where T : IFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating(random.NextDouble()))];
    }

    private static double[] Doubles<T>(INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. Parameters(network).Select(double.CreateTruncating)];

    private static T[] Parameters<T>(INetwork<T> network)
        where T : unmanaged
    {
        var parameters = new T[network.Description.ParameterCount];
        network.GetParameters(parameters);
        return parameters;
    }
}
