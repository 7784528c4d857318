namespace XorGen.Generator.Catalogue;

/// <summary>
/// How unlike two names are: the least number of letters to insert, delete or replace (V. Levenshtein, 1966). Case,
/// underscores, dashes and spaces do not count.
/// </summary>
internal static class EditDistance
{
    public static int Between(string a, string b)
    {
        a = Letters(a);
        b = Letters(b);
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] current = new int[b.Length + 1];
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length];
    }

    private static string Letters(string name) =>
        new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
