using XorGen.Benchmarks.Peers;

namespace XorGen.Benchmarks.Reports;

/// <summary>docs/performance.md, of which each measured section stands between two marks.</summary>
internal static class PerformancePage
{
    private static string File => Path.Combine(NativeBuild.Repository, "docs", "performance.md");

    /// <summary>Puts a new text between the marks of a section.</summary>
    public static void Replace(string key, string text)
    {
        string page = System.IO.File.ReadAllText(File);
        string opening = $"<!-- {key} -->\n";
        string closing = $"<!-- /{key} -->";
        int start = page.IndexOf(opening, StringComparison.Ordinal);
        int end = page.IndexOf(closing, StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            throw new InvalidDataException($"{File} has no place for {key}: {opening.Trim()} ... {closing}");
        }

        System.IO.File.WriteAllText(File, $"{page[..(start + opening.Length)]}{text.TrimEnd()}\n{page[end..]}");
    }
}
