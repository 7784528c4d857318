using XorGen.Sample.Output;

namespace XorGen.Sample.Tests;

/// <summary>Progress that nobody looks at.</summary>
internal static class Silent
{
    public static IProgress<WorkProgress> Work { get; } = new SynchronousProgress<WorkProgress>(_ => { });
}
