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

    /// <summary>
    /// Returns the names that are most like the given one, the likeliest first: those with its letters in another spelling or in another
    /// library, then those that it begins, then by distance. Of equally distant ones, a mistake at the end is likelier than one at the
    /// beginning, a letter too many likelier than a wrong one, and the same number of letters likelier than another.
    /// </summary>
    public IEnumerable<string> Nearest(string name)
    {
        string letters = EditDistance.Letters(name);
        return entries.SelectMany(entry => Spellings(entry).Select(spelling => (entry.Name, Spelling: EditDistance.Letters(spelling))))
            .OrderBy(candidate => candidate.Spelling != letters)
            .ThenBy(candidate => Distance(letters, candidate.Spelling))
            .ThenByDescending(candidate => CommonPrefix(letters, candidate.Spelling))
            .ThenByDescending(candidate => letters.StartsWith(candidate.Spelling, StringComparison.Ordinal))
            .ThenBy(candidate => Math.Abs(letters.Length - candidate.Spelling.Length))
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .Distinct()
            .Take(NearestCount);
    }

    private static IEnumerable<string> Spellings(TEntry entry) => entry.Aliases.Concat(entry.NamesElsewhere).Append(entry.Name);

    /// <summary>The beginning of a name is as near as can be: "glorot" means glorot_uniform rather than zeros.</summary>
    private static int Distance(string letters, string spelling) =>
        letters.Length > 0 && spelling.StartsWith(letters, StringComparison.Ordinal) ? 0 : EditDistance.Between(letters, spelling);

    private static int CommonPrefix(string a, string b) => a.Zip(b, (x, y) => x == y).TakeWhile(same => same).Count();
}
