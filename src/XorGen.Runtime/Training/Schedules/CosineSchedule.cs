namespace XorGen.Training.Schedules;

/// <summary>minimum + (base - minimum) (1 + cos(π t / length)) / 2.</summary>
internal sealed class CosineSchedule : LearningRateSchedule
{
    private readonly int? length;
    private readonly double minimum;
    private readonly ScheduleUnit unit;

    public CosineSchedule(int? length, double minimum, ScheduleUnit unit)
    {
        this.length = ScheduleArguments.Length(length);
        this.minimum = ScheduleArguments.NotNegative(minimum);
        this.unit = unit;
    }

    public override double Rate(double baseRate, TrainingPosition position, ReadOnlySpan<double> state)
    {
        double end = length ?? Math.Max(1, position.Length(unit));
        return ScheduleFunctions.HalfCosine(baseRate, minimum, position.Elapsed(unit) / end);
    }
}
