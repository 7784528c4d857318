using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace XorGen.Generator.Tests.Snapshots;

/// <summary>
/// Compares what was generated with files beside the test, named as Verify.SourceGenerators names them:
/// "Class.Method#Hint.g.verified.cs". On a mismatch the new text is written as ".received.cs": look at the difference, and
/// where it is meant, move it over the old one.
/// </summary>
internal static class SnapshotVerifier
{
    private const string Verified = ".verified.cs";
    private const string Received = ".received.cs";
    private const int ContextLines = 3;
    private const int MostLines = 60;

    /// <summary>Compares all files of a run with the snapshots of the calling test.</summary>
    public static void Verify(GeneratorRun run, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        string prefix = $"{Path.GetFileNameWithoutExtension(testFile)}.{method}#";
        string folder = Path.GetDirectoryName(testFile)!;
        Dictionary<string, string> received = run.Files.ToDictionary(
            file => prefix + WithoutEnding(file.Key, ".cs"), file => file.Value, StringComparer.Ordinal);
        string[] verified = [.. Directory.GetFiles(folder, prefix + "*" + Verified).Select(path => WithoutEnding(Path.GetFileName(path), Verified))];
        var problems = new StringBuilder();
        foreach (string name in received.Keys.Union(verified).Order(StringComparer.Ordinal))
        {
            problems.Append(Compare(Path.Combine(folder, name), received.GetValueOrDefault(name)));
        }

        Assert.True(problems.Length == 0, problems.ToString());
    }

    private static string Compare(string path, string? received)
    {
        string name = Path.GetFileName(path);
        string? verified = File.Exists(path + Verified) ? File.ReadAllText(path + Verified).ReplaceLineEndings("\n") : null;
        if (received == verified)
        {
            File.Delete(path + Received);
            return string.Empty;
        }

        if (received is null)
        {
            return $"{name}{Verified} exists, but no such file is generated any more: delete it.\n";
        }

        File.WriteAllText(path + Received, received);
        return verified is null
            ? $"{name}{Verified} does not exist: look at {name}{Received}, and if it is right, give it that name.\n"
            : $"{name}{Verified} is not what is generated now, {name}{Received}:\n{Difference(verified, received)}";
    }

    /// <summary>The lines that differ, marked + and -, with some around them.</summary>
    private static string Difference(string verified, string received)
    {
        List<DiffPiece> lines = InlineDiffBuilder.Diff(verified, received).Lines;
        bool IsNearChange(int i) =>
            lines.Skip(i - ContextLines).Take(Math.Min(i, ContextLines) + 1 + ContextLines).Any(line => line.Type != ChangeType.Unchanged);
        var text = new StringBuilder();
        int written = 0;
        bool hasGap = false;
        for (int i = 0; i < lines.Count && written < MostLines; i++)
        {
            if (!IsNearChange(i))
            {
                hasGap = true;
                continue;
            }

            text.Append(hasGap ? "  ...\n" : string.Empty);
            hasGap = false;
            string mark = lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " };
            text.Append(mark).Append(lines[i].Text).Append('\n');
            written++;
        }

        return text.Append(written == MostLines ? "  and more\n" : string.Empty).ToString();
    }

    private static string WithoutEnding(string name, string ending) =>
        name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;
}
