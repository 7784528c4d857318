namespace XorGen.Training;

public class RestartRuleTests
{
    [Fact]
    public void A_loss_that_does_not_fall_is_given_up_after_100_epochs() => Assert.Equal(100, GivenUpAt(_ => 0.5, baseline: 1));

    [Fact]
    public void Later_the_patience_is_half_of_all_epochs()
    {
        // 599 epochs have gone by before epoch 599, half of them since the last fall.
        Assert.Equal(599, GivenUpAt(epoch => epoch < 300 ? 1 : 0.5, baseline: 1));
    }

    [Fact]
    public void Small_falls_add_up()
    {
        // 2 % come together in 91 epochs; in 506 epochs they come too late.
        Assert.Null(GivenUpAt(epoch => 0.5 * Math.Pow(0.99, epoch / 45.0), baseline: 1));
        Assert.Equal(100, GivenUpAt(epoch => 0.5 * Math.Pow(0.99, epoch / 250.0), baseline: 1));
    }

    [Fact]
    public void A_fall_of_less_than_two_percent_is_none()
    {
        Assert.Equal(100, GivenUpAt(epoch => epoch < 50 ? 0.5 : 0.4901, baseline: 1));
        Assert.Equal(150, GivenUpAt(epoch => epoch < 50 ? 0.5 : 0.4899, baseline: 1));
    }

    [Fact]
    public void A_loss_that_goes_up_and_down_is_judged_by_its_best() =>
        Assert.Equal(150, GivenUpAt(epoch => epoch == 50 ? 0.3 : 0.5 + (0.1 * (epoch % 2)), baseline: 1));

    [Fact]
    public void Before_it_has_left_the_baseline_it_is_not_given_up()
    {
        Assert.Null(GivenUpAt(_ => 0.91, baseline: 1, epochs: 5000));
        Assert.Equal(100, GivenUpAt(_ => 0.89, baseline: 1));
    }

    [Fact]
    public void A_long_plateau_is_forgiven_once_it_is_left() =>
        Assert.Equal(1999, GivenUpAt(epoch => epoch < 1000 ? 0.99 : 0.5, baseline: 1));

    /// <summary>A likelihood may be negative: then losses are measured from the target.</summary>
    [Fact]
    public void A_negative_loss_is_measured_from_the_target()
    {
        Assert.Equal(100, GivenUpAt(_ => -0.5, baseline: 1, target: -1));
        Assert.Equal(100, GivenUpAt(_ => -1.5, baseline: -1, target: -2));
        Assert.Null(GivenUpAt(_ => -1.05, baseline: -1, target: -2));
        Assert.Null(GivenUpAt(_ => -0.5, baseline: -1, target: -2));
        Assert.Null(GivenUpAt(epoch => 1.0 / (1 + epoch), baseline: 1, target: double.NegativeInfinity, epochs: 3000));
        Assert.Null(GivenUpAt(epoch => -2 + (10.0 / (1 + epoch)), baseline: 9, target: -2, epochs: 3000));
    }

    /// <summary>Losses below zero with a target that is not negative, or below the target: the epoch's loss may be there before the target is reached.</summary>
    [Fact]
    public void Below_what_losses_are_measured_from_a_rise_is_no_fall()
    {
        Assert.Equal(100, GivenUpAt(epoch => -0.5 + (epoch * 1e-5), baseline: 1, target: 0.01));
        Assert.Equal(150, GivenUpAt(epoch => epoch < 50 ? -0.5 : -0.5101, baseline: 1, target: 0.01));
        Assert.Equal(100, GivenUpAt(epoch => epoch < 50 ? -0.5 : -0.5099, baseline: 1, target: 0.01));
        Assert.Equal(100, GivenUpAt(_ => -2.5, baseline: 1, target: -2));
    }

    [Fact]
    public void A_negative_baseline_is_left_below_it()
    {
        // -2.9 is above the best constant prediction's -3, and nine tenths of -3 are too.
        Assert.Null(GivenUpAt(_ => -2.9, baseline: -3, target: double.NegativeInfinity));
        Assert.Null(GivenUpAt(_ => -3.2, baseline: -3, target: double.NegativeInfinity));
        Assert.Equal(100, GivenUpAt(_ => -3.4, baseline: -3, target: double.NegativeInfinity));
        Assert.Null(GivenUpAt(_ => -2.9, baseline: -3, target: 1));
    }

    [Fact]
    public void Without_a_baseline_nothing_is_given_up() => Assert.Null(GivenUpAt(_ => 0.5, baseline: double.NaN, epochs: 3000));

    private static int? GivenUpAt(Func<int, double> loss, double baseline, int epochs = 10_000, double target = 0.01)
    {
        var rule = new RestartRule(RestartRule.Floor(target));
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            if (rule.IsStalled(epoch, loss(epoch)) && rule.HasLeft(baseline))
            {
                return epoch;
            }
        }

        return null;
    }
}
