namespace XorGen;

/// <summary>Is called by <c>Fit</c>: derive a class, or use <see cref="AfterEpoch"/>.</summary>
/// <remarks>
/// A callback that throws ends the training with its exception; the network is as it was at the end of the last completed
/// epoch.
/// </remarks>
public abstract class TrainingCallback
{
    /// <summary>Makes a callback of what is to be done after each epoch.</summary>
    /// <param name="action">Is called after each epoch.</param>
    public static TrainingCallback AfterEpoch(Action<TrainingEpoch> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return new EpochAction(action);
    }

    /// <summary>Is called before the first epoch.</summary>
    public virtual void OnTrainingBegin()
    {
    }

    /// <summary>Is called after each epoch. The network has the parameters of the epoch's end.</summary>
    /// <param name="epoch">What the epoch has brought. The object is reused for the next one.</param>
    public virtual void OnEpochEnd(TrainingEpoch epoch)
    {
    }

    /// <summary>Is called when the training is over, and the network as it will stay.</summary>
    /// <param name="report">What <c>Fit</c> is going to return.</param>
    public virtual void OnTrainingEnd(TrainingReport report)
    {
    }

    private sealed class EpochAction(Action<TrainingEpoch> action) : TrainingCallback
    {
        public override void OnEpochEnd(TrainingEpoch epoch) => action(epoch);
    }
}
