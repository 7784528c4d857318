namespace XorGen.Training;

public class WeightTests
{
    [Fact]
    public void Without_weights_the_network_is_given_none()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        Scripted.Fit(network, new TrainingOptions { Epochs = 2 });

        Assert.Empty(network.Weights);
    }

    [Fact]
    public void Weights_of_rows_and_of_their_classes_are_multiplied()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        Scripted.Fit(network, new TrainingOptions { Epochs = 1, BatchSize = 3, Shuffle = false, SampleWeights = [1, 2, 3, 4], ClassWeights = [10, 1] });

        // The targets are 0 1 1 0.
        Assert.Equal([[10, 2, 3], [40]], network.Weights);
    }

    [Fact]
    public void The_class_of_several_target_values_is_the_largest_and_of_labels_the_label()
    {
        var values = new ScriptedNetwork(Scripted.Falling, inputs: 1, outputs: 3);
        Scripted.Fit(values, [0, 1, 2], [0, 0, 1, 1, 0, 0, 0, 1, 0], new TrainingOptions { Epochs = 1, ClassWeights = [5, 6, 7] });
        Assert.Equal([[7, 5, 6]], values.Weights);

        // One half is class 0, as in the reports and in Metrics.Predictions.
        var halves = new ScriptedNetwork(Scripted.Falling, inputs: 1);
        Scripted.Fit(halves, [0, 1, 2], [0.5, 0.75, 0.25], new TrainingOptions { Epochs = 1, ClassWeights = [5, 6] });
        Assert.Equal([[5, 6, 5]], halves.Weights);

        var labels = new ScriptedNetwork(Scripted.Falling, inputs: 1, outputs: 3);
        TrainingLoop.Fit<ScriptedNetwork, double>(ref labels, [0, 1, 2], [2, 0, 1], new TrainingOptions { Epochs = 1, ClassWeights = [5, 6, 7] }, seed: 0);
        Assert.Equal([[7, 5, 6]], labels.Weights);
    }

    [Fact]
    public void Shuffled_rows_keep_their_weights()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        double[] rows = [.. Enumerable.Range(0, 20).Select(row => (double)row)];
        Scripted.Fit(network, rows, rows, new TrainingOptions { Epochs = 2, BatchSize = 6, SampleWeights = [.. rows.Select(row => row + 1)] });

        Assert.Equal(network.Batches.SelectMany(batch => batch.Inputs).Select(row => row + 1), network.Weights.SelectMany(weights => weights));
        Assert.NotEqual(rows, network.Batches.Take(4).SelectMany(batch => batch.Inputs));
    }

    [Fact]
    public void The_loss_of_an_epoch_is_the_weighted_mean_and_a_batch_without_weight_takes_no_step()
    {
        double[] losses = [0.25, 0.5, 100];
        var network = new ScriptedNetwork((_, steps) => losses[steps]);
        TrainingReport report = Scripted.Fit(
            network, [1, 2, 3], [0, 0, 0], new TrainingOptions { Epochs = 1, BatchSize = 1, Shuffle = false, SampleWeights = [3, 0, 1] });

        Assert.Equal(((3 * 0.25) + 0.5) / 4, report.LossHistory[0]);
        Assert.Equal(2, network.Steps);
    }

    [Fact]
    public void The_final_loss_is_weighted()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        Scripted.Fit(network, new TrainingOptions { Epochs = 1, SampleWeights = [1, 2, 3, 4] });
        Assert.Equal([[1, 2, 3, 4]], network.EvaluatedWeights);
    }

    [Fact]
    public void Validation_rows_that_are_given_have_the_weights_of_their_classes()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        Scripted.Fit(
            network,
            new TrainingOptions
            {
                Epochs = 1, SampleWeights = [1, 2, 3, 4], ClassWeights = [10, 1], Validation = Validation.Of<double>([1, 2, 3], [1.0, 0, 1]),
            });
        Assert.Equal([[1, 10, 1], [10, 2, 3, 40], [1, 10, 1]], network.EvaluatedWeights);
    }

    [Fact]
    public void Those_that_are_split_off_keep_theirs()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        double[] rows = [.. Enumerable.Range(0, 20).Select(row => (double)row)];
        Scripted.Fit(
            network, rows, rows, new TrainingOptions { Epochs = 1, SampleWeights = [.. rows.Select(row => row + 1)], Validation = Validation.Split(0.25) });
        Assert.Equal(5, network.EvaluatedWeights[0].Length);
        Assert.Equal(rows.Select(row => row + 1), network.EvaluatedWeights[0].Concat(network.Weights[0]).Order());
    }

    [Fact]
    public void Validation_rows_may_have_weights_of_their_own()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        Scripted.Fit(network, new TrainingOptions { Epochs = 1, Validation = Validation.Of<double>([1, 2, 3], [1.0, 0, 1], [5, 6, 7]) });
        Assert.Equal([5, 6, 7], network.EvaluatedWeights[0]);
        Assert.Empty(network.Weights);

        var both = new ScriptedNetwork(Scripted.Falling);
        Scripted.Fit(both, new TrainingOptions { Epochs = 1, ClassWeights = [10, 1], Validation = Validation.Of<double>([1, 2, 3], [1.0, 0, 1], [5, 6, 7]) });
        Assert.Equal([5, 60, 7], both.EvaluatedWeights[0]);
    }

    [Fact]
    public void Validation_rows_without_weight_are_refused()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        var options = new TrainingOptions { Epochs = 1, ClassWeights = [0, 1], Validation = Validation.Of<double>([1, 2], [0.0, 0]) };
        Assert.Contains(
            "2 validation rows add up to 0", Assert.Throws<ArgumentException>(() => Scripted.Fit(network, options)).Message, StringComparison.Ordinal);
        Assert.Equal(0, network.TotalSteps);
    }

    public static TheoryData<string, TrainingOptions> Bad => new()
    {
        { "options.SampleWeights has 3 weights, but there are 4 rows.", new() { SampleWeights = [1, 2, 3] } },
        { "options.ClassWeights has 3 weights, but there are 2 classes.", new() { ClassWeights = [1, 2, 3] } },
        { "options.SampleWeights has -1 at index 2", new() { SampleWeights = [1, 1, -1, 1] } },
        { "options.ClassWeights has NaN at index 1", new() { ClassWeights = [1, double.NaN] } },
        { "add up to 0", new() { SampleWeights = [0, 0, 0, 0] } },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void Bad_weights_are_refused(string message, TrainingOptions options)
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => Scripted.Fit(network, options)).Message, StringComparison.Ordinal);
        Assert.Equal(0, network.TotalSteps);
    }
}
