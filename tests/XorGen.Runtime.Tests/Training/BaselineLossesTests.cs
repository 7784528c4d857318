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
    [InlineData(BaselineLoss.SquaredMargin)]
    [InlineData(BaselineLoss.Huber)]
    [InlineData(BaselineLoss.LogCosh)]
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

    /// <summary>The example of a plateau that was taken for another: three targets of 10 among 37 zeros, whose mean is not the best constant.</summary>
    [Fact]
    public void The_best_constant_of_huber_is_not_the_mean()
    {
        double[] targets = [.. Enumerable.Range(0, 40).Select(i => i is >= 13 and <= 15 ? 10.0 : 0)];

        // 37 a = 3 delta: a = 3 / 37.
        double a = 3.0 / 37;
        double expected = ((37 * a * a / 2) + (3 * (10 - a - 0.5))) / 40;
        Assert.Equal(expected, BaselineLosses.Of<double>(BaselineLoss.Huber, targets, 1), 1e-14);
        Assert.Equal(0.7095, expected, 1e-4);
    }

    [Fact]
    public void The_best_constant_of_mae_is_the_median()
    {
        Assert.Equal(0.75, BaselineLosses.Of<double>(BaselineLoss.AbsoluteDeviation, [0, 0, 0, 3], 1), Tolerance);
        Assert.Equal(1e200, BaselineLosses.Of<double>(BaselineLoss.AbsoluteDeviation, [0, 0, 3e200], 1), 1e190);
        Assert.Equal(1e-300, BaselineLosses.Of<double>(BaselineLoss.AbsoluteDeviation, [0, 0, 3e-300], 1), 1e-310);
        Assert.Equal(2, BaselineLosses.Of<float>(BaselineLoss.AbsoluteDeviation, [0, 10, 3, 1], 1, [1, 0, 2, 2]), Tolerance + 1);
    }

    [Theory]
    [InlineData(BaselineLoss.Variance)]
    [InlineData(BaselineLoss.AbsoluteDeviation)]
    [InlineData(BaselineLoss.Huber)]
    [InlineData(BaselineLoss.LogCosh)]
    [InlineData(BaselineLoss.Margin)]
    [InlineData(BaselineLoss.SquaredMargin)]
    public void No_constant_costs_less(BaselineLoss kind)
    {
        var random = new Random(1);
        (double Least, double Most)[] ranges = [(double.NegativeInfinity, double.PositiveInfinity), (0, 1), (-1, 1), (0.5, double.PositiveInfinity), (double.NegativeInfinity, -2)];
        for (int trial = 0; trial < 60; trial++)
        {
            (double least, double most) = ranges[trial % ranges.Length];
            double size = Math.Pow(10, random.Next(-3, 4));
            double offset = size * random.Next(-2, 3);
            double[] targets = [.. Enumerable.Range(0, 12).Select(_ => kind is BaselineLoss.Margin or BaselineLoss.SquaredMargin
                ? random.Next(2) == 0 ? -1.0 : 1 : Math.Round(offset + (size * (random.NextDouble() - 0.5) * (random.Next(5) == 0 ? 20 : 1)), 6))];
            double[] weights = [.. targets.Select(_ => (double)random.Next(4))];
            double delta = 0.1 + random.NextDouble();
            double baseline = BaselineLosses.Of<double>(new(kind, 0, delta, new OutputRange(least, most)), targets, 1, weights);
            double best = double.PositiveInfinity;
            double from = Math.Max(least, Math.Min(targets.Min(), -1));
            double to = Math.Min(most, Math.Max(targets.Max(), 1));
            (from, to) = from <= to ? (from, to) : from > most ? (most, most) : (least, least);
            for (int round = 0; round < 12; round++)
            {
                double[] grid = [.. Enumerable.Range(0, 101).Select(i => from + ((to - from) * i / 100))];
                double[] losses = [.. grid.Select(Loss)];
                int place = Array.IndexOf(losses, losses.Min());
                best = Math.Min(best, losses[place]);
                (from, to) = (grid[Math.Max(0, place - 1)], grid[Math.Min(100, place + 1)]);
            }

            Assert.Equal(best, baseline, (1e-9 * best) + 1e-15); // The plain formula of log_cosh loses digits where it is small.
            Assert.True(baseline <= (best * (1 + 1e-12)) + 1e-15, $"{baseline} is above {best}");

            double Loss(double a) => targets.Select((y, i) => weights[i] * Plain(kind, delta, a, y)).Sum() / weights.Sum();
        }
    }

    /// <summary>Of a softmax's outputs: they are shares of one, and cannot all be what each of them would be by itself.</summary>
    [Theory]
    [InlineData(BaselineLoss.Variance)]
    [InlineData(BaselineLoss.AbsoluteDeviation)]
    [InlineData(BaselineLoss.Huber)]
    [InlineData(BaselineLoss.LogCosh)]
    [InlineData(BaselineLoss.Margin)]
    [InlineData(BaselineLoss.SquaredMargin)]
    public void No_constant_shares_cost_less(BaselineLoss kind)
    {
        var random = new Random(2);
        for (int trial = 0; trial < 8; trial++)
        {
            int[] classes = [.. Enumerable.Range(0, 9).Select(_ => random.Next(3))];
            bool isSigned = kind is BaselineLoss.Margin or BaselineLoss.SquaredMargin;
            double[] targets = [.. classes.SelectMany(c => Enumerable.Range(0, 3).Select(j => j == c ? 1.0 : isSigned ? -1 : trial % 2 * 0.1))];
            double baseline = BaselineLosses.Of<double>(new(kind, 0, 0.3, OutputRange.Shares), targets, 3);
            double best = double.PositiveInfinity;
            const int Steps = 120;
            for (int i = 0; i <= Steps; i++)
            {
                for (int j = 0; j <= Steps - i; j++)
                {
                    double[] a = [(double)i / Steps, (double)j / Steps, (double)(Steps - i - j) / Steps];
                    best = Math.Min(best, targets.Select((y, k) => Plain(kind, 0.3, a[k % 3], y)).Sum() / targets.Length);
                }
            }

            Assert.InRange(baseline, best - 1e-4, best + 1e-12);
        }
    }

    [Fact]
    public void An_output_that_cannot_have_the_mean_has_the_nearest()
    {
        // The targets 2 and 4 of a sigmoid: its best is 1.
        Assert.Equal((1 + 9) / 2.0, BaselineLosses.Of<double>(new(BaselineLoss.Variance, 0, 1, new(0, 1)), [2, 4], 1), 1e-14);
        Assert.Equal(1, BaselineLosses.Of<double>(new(BaselineLoss.Variance, 0, 1, new(0, 10)), [2, 4], 1), 1e-14);
    }

    private static double Plain(BaselineLoss kind, double delta, double a, double y) => kind switch
    {
        BaselineLoss.Variance => (a - y) * (a - y),
        BaselineLoss.AbsoluteDeviation => Math.Abs(a - y),
        BaselineLoss.Huber => Math.Abs(a - y) < delta ? (a - y) * (a - y) / 2 : delta * (Math.Abs(a - y) - (delta / 2)),
        BaselineLoss.LogCosh => Math.Abs(a - y) + Math.Log((1 + Math.Exp(-2 * Math.Abs(a - y))) / 2),
        BaselineLoss.Margin => Math.Max(0, 1 - (a * y)),
        _ => Math.Pow(Math.Max(0, 1 - (a * y)), 2),
    };
}
