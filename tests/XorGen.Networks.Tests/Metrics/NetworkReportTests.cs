namespace XorGen.Scores;

/// <summary>Reports straight from a network are those of its outputs.</summary>
public class NetworkReportTests
{
    private static readonly float[] Rows = [.. Enumerable.Range(0, 12 * 4).Select(i => MathF.Sin(1 + (2.7f * i)))];

    private static readonly int[] Labels = [0, 1, 2, 2, 1, 0, 2, 1, 0, 0, 1, 2];

    [Fact]
    public void A_softmax_network_reports_on_labels_and_on_targets()
    {
        var network = new ScalarClassifier(5);
        var outputs = new float[36];
        network.Predict(Rows, outputs);
        var report = ClassificationReport.Of(network, Rows, Labels);

        Assert.Equal(network.Accuracy(Rows, Labels), report.Accuracy);
        Assert.Equal(network.Evaluate(Rows, Labels), report.LogLoss!.Value, 1e-6);
        Assert.Equal(ClassificationReport.Of<float>(outputs, 3, Labels).ToString(), report.ToString());
        float[] targets = [.. Labels.SelectMany(label => Enumerable.Range(0, 3).Select(j => j == label ? 1f : 0f))];
        Assert.Equal(report.ToString(), ClassificationReport.Of(network, Rows, targets).ToString());
    }

    /// <summary>Its outputs are the logarithms of the probabilities.</summary>
    [Fact]
    public void A_log_softmax_network_reports_on_probabilities()
    {
        var network = new Catalogue.LogClassifier(5);
        double[] rows = [.. Enumerable.Range(0, 12 * 3).Select(i => Math.Sin(1 + (2.7 * i)))];
        var report = ClassificationReport.Of(network, rows, Labels);

        Assert.Equal(network.Accuracy(rows, Labels), report.Accuracy);
        Assert.Equal(network.Evaluate(rows, Labels), report.LogLoss!.Value, 1e-12);
        Assert.NotNull(report.RocAuc);
    }

    [Fact]
    public void A_sigmoid_network_reports_on_two_classes()
    {
        var network = new XorTanhDouble(1);
        network.Fit(Xor.Inputs, Xor.Targets, new TrainingOptions { TargetLoss = 0.01 });
        var report = ClassificationReport.Of(network, Xor.Inputs, Xor.Targets);

        Assert.Equal((1, 1), (report.Accuracy, report.RocAuc));
        Assert.Equal(network.Evaluate(Xor.Inputs, Xor.Targets), report.LogLoss!.Value, 1e-12);
        Assert.Equal(report.ToString(), ClassificationReport.Of(network, Xor.Inputs, new[] { 0, 1, 1, 0 }).ToString());
    }

    [Fact]
    public void A_regression_reports_on_each_output()
    {
        var network = new RegressionStruct(2);
        float[] targets = [.. Rows[..24].Select(x => 2 * x)];
        var predictions = new float[24];
        network.Predict(Rows.AsSpan(0, 36), predictions);
        var report = RegressionReport.Of(network, Rows.AsSpan(0, 36), targets);

        Assert.Equal(RegressionReport.Of<float>(targets, predictions, outputs: 2).Outputs, report.Outputs);
        Assert.Equal(network.Evaluate(Rows.AsSpan(0, 36), targets), report.Outputs.Average(output => output.RootMeanSquaredError * output.RootMeanSquaredError), 1e-5);
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ClassificationReport.Of(new ScalarClassifier(), Rows, Labels.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => RegressionReport.Of(new RegressionStruct(1), Rows.AsSpan(0, 36), new float[23]));
    }
}
