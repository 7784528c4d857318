namespace XorGen.Benchmarks.Measurement;

/// <summary>Something that is done a number of times in a loop of its own.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Run">Does it as often as it is told.</param>
internal sealed record TimedLoop(string Name, Action<int> Run);
