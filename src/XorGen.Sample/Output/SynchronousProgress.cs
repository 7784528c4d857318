namespace XorGen.Sample.Output;

/// <summary>Tells about progress at once and on the thread that makes it; <see cref="Progress{T}"/> posts it to another.</summary>
/// <typeparam name="T">What is told.</typeparam>
/// <param name="tell">Who is told.</param>
internal sealed class SynchronousProgress<T>(Action<T> tell) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => tell(value);
}
