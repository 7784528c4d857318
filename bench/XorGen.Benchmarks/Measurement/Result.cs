namespace XorGen.Benchmarks.Measurement;

/// <summary>What one contender needs for one operation (or one row of it).</summary>
/// <param name="Work">The key of the work.</param>
/// <param name="Peer">The name of the peer.</param>
/// <param name="Minimum">The best of all samples, in nanoseconds: what the machine does when nobody disturbs it.</param>
/// <param name="Median">The median, in nanoseconds.</param>
/// <param name="Allocated">Managed bytes allocated per operation.</param>
internal sealed record Result(string Work, string Peer, double Minimum, double Median, double Allocated)
{
    /// <summary>Makes a result of samples.</summary>
    public static Result Of(string work, string peer, IReadOnlyList<double> samples, double allocated)
    {
        double[] sorted = [.. samples.Order()];
        return new(work, peer, sorted[0], sorted[sorted.Length / 2], allocated);
    }
}
