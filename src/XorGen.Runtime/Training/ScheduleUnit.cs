namespace XorGen;

/// <summary>The time of a learning-rate schedule.</summary>
public enum ScheduleUnit
{
    /// <summary>Epochs: the rate is the same for all steps of an epoch.</summary>
    Epoch,

    /// <summary>Steps, one for each batch.</summary>
    Step,
}
