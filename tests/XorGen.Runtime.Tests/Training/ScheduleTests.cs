namespace XorGen.Training;

/// <summary>
/// The expected rates are those of PyTorch's schedulers in the recursive form of torch/optim/lr_scheduler.py, worked out
/// in Python; the schedules here use closed forms.
/// </summary>
public class ScheduleTests
{
    private const double Base = 0.4;
    private const double Tolerance = 1e-15;

    [Fact]
    public void Constant_is_the_base_rate() => AssertRates(LearningRateSchedule.Constant(), [Base, Base, Base]);

    [Fact]
    public void Step_is_StepLR() => AssertRates(
        LearningRateSchedule.Step(3), [0.4, 0.4, 0.4, 0.04000000000000001, 0.04000000000000001, 0.04000000000000001, 0.004000000000000001, 0.004000000000000001]);

    [Fact]
    public void Milestones_is_MultiStepLR() => AssertRates(
        LearningRateSchedule.Milestones([2, 5], 0.5), [0.4, 0.4, 0.2, 0.2, 0.2, 0.1, 0.1, 0.1]);

    [Fact]
    public void Exponential_is_ExponentialLR() => AssertRates(
        LearningRateSchedule.Exponential(0.9),
        [0.4, 0.36000000000000004, 0.32400000000000007, 0.2916000000000001, 0.26244000000000006, 0.23619600000000007, 0.21257640000000008, 0.1913187600000001]);

    [Theory]
    [InlineData(2, new[] { 0.4, 0.25600000000000006, 0.14400000000000002, 0.06400000000000002, 0.015999999999999997, 0, 0, 0 })]
    [InlineData(0.5, new[] { 0.4, 0.35777087639996635, 0.30983866769659335, 0.25298221281347033, 0.17888543819998315, 0, 0, 0 })]
    public void Polynomial_is_PolynomialLR(double power, double[] rates) => AssertRates(LearningRateSchedule.Polynomial(5, power), rates);

    [Fact]
    public void Cosine_is_CosineAnnealingLR_also_after_its_end() => AssertRates(
        LearningRateSchedule.Cosine(6, minimum: 0.1),
        [0.4, 0.37990381056766587, 0.32500000000000007, 0.25, 0.17500000000000004, 0.1200961894323342, 0.1, 0.1200961894323342, 0.17500000000000002, 0.2500000000000001]);

    [Fact]
    public void Cosine_with_restarts_is_CosineAnnealingWarmRestarts()
    {
        AssertRates(
            LearningRateSchedule.CosineWithRestarts(2, growth: 2, minimum: 0.1),
            [0.4, 0.25, 0.4, 0.35606601717798214, 0.25, 0.1439339828220179, 0.4, 0.38858192987669304, 0.35606601717798214, 0.30740251485476355]);
        AssertRates(
            LearningRateSchedule.CosineWithRestarts(3),
            [0.4, 0.30000000000000004, 0.10000000000000005, 0.4, 0.30000000000000004, 0.10000000000000005, 0.4, 0.30000000000000004]);
    }

    [Fact]
    public void One_cycle_is_OneCycleLR()
    {
        AssertRates(
            LearningRateSchedule.OneCycle(),
            [0.016000000000000014, 0.20800000000000002, 0.4, 0.38019385280538953, 0.3246982615799052, 0.24450480877451572, 0.1554967912254843, 0.0753033384200948, 0.019807747194610516, 1.6e-06]);
        AssertRates(
            LearningRateSchedule.OneCycle(0.25, startDivisor: 10, endDivisor: 100, linear: true, threePhases: true),
            [0.04, 0.22000000000000003, 0.4, 0.22, 0.03999999999999998, 0.03434285714285715, 0.028685714285714287, 0.02302857142857143, 0.017371428571428572, 0.011714285714285712, 0.006057142857142858, 0.0003999999999999976]);
    }

    [Fact]
    public void Warm_up_is_LinearLR_and_then_another_schedule_from_its_start() => AssertRates(
        LearningRateSchedule.WarmUp(4, LearningRateSchedule.Cosine()),
        [0.13333333333333333, 0.2, 0.2666666666666667, 0.33333333333333337, 0.4, 0.3732050807568878, 0.30000000000000004, 0.2, 0.10000000000000005, 0.02679491924311226]);

    [Fact]
    public void Warm_up_goes_before_every_other_schedule()
    {
        foreach (LearningRateSchedule then in (LearningRateSchedule[])
            [
                LearningRateSchedule.Constant(), LearningRateSchedule.Step(2), LearningRateSchedule.Milestones([1, 3]),
                LearningRateSchedule.Exponential(0.5), LearningRateSchedule.Polynomial(), LearningRateSchedule.Cosine(),
                LearningRateSchedule.CosineWithRestarts(2), LearningRateSchedule.OneCycle(), LearningRateSchedule.ReduceOnPlateau(patience: 0),
            ])
        {
            double[] together = Rates(LearningRateSchedule.WarmUp(3, then, startFactor: 0.25), 12, (_, _) => 1);
            Assert.Equal([0.1, 0.2, 0.3], together[..3].Select(rate => Math.Round(rate, 12)));
            Assert.Equal(Rates(then, 9, (_, _) => 1), together[3..]);
        }
    }

    [Fact]
    public void Reduce_on_plateau_is_ReduceLROnPlateau()
    {
        double[] losses = [1, .9, .9, .9, .9, .9, .9, .5, .5, .5, .5, .5, .5, .5, .5, .5];

        Assert.Equal(
            [0.4, 0.4, 0.4, 0.4, 0.4, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.15, 0.15, 0.15, 0.15, 0.15],
            Rates(LearningRateSchedule.ReduceOnPlateau(0.5, patience: 2, threshold: 0.01, cooldown: 1, minimum: 0.15), 16, (_, epoch) => losses[Math.Min(epoch, 15)]));
    }

    /// <summary>A likelihood may be negative: standing still is a plateau there too, and a fall is a share of the magnitude.</summary>
    [Theory]
    [InlineData(-3)]
    [InlineData(-1e-3)]
    [InlineData(-1e6)]
    [InlineData(0)]
    [InlineData(3)]
    public void A_loss_that_stands_still_is_a_plateau_whatever_its_sign(double loss)
    {
        Assert.Equal([0.4, 0.4, 0.4, 0.2, 0.2, 0.1], Rates(LearningRateSchedule.ReduceOnPlateau(0.5, patience: 1, threshold: 0.01), 6, (_, _) => loss));

        // A rise is no fall, and one of less than the threshold neither.
        double much = 0.02 * Math.Max(1e-9, Math.Abs(loss));
        Assert.Equal(
            [0.4, 0.4, 0.4, 0.2, 0.2, 0.1], Rates(LearningRateSchedule.ReduceOnPlateau(0.5, patience: 1, threshold: 0.01), 6, (_, epoch) => loss + (epoch * much)));
        Assert.Equal(0.4, Rates(LearningRateSchedule.ReduceOnPlateau(0.5, patience: 0, threshold: 0.01), 6, (_, epoch) => loss - (epoch * 2 * much))[^1]);
        if (loss != 0)
        {
            Assert.Equal(0.0125, Rates(LearningRateSchedule.ReduceOnPlateau(0.5, patience: 0, threshold: 0.5), 7, (_, epoch) => loss - (epoch * much))[^1], 1e-12);
        }
    }

    [Fact]
    public void A_fall_through_zero_is_a_fall()
    {
        double[] losses = [1, 0.5, 0, -0.5, -1, -1.005];
        Assert.Equal(
            [0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.2], Rates(LearningRateSchedule.ReduceOnPlateau(0.5, patience: 0, threshold: 0.01), 7, (_, epoch) => losses[Math.Min(epoch, 5)]));
    }

    [Fact]
    public void Schedules_in_epochs_have_one_rate_for_an_epoch_and_those_in_steps_another_each_step()
    {
        // Two steps an epoch.
        Assert.Equal([0.4, 0.4, 0.2, 0.2, 0.1, 0.1], RatesOfFit(LearningRateSchedule.Exponential(0.5), epochs: 3));
        Assert.Equal([0.4, 0.2, 0.1, 0.05, 0.025, 0.0125], RatesOfFit(LearningRateSchedule.Exponential(0.5, ScheduleUnit.Step), epochs: 3));
        Assert.Equal([0.4, 0.4, 0.2, 0.2], RatesOfFit(LearningRateSchedule.Polynomial(), epochs: 2));
        Assert.Equal([0.4, 0.3, 0.2, 0.1], RatesOfFit(LearningRateSchedule.Polynomial(unit: ScheduleUnit.Step), epochs: 2).Select(rate => Math.Round(rate, 12)));
    }

    [Fact]
    public void Fit_tells_a_plateau_the_loss_of_the_validation_rows()
    {
        var network = new ScriptedNetwork(Scripted.Falling) { Validation = (_, _, _) => 1 };
        Scripted.Fit(network, new TrainingOptions
        {
            Epochs = 4, LearningRate = Base, LearningRateSchedule = LearningRateSchedule.ReduceOnPlateau(0.5, patience: 0),
            Validation = Validation.Of(new[] { -1.0 }, new[] { 1.0 }),
        });

        Assert.Equal([0.4, 0.4, 0.2, 0.1], network.Batches.Select(batch => batch.LearningRate));
    }

    [Fact]
    public void Restarts_begin_the_schedule_anew()
    {
        var network = new ScriptedNetwork((_, _) => 0.5);
        Scripted.Fit(network, new TrainingOptions
        {
            Epochs = 3, TargetLoss = 0.1, MaxRestarts = 1, LearningRate = Base, LearningRateSchedule = LearningRateSchedule.ReduceOnPlateau(0.5, patience: 0),
        });

        Assert.Equal([0.4, 0.4, 0.2, 0.4, 0.4, 0.2], network.Batches.Select(batch => batch.LearningRate));
    }

    [Fact]
    public void A_rate_that_is_no_number_is_refused_and_the_epoch_taken_back()
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Scripted.Fit(
            network, new TrainingOptions { Epochs = 3, BatchSize = 2, LearningRateSchedule = new BrokenSchedule() }));

        Assert.Contains("NaN at step 3", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, network.Steps);
    }

    public static TheoryData<string, Action> OutOfRange => new()
    {
        { "every", () => LearningRateSchedule.Step(0) },
        { "factor", () => LearningRateSchedule.Step(1, 0) },
        { "factor", () => LearningRateSchedule.Exponential(double.NaN) },
        { "milestones", () => LearningRateSchedule.Milestones([3, 2]) },
        { "length", () => LearningRateSchedule.Polynomial(0) },
        { "power", () => LearningRateSchedule.Polynomial(1, -1) },
        { "minimum", () => LearningRateSchedule.Cosine(1, -1) },
        { "first", () => LearningRateSchedule.CosineWithRestarts(0) },
        { "growth", () => LearningRateSchedule.CosineWithRestarts(1, 0) },
        { "warmUpShare", () => LearningRateSchedule.OneCycle(1.5) },
        { "warmUpShare", () => LearningRateSchedule.OneCycle(0.6, threePhases: true) },
        { "startDivisor", () => LearningRateSchedule.OneCycle(startDivisor: 0) },
        { "endDivisor", () => LearningRateSchedule.OneCycle(endDivisor: double.PositiveInfinity) },
        { "length", () => LearningRateSchedule.WarmUp(0) },
        { "startFactor", () => LearningRateSchedule.WarmUp(1, startFactor: 1.1) },
        { "factor", () => LearningRateSchedule.ReduceOnPlateau(1) },
        { "patience", () => LearningRateSchedule.ReduceOnPlateau(patience: -1) },
        { "cooldown", () => LearningRateSchedule.ReduceOnPlateau(cooldown: -1) },
        { "threshold", () => LearningRateSchedule.ReduceOnPlateau(threshold: -1) },
    };

    [Theory]
    [MemberData(nameof(OutOfRange), DisableDiscoveryEnumeration = true)]
    public void An_argument_out_of_range_is_named(string parameter, Action create) =>
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(create).ParamName);

    [Fact]
    public void The_cosine_is_right_to_the_last_digits()
    {
        Assert.Equal(1, Schedules.ScheduleFunctions.CosineOfPi(0));
        Assert.Equal(0, Schedules.ScheduleFunctions.CosineOfPi(0.5));
        Assert.Equal(-1, Schedules.ScheduleFunctions.CosineOfPi(1));
        for (int i = 0; i <= 10_000; i++)
        {
            double x = i / 2_500.0;
            Assert.Equal(Math.Cos(Math.PI * x), Schedules.ScheduleFunctions.CosineOfPi(x), 1.5e-15);
        }
    }

    private static void AssertRates(LearningRateSchedule schedule, double[] expected)
    {
        double[] rates = Rates(schedule, expected.Length, (_, _) => 1);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], rates[i], Tolerance);
        }
    }

    /// <summary>The rates of a training with one step an epoch.</summary>
    private static double[] Rates(LearningRateSchedule schedule, int epochs, Func<int, int, double> loss)
    {
        var network = new ScriptedNetwork(loss);
        Scripted.Fit(network, new TrainingOptions { Epochs = epochs, LearningRate = Base, LearningRateSchedule = schedule });
        return [.. network.Batches.Select(batch => batch.LearningRate)];
    }

    private static double[] RatesOfFit(LearningRateSchedule schedule, int epochs)
    {
        var network = new ScriptedNetwork(Scripted.Falling);
        Scripted.Fit(network, new TrainingOptions { Epochs = epochs, BatchSize = 2, LearningRate = Base, LearningRateSchedule = schedule });
        return [.. network.Batches.Select(batch => batch.LearningRate)];
    }

    private sealed class BrokenSchedule : LearningRateSchedule
    {
        public override double Rate(double baseRate, TrainingPosition position, ReadOnlySpan<double> state) =>
            position.Step == 3 ? double.NaN : baseRate;
    }
}
