using System.Globalization;
using XorGen.Numerics;

namespace XorGen.Training;

[Network(Inputs = 2, Hidden = 4, Outputs = 1, Activation = "relu", OutputActivation = "linear")]
public sealed partial class HintedRegression;

[Network(Inputs = 2, Hidden = 4, Outputs = 1, Activation = "relu", OutputActivation = "linear", Precision = Precision.Double)]
public partial struct HintedStruct;

[Network(Inputs = 3, HiddenLayers = [40, 30], Outputs = 3, OutputActivation = "softmax")]
public sealed partial class HintedClassifier;

[Network(Inputs = 2, Hidden = 3, Outputs = 2, OutputActivation = "sigmoid", Loss = "mse")]
public sealed partial class HintedSigmoid;

[Network(Inputs = 2, Hidden = 3, Outputs = 1, OutputActivation = "tanh", Loss = "mae")]
public sealed partial class HintedTanh;

[Network(Inputs = 2, Hidden = 3, Outputs = 1, OutputActivation = "relu", Loss = "huber", Precision = Precision.Double)]
public sealed partial class HintedRelu;

#pragma warning disable XG0028 // The tests are about such a start.
[Network(Inputs = 2, Hidden = 3, Outputs = 1, Initializer = "zeros")]
public sealed partial class HintedZeros;

[Network(Inputs = 20, HiddenLayers = [30, 10], Outputs = 1, Activation = "relu", Initializer = "constant", InitializerScale = 0.1)]
public sealed partial class HintedConstant;
#pragma warning restore XG0028

[Network(Inputs = 2, Outputs = 1)]
public sealed partial class HintedLogistic;

[Network(Inputs = 2, Hidden = 2, Outputs = 1)]
public sealed partial class HintedXor;

/// <summary>What Fit has noticed, and what it must not notice.</summary>
public class HintTests
{
    private const int Rows = 60;

    [Theory]
    [InlineData(1000, 5)]
    [InlineData(0, 300)]
    [InlineData(0.5, 0.0005)]
    [InlineData(-77, 1)]
    public void A_column_far_from_mean_0_and_deviation_1_is_named(double mean, double deviation)
    {
        float[] inputs = Inputs(2);
        Scale(inputs, 2, 1, mean, deviation);
        TrainingHint hint = Assert.Single(new HintedRegression().Fit(inputs, [.. Enumerable.Range(0, Rows).Select(i => i % 7f)], new() { Epochs = 1 }).Hints);
        AssertIs(TrainingHintKind.InputsNotScaled, hint);
        Assert.StartsWith("Column 1 of the inputs has a mean of ", hint.Message);
        Assert.Contains("Standardizer", hint.Message);
        Assert.True(Math.Abs(NumberAfter(hint.Message, "mean of ") - mean) < deviation);
        Assert.InRange(NumberAfter(hint.Message, "standard deviation of "), 0.8 * deviation, 1.2 * deviation);
    }

    [Fact]
    public void Columns_that_train_well_are_not_called_unscaled()
    {
        double[][] columns =
        [
            [.. Enumerable.Range(0, Rows).Select(i => i % 2.0)],                                // 0 and 1
            [.. Enumerable.Range(0, Rows).Select(i => i == 7 ? 1.0 : 0)],                       // rare 1
            [.. Enumerable.Range(0, Rows).Select(i => i == 7 ? 60.0 : 0)],                      // a rare count
            [.. Enumerable.Range(0, Rows).Select(_ => 1.0)],                                    // constant
            [.. Enumerable.Range(0, Rows).Select(_ => 0.0)],
            [.. Enumerable.Range(0, Rows).Select(i => i / (double)Rows)],                       // 0 .. 1
            [.. Enumerable.Range(0, Rows).Select(i => (double)(i % 17))],                       // 0 .. 16
            [.. Enumerable.Range(0, Rows).Select(i => 2 * Math.PI * i / Rows)],                 // angles
            [.. Enumerable.Range(0, Rows).Select(i => 5 + (0.05 * i))],                         // centimetres
            [.. Enumerable.Range(0, Rows).Select(i => (0.2 * (i & 1)) - 0.1)],
        ];
        foreach (double[] column in columns)
        {
            float[] inputs = Inputs(2);
            for (int i = 0; i < Rows; i++)
            {
                inputs[2 * i] = (float)column[i];
            }

            float[] targets = [.. Enumerable.Range(0, Rows).Select(i => inputs[(2 * i) + 1])];
            Assert.Empty(new HintedRegression().Fit(inputs, targets, new() { Epochs = 1 }).Hints);
        }
    }

    [Fact]
    public void Of_many_columns_and_rows_the_worst_is_named_with_the_numbers_of_all_rows()
    {
        float[] inputs = [.. Enumerable.Range(0, 3 * 1000).Select(i => i % 3 == 1 ? i / 3 : i % 3 == 2 ? 100f : i % 2)];
        int[] labels = [.. Enumerable.Range(0, 1000).Select(i => i % 3)];
        string message = Assert.Single(new HintedClassifier().Fit(inputs, labels, new() { Epochs = 1 }).Hints).Message;
        Assert.StartsWith("Column 1 of the inputs has a mean of 499.5 and a standard deviation of 288.7 (from 0 to 999), the farthest from 0 and 1 of 2 such columns among 3", message);
    }

    [Fact]
    public void A_sample_that_misleads_is_not_believed()
    {
        // Every eighth row is looked at first: there the column is 0 and 0.01, elsewhere 0 and 1.
        float[] inputs = Inputs(2, 1000);
        for (int i = 0; i < 1000; i++)
        {
            inputs[2 * i] = (i / 8 % 2) * (i % 8 == 0 ? 0.01f : 1);
        }

        Assert.Empty(new HintedRegression().Fit(inputs, Sums(inputs, 2), new() { Epochs = 1 }).Hints);
    }

    [Fact]
    public void Hints_speak_the_invariant_culture_and_name_their_page()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            float[] inputs = Inputs(2);
            Scale(inputs, 2, 0, 1.5, 1234.5);
            TrainingHint hint = Assert.Single(new HintedRegression().Fit(inputs, Sums(inputs, 2), new() { Epochs = 1 }).Hints);
            Assert.DoesNotMatch(@"\d,\d", hint.Message);
            Assert.Matches(@"\d\.\d", hint.Message);
            Assert.Equal("inputs-not-scaled", hint.Id);
            Assert.EndsWith("/docs/hints/inputs-not-scaled.md", hint.HelpLink);
            Assert.Equal($"inputs-not-scaled: {hint.Message} See {hint.HelpLink}", hint.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_plateau_at_the_best_constant_prediction_is_named()
    {
        // A linear model cannot do XOR: ln 2 is the best.
        TrainingReport report = new HintedLogistic().Fit(Xor.SingleInputs, Xor.SingleTargets, new() { Epochs = 500 });
        TrainingHint hint = Assert.Single(report.Hints);
        AssertIs(TrainingHintKind.ConstantPredictionNotBeaten, hint);
        Assert.Contains("500 epochs", hint.Message);
        Assert.Contains("0.693147", hint.Message);
        Assert.Contains("TargetLoss", hint.Message);
    }

    [Fact]
    public void Labels_that_the_inputs_do_not_tell_are_named_too()
    {
        // Every row occurs with each label.
        float[] inputs = [.. Enumerable.Range(0, 90).SelectMany(i => new[] { i / 3 % 2, i / 6 % 5 / 5f, 1f })];
        int[] labels = [.. Enumerable.Range(0, 90).Select(i => i % 3)];
        TrainingHint hint = Assert.Single(new HintedClassifier().Fit(inputs, labels, new() { Epochs = 200, LearningRate = 0.001 }).Hints);
        AssertIs(TrainingHintKind.ConstantPredictionNotBeaten, hint);
        Assert.Contains("1.09861", hint.Message);
    }

    [Fact]
    public void A_target_that_was_missed_says_why()
    {
        TrainingReport report = new HintedLogistic().Fit(Xor.SingleInputs, Xor.SingleTargets, new() { Epochs = 200, MaxRestarts = 2, TargetLoss = 0.1 });
        Assert.Equal(StopReason.TargetMissed, report.StopReason);
        AssertIs(TrainingHintKind.ConstantPredictionNotBeaten, Assert.Single(report.Hints));
    }

    [Fact]
    public void A_training_that_learns_has_no_hints()
    {
        Assert.Empty(new HintedXor().Fit(Xor.SingleInputs, Xor.SingleTargets, new() { TargetLoss = 0.01 }).Hints);
        float[] inputs = Inputs(2);
        Assert.Empty(new HintedRegression(2).Fit(inputs, Sums(inputs, 2), new() { Epochs = 300 }).Hints);
        var network = new HintedStruct(2);
        Assert.Empty(network.Fit(Double(inputs), Double(Sums(inputs, 2)), new() { Epochs = 300 }).Hints);

        // Nor one that goes on from there, at the bottom.
        Assert.Empty(network.Fit(Double(inputs), Double(Sums(inputs, 2)), new() { Epochs = 300 }).Hints);
    }

    [Fact]
    public void A_diverged_training_names_the_rate()
    {
        float[] inputs = Inputs(2);
        var network = new HintedStruct();
        TrainingReport report = network.Fit(Double(inputs), [.. Double(Sums(inputs, 2)).Select(y => y * 1e200)], new() { Epochs = 300, LearningRate = 1e160 });
        Assert.Equal(StopReason.Diverged, report.StopReason);
        TrainingHint hint = Assert.Single(report.Hints);
        AssertIs(TrainingHintKind.LearningRateTooLarge, hint);
        Assert.Contains("1E+160", hint.Message);
    }

    [Fact]
    public void A_loss_that_rises_names_the_rate()
    {
        float[] inputs = Inputs(3);
        int[] labels = [.. Enumerable.Range(0, Rows).Select(i => inputs[3 * i] > 0 ? 1 : inputs[(3 * i) + 1] > 0 ? 2 : 0)];
        TrainingReport report = new HintedClassifier().Fit(inputs, labels, new() { Epochs = 100, LearningRate = 30 });
        TrainingHint hint = Assert.Single(report.Hints);
        AssertIs(TrainingHintKind.LearningRateTooLarge, hint);
        Assert.Contains("learning rate of 30", hint.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-9)]
    public void A_rate_that_moves_nothing_is_named(double rate)
    {
        float[] inputs = Inputs(2);
        TrainingHint hint = Assert.Single(new HintedRegression(1).Fit(inputs, [.. Sums(inputs, 2).Select(y => y + 3)], new() { Epochs = 200, LearningRate = rate }).Hints);
        AssertIs(TrainingHintKind.LearningRateTooSmall, hint);
        Assert.Contains("200 epochs", hint.Message);
        Assert.Contains("Take a larger one", hint.Message);
    }

    [Fact]
    public void Dead_neurons_give_all_rows_one_output()
    {
        var network = new HintedRegression();
        float[] parameters = new float[HintedRegression.ParameterCount];
        network.GetParameters(parameters);
        parameters.AsSpan(8, 4).Fill(-100);          // The biases of the hidden layer.
        network.SetParameters(parameters);
        float[] inputs = Inputs(2);
        TrainingHint hint = Assert.Single(network.Fit(inputs, Sums(inputs, 2), new() { Epochs = 100 }).Hints);
        AssertIs(TrainingHintKind.OutputsAlike, hint);
        Assert.Contains("relu", hint.Message);
        Assert.Contains("all of 60 rows", hint.Message);
    }

    [Fact]
    public void A_start_without_differences_between_neurons_is_named()
    {
        TrainingHint zeros = Assert.Single(new HintedZeros().Fit(Xor.SingleInputs, Xor.SingleTargets, new() { Epochs = 100 }).Hints);
        AssertIs(TrainingHintKind.ConstantInitializer, zeros);
        Assert.Contains("All 3 neurons", zeros.Message);
        Assert.Contains("zeros", zeros.Message);

        var random = new RandomSource(5);
        float[] inputs = new float[20 * Rows];
        Initialization.Uniform<float>(ref random, inputs, -1, 1);
        float[] targets = [.. Enumerable.Range(0, Rows).Select(i => (float)(i % 2))];
        TrainingHint constant = Assert.Single(new HintedConstant().Fit(inputs, targets, new() { Epochs = 60, LearningRate = 1e-4 }).Hints);
        AssertIs(TrainingHintKind.ConstantInitializer, constant);
        Assert.Contains("All 30 neurons", constant.Message);
    }

    [Fact]
    public void Targets_that_the_output_activation_cannot_give_are_named()
    {
        float[] inputs = Inputs(2);
        float[] two = [.. Enumerable.Range(0, 2 * Rows).Select(i => i % 2 == 0 ? 0.5f : i / 20f)];
        TrainingHint sigmoid = Hint(new HintedSigmoid().Fit(inputs, two, new() { Epochs = 2 }));
        Assert.StartsWith("Column 1 of the targets goes from 0.05 to 5.95, but the output activation sigmoid gives values from 0 to 1: 50 of 60 rows", sigmoid.Message);

        TrainingHint tanh = Hint(new HintedTanh().Fit(inputs, [.. Sums(inputs, 2).Select(y => 3 * y)], new() { Epochs = 2 }));
        Assert.Contains("tanh gives values from -1 to 1", tanh.Message);

        TrainingHint relu = Hint(new HintedRelu().Fit(Double(inputs), Double(Sums(inputs, 2)), new() { Epochs = 2 }));
        Assert.Contains("relu gives no less than 0", relu.Message);

        static TrainingHint Hint(TrainingReport report)
        {
            TrainingHint hint = Assert.Single(report.Hints);
            AssertIs(TrainingHintKind.TargetsOutOfRange, hint);
            Assert.Contains("OutputActivation = \"linear\"", hint.Message);
            return hint;
        }
    }

    [Fact]
    public void Targets_at_the_ends_of_what_the_output_gives_are_fine()
    {
        float[] inputs = Inputs(2);
        Assert.Empty(new HintedSigmoid().Fit(inputs, [.. Enumerable.Range(0, 2 * Rows).Select(i => i % 3 / 2f)], new() { Epochs = 2 }).Hints);
        Assert.Empty(new HintedTanh().Fit(inputs, [.. Enumerable.Range(0, Rows).Select(i => (i % 2 * 2f) - 1)], new() { Epochs = 2 }).Hints);
        Assert.Empty(new HintedRelu().Fit(Double(inputs), [.. Enumerable.Range(0, Rows).Select(i => i % 50.0)], new() { Epochs = 2 }).Hints);
    }

    [Fact]
    public void Targets_that_are_all_the_same_are_named()
    {
        float[] inputs = Inputs(3);
        int[] labels = new int[Rows];
        labels.AsSpan().Fill(2);
        TrainingHint one = Assert.Single(new HintedClassifier().Fit(inputs, labels, new() { Epochs = 100 }).Hints);
        AssertIs(TrainingHintKind.TargetsAlike, one);
        Assert.Contains("All 60 rows have the label 2", one.Message);

        float[] values = new float[Rows];
        AssertIs(TrainingHintKind.TargetsAlike, Assert.Single(new HintedRegression().Fit(Inputs(2), values, new() { Epochs = 100 }).Hints));

        // A single row is like no other.
        Assert.Empty(new HintedRegression().Fit([1, 2], [3], new() { Epochs = 10 }).Hints);
    }

    [Fact]
    public void Hints_are_there_when_callbacks_are_told_of_the_end_and_after_resuming()
    {
        IReadOnlyList<TrainingHint>? told = null;
        TrainingReport report = new HintedLogistic().Fit(
            Xor.SingleInputs, Xor.SingleTargets, new() { Epochs = 100, Callbacks = [new End(end => told = end.Hints)] });
        Assert.Equal(report.Hints, told);
        Assert.Single(report.Hints);
    }

    private sealed class End(Action<TrainingReport> action) : TrainingCallback
    {
        public override void OnTrainingEnd(TrainingReport report) => action(report);
    }

    private static void AssertIs(TrainingHintKind kind, TrainingHint hint) => Assert.True(kind == hint.Kind, hint.ToString());

    private static double NumberAfter(string text, string prefix) =>
        double.Parse(text[(text.IndexOf(prefix, StringComparison.Ordinal) + prefix.Length)..].Split(' ')[0], CultureInfo.InvariantCulture);

    private static float[] Inputs(int columns, int rows = Rows)
    {
        var random = new RandomSource(7);
        float[] inputs = new float[columns * rows];
        Initialization.Normal<float>(ref random, inputs, 1);
        return inputs;
    }

    private static void Scale(float[] rows, int width, int column, double mean, double deviation)
    {
        for (int i = column; i < rows.Length; i += width)
        {
            rows[i] = (float)(mean + (deviation * rows[i]));
        }
    }

    private static float[] Sums(float[] rows, int width) =>
        [.. Enumerable.Range(0, rows.Length / width).Select(i => Math.Clamp(rows[i * width] + rows[(i * width) + 1], -3, 3))];

    private static double[] Double(float[] values) => [.. values.Select(value => (double)value)];
}
