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
    /// The loss was no longer a finite number; with a target, in every attempt. The parameters are those with which it
    /// last was, in the best attempt.
    /// </summary>
    Diverged,
}
