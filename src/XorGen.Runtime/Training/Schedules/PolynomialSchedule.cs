namespace XorGen.Training.Schedules;

/// <summary>base * (1 - min(t, length) / length)^power.</summary>
internal sealed class PolynomialSchedule : LearningRateSchedule
{
    private readonly int? length;
    private readonly double power;
    private readonly ScheduleUnit unit;

    public PolynomialSchedule(int? length, double power, ScheduleUnit unit)
    {
        this.length = ScheduleArguments.Length(length);
        this.power = ScheduleArguments.Positive(power);
        this.unit = unit;
    }

    public override double Rate(double baseRate, TrainingPosition position, ReadOnlySpan<double> state)
    {
        double end = length ?? Math.Max(1, position.Length(unit));
        return baseRate * ScheduleFunctions.Power(1 - (Math.Min(position.Elapsed(unit), end) / end), power);
    }
}
