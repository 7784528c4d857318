using CsCheck;

namespace XorGen.Training;

public class ValidationTests
{
    [Fact]
    public void The_loss_of_the_given_rows_is_recorded_after_each_epoch()
    {
        var network = new ScriptedNetwork(Scripted.Falling) { Validation = (input, _, steps) => -input * steps };
        var progress = new ProgressRecorder();
        TrainingReport report = Scripted.Fit(network, new TrainingOptions
        {
            Epochs = 3, BatchSize = 2, Validation = Validation.Of(new[] { -10.0 }, new[] { 1.0 }), Progress = progress,
        });

        Assert.Equal([20.0, 40, 60], report.ValidationLossHistory);
        Assert.Equal(60, report.FinalValidationLoss);
        Assert.Equal([20.0, 40, 60], progress.Reports.Select(told => told.ValidationLoss!.Value));
        Assert.All(network.Batches, batch => Assert.DoesNotContain(-10.0, batch.Inputs));
    }

    [Fact]
    public void Without_validation_there_are_no_validation_losses()
    {
        TrainingReport report = Scripted.Fit(new ScriptedNetwork(Scripted.Falling), new TrainingOptions { Epochs = 3 });

        Assert.Empty(report.ValidationLossHistory);
        Assert.Null(report.FinalValidationLoss);
    }

    [Fact]
    public void A_split_takes_its_share_and_leaves_the_rest_to_train_on() =>
        Gen.Select(Gen.Int[2, 50], Gen.Double[0.05, 0.95], Gen.Int).Sample((rows, share, seed) =>
        {
            var split = new ValidationSplit(share, seed, stratified: true);
            int expected = (int)Math.Round(share * rows, MidpointRounding.AwayFromZero);
            if (expected == 0 || expected == rows)
            {
                Assert.Contains($"{rows} rows", Assert.Throws<ArgumentException>(() => split.Split(rows, [])).Message, StringComparison.Ordinal);
                return;
            }

            (IReadOnlyList<int> training, IReadOnlyList<int> validation) = split.Split(rows, []);
            Assert.Equal(expected, validation.Count);
            Assert.Equal(Enumerable.Range(0, rows), training.Concat(validation).Order());
            Assert.Equal(validation, split.Split(rows, []).Test);
        });

    [Fact]
    public void A_stratified_split_has_each_class_in_proportion() =>
        Gen.Select(Gen.Int[0, 4].Array[10, 200], Gen.Double[0.1, 0.9], Gen.Int).Sample((labels, share, seed) =>
        {
            (IReadOnlyList<int> training, IReadOnlyList<int> validation) = new ValidationSplit(share, seed, stratified: true).Split(labels.Length, labels);
            Assert.Equal(Enumerable.Range(0, labels.Length), training.Concat(validation).Order());
            double exactShare = (double)validation.Count / labels.Length;
            for (int label = 0; label < 5; label++)
            {
                double exact = exactShare * labels.Count(other => other == label);
                Assert.InRange(validation.Count(row => labels[row] == label), Math.Floor(exact), Math.Ceiling(exact));
            }
        });

    /// <summary>One way to cut rows, wherever they are cut.</summary>
    [Fact]
    public void The_rows_are_those_of_RowSplit()
    {
        int[] labels = [.. Enumerable.Range(0, 40).Select(row => row % 3)];
        Assert.Equal(RowSplit.Stratified(labels, 0.3, 5).Test, new ValidationSplit(0.3, 5, stratified: true).Split(40, labels).Test);
        Assert.Equal(RowSplit.Random(40, 0.3, 5).Test, new ValidationSplit(0.3, 5, stratified: false).Split(40, labels).Test);
        Assert.Equal(RowSplit.Random(40, 0.3, 5).Test, new ValidationSplit(0.3, 5, stratified: true).Split(40, []).Test);
    }

    [Fact]
    public void Another_seed_splits_otherwise()
    {
        IReadOnlyList<int> first = new ValidationSplit(0.5, 1, stratified: false).Split(50, []).Test;

        Assert.NotEqual(first, new ValidationSplit(0.5, 2, stratified: false).Split(50, []).Test);
    }

    [Fact]
    public void Fit_trains_on_the_rows_that_are_not_split_off()
    {
        var network = new ScriptedNetwork(Scripted.Falling, inputs: 1, outputs: 3);
        double[] inputs = [.. Enumerable.Range(0, 12).Select(row => (double)row)];
        int[] labels = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2];
        TrainingReport report = TrainingLoop.Fit<ScriptedNetwork, double>(
            ref network, inputs, labels, new TrainingOptions { Epochs = 1, BatchSize = 3, Validation = Validation.Split(0.25, seed: 3) }, seed: 0);

        double[] trained = [.. network.Batches.SelectMany(batch => batch.Inputs)];
        Assert.Equal(9, trained.Length);
        Assert.Equal([0.0, 1, 2], inputs.Except(trained).Select(row => row % 3).Order());
        Assert.Equal(network.Batches.SelectMany(batch => batch.Targets), trained.Select(row => row % 3));
        Assert.Single(report.ValidationLossHistory);
    }

    [Fact]
    public void Validation_rows_are_checked_like_the_others()
    {
        AssertRefused("options.Validation.inputs", "at least one row", Validation.Of(Array.Empty<double>(), Array.Empty<double>()));
        AssertRefused("options.Validation.targets", "2 rows", Validation.Of(new double[2], new double[3]));
        AssertRefused("options.Validation.inputs", "Row 1, column 0 is NaN", Validation.Of(new[] { 0, double.NaN }, new double[2]));
        AssertRefused("options.Validation.targets", "Row 0, column 0 is infinity", Validation.Of(new double[2], new[] { double.PositiveInfinity, 0 }));
        AssertRefused("options", "Double inputs and target values", Validation.Of(new float[2], new float[2]));
        AssertRefused("options", "Double inputs and target values", Validation.Of(new double[2], new int[2]));
        AssertRefused(null, "options.Validation.sampleWeights has 1 weights, but there are 2 rows", Validation.Of(new double[2], new double[2], [1]));
        AssertRefused(null, "options.Validation.sampleWeights has -1 at index 1", Validation.Of(new double[2], new double[2], [1, -1]));
        AssertRefused(null, "The weights of the 2 validation rows add up to 0", Validation.Of(new double[2], new double[2], [0, 0]));
        AssertRefused(null, "of 4 rows, which is 0", Validation.Split(0.1));
        AssertRefused(null, "of 4 rows, which is 4", Validation.Split(0.9));
    }

    [Fact]
    public void Validation_labels_are_classes()
    {
        var network = new ScriptedNetwork(Scripted.Falling, inputs: 1, outputs: 3);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => TrainingLoop.Fit<ScriptedNetwork, double>(
            ref network, [0, 1, 2, 3], [2, 0, 1, 2], new TrainingOptions { Validation = Validation.Of(new double[2], new[] { 0, 3 }) }, seed: 8));

        Assert.Contains("The label of row 1 is 3; it must be from 0 to 2.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, network.TotalSteps);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void A_share_is_between_0_and_1(double share) => Assert.Throws<ArgumentOutOfRangeException>(() => Validation.Split(share));

    [Fact]
    public void The_batch_size_is_compared_with_the_rows_that_are_left()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => Scripted.Fit(
            network, new TrainingOptions { BatchSize = 4, Validation = Validation.Split(0.25) }));

        Assert.StartsWith("options.BatchSize is 4; with 3 rows it must be from 1 to 3.", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string? parameter, string message, Validation validation)
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => Scripted.Fit(network, new TrainingOptions { Validation = validation }));
        Assert.Equal(parameter, exception.ParamName);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, network.TotalSteps);
    }
}
