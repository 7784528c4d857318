namespace XorGen.Benchmarks.Sections;

/// <summary>What the command line says.</summary>
/// <param name="IsQuick">Whether a first look is enough: a fifth of the rounds.</param>
/// <param name="Works">Only works whose key contains one of these; all when empty.</param>
/// <param name="Peers">Only peers whose name contains one of these; all when empty.</param>
internal sealed record MeasurementOptions(bool IsQuick, string[] Works, string[] Peers)
{
    /// <summary>Returns a number of rounds, or a fifth of it for a first look.</summary>
    public int Rounds(int rounds) => IsQuick ? Math.Max(1, rounds / 5) : rounds;

    public bool HasWork(string key) => Matches(key, Works);

    public bool HasPeer(string name) => Matches(name, Peers);

    private static bool Matches(string name, string[] filter) =>
        filter.Length == 0 || filter.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
