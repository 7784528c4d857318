namespace XorGen.Training.Schedules;

/// <summary>minimum + (base - minimum) (1 + cos(π t / T)) / 2, where t is the time since the last restart and T that until the next.</summary>
internal sealed class CosineRestartsSchedule : LearningRateSchedule
{
    private readonly int first;
    private readonly int growth;
    private readonly double minimum;
    private readonly ScheduleUnit unit;

    public CosineRestartsSchedule(int first, int growth, double minimum, ScheduleUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(growth, 1);
        this.first = first;
        this.growth = growth;
        this.minimum = ScheduleArguments.NotNegative(minimum);
        this.unit = unit;
    }

    public override double Rate(double baseRate, TrainingPosition position, ReadOnlySpan<double> state)
    {
        long time = position.Elapsed(unit);
        long length = first;
        if (growth == 1)
        {
            time %= length;
        }

        while (time >= length)
        {
            time -= length;
            length *= growth;
        }

        return ScheduleFunctions.HalfCosine(baseRate, minimum, (double)time / length);
    }
}
