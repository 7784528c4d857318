namespace XorGen.Training;

public class BaselineLossesTests
{
    private const double Tolerance = 1e-15;

    [Fact]
    public void The_binary_entropy_of_as_many_ones_as_zeros_is_ln_2() =>
        Assert.Equal(Math.Log(2), BaselineLosses.Of<double>(BaselineLoss.BinaryEntropy, [0, 1, 1, 0], 1), Tolerance);

    [Fact]
    public void The_binary_entropy_is_the_mean_over_outputs()
    {
        // Columns: 0 1 1 0 and 1 1 1 0.
        float[] targets = [0, 1, 1, 1, 1, 1, 0, 0];
        double second = -(0.75 * Math.Log(0.75)) - (0.25 * Math.Log(0.25));

        Assert.Equal((Math.Log(2) + second) / 2, BaselineLosses.Of<float>(BaselineLoss.BinaryEntropy, targets, 2), Tolerance);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void Targets_that_are_all_the_same_cost_a_constant_prediction_nothing(double target)
    {
        double[] targets = [target, target, target];

        Assert.Equal(0, BaselineLosses.Of<double>(BaselineLoss.BinaryEntropy, targets, 1));
        Assert.Equal(0, BaselineLosses.Of<double>(BaselineLoss.Variance, targets, 1));
    }

    [Fact]
    public void The_entropy_is_that_of_the_mean_distribution()
    {
        // Classes 0, 0, 1, 2: the mean is (1/2, 1/4, 1/4).
        double[] targets = [1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1];

        Assert.Equal(1.5 * Math.Log(2), BaselineLosses.Of<double>(BaselineLoss.Entropy, targets, 3), Tolerance);
    }

    [Fact]
    public void Labels_have_the_entropy_of_their_rows() =>
        Assert.Equal(1.5 * Math.Log(2), BaselineLosses.OfLabels<double>(BaselineLoss.Entropy, [0, 2, 1, 0], 3), Tolerance);

    [Fact]
    public void A_class_without_rows_adds_nothing() => Assert.Equal(Math.Log(2), BaselineLosses.OfLabels<double>(BaselineLoss.Entropy, [0, 3, 3, 0], 5), Tolerance);

    [Fact]
    public void The_variance_is_the_mean_over_outputs()
    {
        // Columns: 1 2 3 with variance 2/3, and 5 5 11 with variance 8.
        double[] targets = [1, 5, 2, 5, 3, 11];

        Assert.Equal(((2 / 3.0) + 8) / 2, BaselineLosses.Of<double>(BaselineLoss.Variance, targets, 2), 1e-14);
    }

    [Fact]
    public void The_variance_keeps_its_digits_where_the_mean_is_large()
    {
        double[] targets = [1e9 - 0.125, 1e9 + 0.125, 1e9 - 0.125, 1e9 + 0.125];

        Assert.Equal(1 / 64.0, BaselineLosses.Of<double>(BaselineLoss.Variance, targets, 1), Tolerance);
        Assert.Equal(0, BaselineLosses.Of<double>(BaselineLoss.Variance, [0.1, 0.1, 0.1], 1));
    }

    [Theory]
    [InlineData(BaselineLoss.BinaryEntropy)]
    [InlineData(BaselineLoss.Entropy)]
    [InlineData(BaselineLoss.Variance)]
    [InlineData(BaselineLoss.AbsoluteDeviation)]
    [InlineData(BaselineLoss.Margin)]
    [InlineData(BaselineLoss.Poisson)]
    [InlineData(BaselineLoss.Divergence)]
    public void A_row_of_weight_2_counts_as_two_rows(BaselineLoss kind)
    {
        double once = BaselineLosses.Of<double>(kind, [0.2, 0.8, 0.5, 0.5, 0.9, 0.1], 2, [1, 2, 0]);
        double twice = BaselineLosses.Of<double>(kind, [0.2, 0.8, 0.5, 0.5, 0.5, 0.5], 2);
        Assert.Equal(twice, once, Tolerance);
        Assert.Equal(BaselineLosses.OfLabels<float>(BaselineLoss.Entropy, [0, 1, 1], 3), BaselineLosses.OfLabels<float>(BaselineLoss.Entropy, [0, 1, 2], 3, [1, 2, 0]), Tolerance);
    }

    [Fact]
    public void Smoothed_labels_have_the_entropy_of_what_they_become()
    {
        double expected = -0.5 * Math.Log(0.5) * 2;
        Assert.Equal(expected, BaselineLosses.Of<double>(new(BaselineLoss.Entropy, 0.1), [1, 0, 0, 1], 2), Tolerance);
        double certain = -(0.95 * Math.Log(0.95)) - (0.05 * Math.Log(0.05));
        Assert.Equal(certain, BaselineLosses.OfLabels<double>(new(BaselineLoss.Entropy, 0.1), [0, 0], 2), 1e-14);
        double decided = -(0.9 * Math.Log(0.9)) - (0.1 * Math.Log(0.1));
        Assert.Equal(decided, BaselineLosses.Of<double>(new(BaselineLoss.BinaryEntropy, 0.2), [1, 1], 1), 1e-14);
    }

    [Fact]
    public void The_Gaussian_likelihood_of_the_best_constant_follows_from_the_variance()
    {
        // Of 1, 2, 3 the variance is 2 / 3; of equal numbers it counts as a millionth.
        Assert.Equal((Math.Log(2 / 3.0) + 1) / 2, BaselineLosses.Of<double>(BaselineLoss.Gaussian, [1, 2, 3], 1), 1e-14);
        Assert.Equal(Math.Log(1e-6) / 2, BaselineLosses.Of<double>(BaselineLoss.Gaussian, [4, 4], 1), 1e-14);
    }
}
