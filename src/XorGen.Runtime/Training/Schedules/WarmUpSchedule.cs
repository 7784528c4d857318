namespace XorGen.Training.Schedules;

/// <summary>base * (startFactor + (1 - startFactor) t / length), then another schedule.</summary>
internal sealed class WarmUpSchedule : LearningRateSchedule
{
    private readonly int length;
    private readonly LearningRateSchedule then;
    private readonly double startFactor;
    private readonly ScheduleUnit unit;

    public WarmUpSchedule(int length, LearningRateSchedule then, double startFactor, ScheduleUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        this.length = length;
        this.then = then;
        this.startFactor = ScheduleArguments.NotNegative(startFactor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startFactor, 1);
        this.unit = unit;
    }

    public override int StateLength => then.StateLength;

    public override void Start(double baseRate, Span<double> state) => then.Start(baseRate, state);

    public override double Rate(double baseRate, TrainingPosition position, ReadOnlySpan<double> state)
    {
        long time = position.Elapsed(unit);
        return time < length
            ? baseRate * (startFactor + ((1 - startFactor) * time / length))
            : then.Rate(baseRate, position.After(length, unit), state);
    }

    public override void EpochCompleted(double loss, TrainingPosition position, Span<double> state)
    {
        // The losses of the warm-up are no plateau.
        if (position.Elapsed(unit) > length)
        {
            then.EpochCompleted(loss, position.After(length, unit), state);
        }
    }
}
