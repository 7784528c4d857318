namespace XorGen.Sample.Problems;

/// <summary>What became of a network that started from a seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Solved">Whether it answers every row correctly.</param>
/// <param name="Report">What its training did.</param>
internal sealed record SeedRun(int Seed, bool Solved, TrainingReport Report);
