namespace XorGen.Training.Schedules;

/// <summary>
/// Two or three phases, each from one rate to another along half a cosine or a line. As in PyTorch, step 0 has the first
/// rate, the last step the last one, and the phases end at step share * steps - 1 (and 2 * share * steps - 2).
/// </summary>
internal sealed class OneCycleSchedule : LearningRateSchedule
{
    private readonly double share;
    private readonly double startDivisor;
    private readonly double endDivisor;
    private readonly bool linear;
    private readonly bool threePhases;

    public OneCycleSchedule(double warmUpShare, double startDivisor, double endDivisor, bool linear, bool threePhases)
    {
        share = ScheduleArguments.Positive(warmUpShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(warmUpShare, threePhases ? 0.5 : 1);
        this.startDivisor = ScheduleArguments.Positive(startDivisor);
        this.endDivisor = ScheduleArguments.Positive(endDivisor);
        this.linear = linear;
        this.threePhases = threePhases;
    }

    public override double Rate(double baseRate, TrainingPosition position, ReadOnlySpan<double> state)
    {
        double start = baseRate / startDivisor;
        double end = start / endDivisor;
        double last = position.Steps - 1;
        double rise = (share * position.Steps) - 1;
        double step = Math.Min(position.Step, last);
        if (step <= rise)
        {
            return Between(start, baseRate, step, 0, rise);
        }

        if (!threePhases)
        {
            return Between(baseRate, end, step, rise, last);
        }

        double fall = (2 * share * position.Steps) - 2;
        return step <= fall ? Between(baseRate, start, step, rise, fall) : Between(start, end, step, fall, last);
    }

    private double Between(double from, double to, double step, double first, double last)
    {
        double part = last > first ? (step - first) / (last - first) : 1;
        return linear ? ((to - from) * part) + from : ScheduleFunctions.HalfCosine(from, to, part);
    }
}
