namespace XorGen.Training;

/// <summary>A network that can share the work of a training step among threads. The bits do not depend on their number.</summary>
/// <remarks>
/// <c>Fit</c> sets the number to <see cref="TrainingOptions.MaxDegreeOfParallelism"/>, and back to 1 when it ends, whatever it was before.
/// </remarks>
public interface IThreadedTraining
{
    /// <summary>Sets the most threads that a step of training may use, the calling one among them; 1 at first.</summary>
    /// <param name="most">The number, at least 1. Steps too small to gain by it use fewer.</param>
    void UseThreads(int most);
}
