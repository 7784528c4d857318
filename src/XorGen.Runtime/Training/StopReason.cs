namespace XorGen;

/// <summary>Why a training has ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were run.</summary>
    EpochsCompleted,

    /// <summary>The loss has reached the target.</summary>
    TargetReached,

    /// <summary>The target was set and not reached, in any of the attempts. The parameters are those of the best one.</summary>
    TargetMissed,

    /// <summary>
    /// The cancellation token was cancelled. The parameters are those after the last completed epoch; with a target,
    /// those of the best attempt.
    /// </summary>
    Cancelled,

    /// <summary>
    /// The loss or a parameter was no longer a finite number; with a target, in every attempt. The parameters, and the
    /// state of the optimizer, are the last with which all were, in the best attempt.
    /// </summary>
    Diverged,

    /// <summary>It did not get better for as long as <see cref="TrainingOptions.EarlyStopping"/> bears.</summary>
    StoppedEarly,

    /// <summary>A callback has asked for it.</summary>
    StoppedByCallback,
}
