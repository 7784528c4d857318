using XorGen.Numerics;

namespace XorGen;

/// <summary>The one rule from outputs to classes.</summary>
public class ClassRuleTests
{
    [Theory]
    [InlineData("sigmoid", "binary_cross_entropy", 0.5, true)]
    [InlineData("sigmoid", "mse", 0.5, true)]
    [InlineData("hard_sigmoid", "mse", 0.5, true)]
    [InlineData("linear", "hinge", 0, false)]
    [InlineData("tanh", "squared_hinge", 0, false)]
    [InlineData("relu", "hinge", 0, false)]
    [InlineData("sigmoid", "hinge", 0.5, false)]
    [InlineData("tanh", "mse", 0, false)]
    [InlineData("softsign", "mae", 0, false)]
    [InlineData("linear", "mse", 0.5, false)]
    [InlineData("log_sigmoid", "mse", -0.69314718055994530942, false)]
    public void A_single_output_has_a_threshold(string activation, string loss, double threshold, bool givesProbabilities)
    {
        Assert.Equal(threshold, ClassRule.ThresholdOf(Description(activation, loss, 1)));
        Assert.Equal(givesProbabilities, ClassRule.GivesProbabilities(Description(activation, loss, 1)));
        Assert.Equal(0, ClassRule.Of<double>([threshold], threshold));
        Assert.Equal(1, ClassRule.Of<double>([Math.BitIncrement(threshold)], threshold));
        Assert.Equal(0, ClassRule.Of<double>([Math.BitDecrement(threshold)], threshold));
    }

    [Theory]
    [InlineData("softmax", "cross_entropy", true)]
    [InlineData("log_softmax", "kl_divergence", true)]
    [InlineData("sigmoid", "binary_cross_entropy", false)]
    [InlineData("linear", "hinge", false)]
    public void Several_outputs_are_probabilities_where_they_add_up_to_one(string activation, string loss, bool givesProbabilities) =>
        Assert.Equal(givesProbabilities, ClassRule.GivesProbabilities(Description(activation, loss, 3)));

    [Fact]
    public void Scores_that_are_no_probabilities_have_an_area_and_no_log_loss()
    {
        ClassificationReport margins = ClassificationReport.Of<double>([-0.3, -2, 0.3, 0.1], 1, [0, 0, 1, 1], threshold: 0);
        Assert.Equal((1, 1.0, null), (margins.Accuracy, margins.RocAuc, margins.LogLoss));
        Assert.Equal(0.5, ClassificationReport.Of<double>([-0.3, -2, 0.3, 0.1], 1, [0, 0, 1, 1]).Accuracy);
        Assert.NotNull(ClassificationReport.Of<double>([0.25, 0.75], 1, [0, 1]).LogLoss);
        Assert.NotNull(ClassificationReport.Of<float>([0.2f, 0.8f, 0.75f, 0.25f], 2, [1, 0]).LogLoss);
        Assert.Null(ClassificationReport.Of<float>([0.9f, 0.8f, 0.75f, 0.25f], 2, [1, 0]).LogLoss);
    }

    [Fact]
    public void A_log_loss_of_no_probabilities_is_refused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Metrics.LogLoss<double>([0.5, 0.5, 1.5, -0.5], 2, [0, 1]));
        Assert.Contains("Row 1, column 0 is 1.5; a probability is from 0 to 1.", exception.Message, StringComparison.Ordinal);
    }

    private static NetworkDescription Description(string activation, string loss, int outputs) =>
        new("Net", 2, outputs, 3 * outputs, [new("dense", 2, outputs, activation, 0, 3 * outputs)], loss, "sgd", "zeros", Precision.Double, 0.1);
}
