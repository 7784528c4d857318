namespace XorGen.Training.Schedules;

/// <summary>base * factor^(number of milestones that are not after t).</summary>
internal sealed class MilestoneSchedule : LearningRateSchedule
{
    private readonly int[] milestones;
    private readonly double factor;
    private readonly ScheduleUnit unit;

    public MilestoneSchedule(IReadOnlyList<int> milestones, double factor, ScheduleUnit unit)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        this.milestones = [.. milestones];
        for (int i = 1; i < this.milestones.Length; i++)
        {
            if (this.milestones[i] < this.milestones[i - 1])
            {
                throw new ArgumentException(
                    $"Milestones are in ascending order, but {this.milestones[i]} follows {this.milestones[i - 1]}.", nameof(milestones));
            }
        }

        this.factor = ScheduleArguments.Positive(factor);
        this.unit = unit;
    }

    public override double Rate(double baseRate, TrainingPosition position, ReadOnlySpan<double> state)
    {
        long time = position.Elapsed(unit);
        int passed = 0;
        while (passed < milestones.Length && milestones[passed] <= time)
        {
            passed++;
        }

        return baseRate * ScheduleFunctions.Power(factor, passed);
    }
}
