namespace XorGen.Training.Schedules;

internal sealed class ConstantSchedule : LearningRateSchedule
{
    public override double Rate(double baseRate, TrainingPosition position, ReadOnlySpan<double> state) => baseRate;
}
