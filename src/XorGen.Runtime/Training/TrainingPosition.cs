namespace XorGen;

/// <summary>Where a training is: what a learning-rate schedule goes by.</summary>
/// <param name="Epoch">The number of epochs that the attempt has completed.</param>
/// <param name="Step">The number of steps that the attempt has taken.</param>
/// <param name="Epochs">The number of epochs after which the attempt ends.</param>
/// <param name="StepsPerEpoch">The number of steps, one for each batch, in an epoch.</param>
public readonly record struct TrainingPosition(int Epoch, long Step, int Epochs, int StepsPerEpoch)
{
    /// <summary>Gets the number of steps after which the attempt ends.</summary>
    public long Steps => (long)Epochs * StepsPerEpoch;

    /// <summary>The position as it is in a training that began some epochs later, or some steps.</summary>
    internal TrainingPosition After(int length, ScheduleUnit unit) => unit == ScheduleUnit.Epoch
        ? new(Epoch - length, Step - ((long)length * StepsPerEpoch), Epochs - length, StepsPerEpoch)
        : this with { Step = Step - length };

    /// <summary>The time in a unit.</summary>
    internal long Elapsed(ScheduleUnit unit) => unit == ScheduleUnit.Epoch ? Epoch : Step;

    /// <summary>The end of the training in a unit.</summary>
    internal long Length(ScheduleUnit unit) => unit == ScheduleUnit.Epoch ? Epochs : Steps;
}
