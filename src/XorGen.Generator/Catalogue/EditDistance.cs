namespace XorGen.Generator.Catalogue;

/// <summary>
/// How unlike two names are: the least number of letters to insert, delete, replace or exchange with their neighbour, each at most once
/// (F. Damerau, 1964; V. Levenshtein, 1966: "optimal string alignment").
/// </summary>
internal static class EditDistance
{
    /// <summary>Returns what counts in a name: its letters and digits, without case, underscores, dashes and spaces.</summary>
    public static string Letters(string name) =>
        new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    public static int Between(string a, string b)
    {
        int[] beforePrevious = [];
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] current = new int[b.Length + 1];
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            beforePrevious = previous;
            previous = current;
        }

        return previous[b.Length];
    }
}
