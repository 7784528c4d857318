using System.ComponentModel;

namespace XorGen.Training;

/// <summary>A network that notices when two threads train it at once. Generated classes implement it explicitly; a copy of a struct is another network.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public interface IGuardedTraining
{
    /// <summary>Gets the guard, which every method that changes the network enters.</summary>
    ref TrainingGuard Guard { get; }
}
