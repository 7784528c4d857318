namespace XorGen.Training.Schedules;

/// <summary>Multiplies the rate by a factor when the loss has not fallen for some epochs. It remembers the rate and what it counts.</summary>
internal sealed class PlateauSchedule : LearningRateSchedule
{
    private const int CurrentRate = 0;
    private const int Best = 1;
    private const int BadEpochs = 2;
    private const int Cooldown = 3;

    /// <summary>PyTorch's eps: a smaller reduction is not worth making.</summary>
    private const double SmallestReduction = 1e-8;

    private readonly double factor;
    private readonly int patience;
    private readonly double threshold;
    private readonly int cooldown;
    private readonly double minimum;

    public PlateauSchedule(double factor, int patience, double threshold, int cooldown, double minimum)
    {
        this.factor = ScheduleArguments.Positive(factor);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(factor, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        ArgumentOutOfRangeException.ThrowIfNegative(cooldown);
        this.patience = patience;
        this.threshold = ScheduleArguments.NotNegative(threshold);
        this.cooldown = cooldown;
        this.minimum = ScheduleArguments.NotNegative(minimum);
    }

    public override int StateLength => 4;

    public override void Start(double baseRate, Span<double> state)
    {
        state[CurrentRate] = baseRate;
        state[Best] = double.PositiveInfinity;
        state[BadEpochs] = 0;
        state[Cooldown] = 0;
    }

    public override double Rate(double baseRate, TrainingPosition position, ReadOnlySpan<double> state) => state[CurrentRate];

    public override void EpochCompleted(double loss, TrainingPosition position, Span<double> state)
    {
        if (loss < LossComparison.Below(state[Best], threshold))
        {
            state[Best] = loss;
            state[BadEpochs] = 0;
        }
        else
        {
            state[BadEpochs]++;
        }

        if (state[Cooldown] > 0)
        {
            state[Cooldown]--;
            state[BadEpochs] = 0;
        }

        if (state[BadEpochs] > patience)
        {
            double reduced = Math.Max(state[CurrentRate] * factor, minimum);
            state[CurrentRate] = state[CurrentRate] - reduced > SmallestReduction ? reduced : state[CurrentRate];
            state[Cooldown] = cooldown;
            state[BadEpochs] = 0;
        }
    }
}
