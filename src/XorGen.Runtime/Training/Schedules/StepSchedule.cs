namespace XorGen.Training.Schedules;

/// <summary>base * factor^floor(t / every).</summary>
internal sealed class StepSchedule : LearningRateSchedule
{
    private readonly int every;
    private readonly double factor;
    private readonly ScheduleUnit unit;

    public StepSchedule(int every, double factor, ScheduleUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        this.every = every;
        this.factor = ScheduleArguments.Positive(factor);
        this.unit = unit;
    }

    public override double Rate(double baseRate, TrainingPosition position, ReadOnlySpan<double> state) =>
        baseRate * ScheduleFunctions.Power(factor, position.Elapsed(unit) / every);
}
