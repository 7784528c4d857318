namespace XorGen;

/// <summary>The numbers that a scaler is made of.</summary>
/// <param name="Kind">The number of its kind.</param>
/// <param name="Single">The numbers that it has once: the ends of a range.</param>
/// <param name="Lists">The numbers that it has for each column: three lists.</param>
internal readonly record struct ScalerContent(int Kind, double[] Single, IReadOnlyList<double>[] Lists);
