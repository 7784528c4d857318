namespace XorGen.Sample.Output;

/// <summary>Tells about progress at once and on the thread that makes it; <see cref="Progress{T}"/> posts it to another.</summary>
/// <param name="tell">Who is told.</param>
internal sealed class SynchronousProgress(Action<TrainingProgress> tell) : IProgress<TrainingProgress>
{
    /// <inheritdoc/>
    public void Report(TrainingProgress value) => tell(value);
}
