namespace XorGen.Generator.Catalogue;

/// <summary>The entries of one kind, found by name.</summary>
/// <param name="kind">What the entries are, for messages: "activation".</param>
/// <param name="entries">The entries.</param>
internal sealed class Catalogue<TEntry>(string kind, params TEntry[] entries)
    where TEntry : CatalogueEntry
{
    private const int NearestCount = 3;

    public string Kind => kind;

    public IReadOnlyList<TEntry> Entries => entries;

    /// <summary>Returns the entry of a name that is known to exist.</summary>
    public TEntry this[string name] => Find(name)!;

    /// <summary>Returns the entry with this name or alias, or null.</summary>
    public TEntry? Find(string? name) =>
        Array.Find(entries, entry => entry.Name == name || Array.IndexOf(entry.Aliases, name) >= 0);

    /// <summary>Returns the names that are most like the given one, the likeliest first.</summary>
    public IEnumerable<string> Nearest(string name) =>
        entries.SelectMany(entry => entry.Aliases.Append(entry.Name).Select(known => (entry.Name, Distance: Distance(name, known))))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .Distinct()
            .Take(NearestCount);

    /// <summary>The beginning of a name is as near as can be: "glorot" means glorot_uniform rather than zeros.</summary>
    private static int Distance(string name, string known) =>
        name.Length > 0 && known.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? 0 : EditDistance.Between(name, known);
}
