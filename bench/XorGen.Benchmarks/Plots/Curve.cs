namespace XorGen.Benchmarks.Plots;

/// <summary>A line of a picture.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Sizes">Where it was measured.</param>
/// <param name="Nanoseconds">What it cost there.</param>
internal sealed record Curve(string Name, int[] Sizes, double[] Nanoseconds);
