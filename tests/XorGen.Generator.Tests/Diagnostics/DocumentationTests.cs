using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using XorGen.Generator.Diagnostics;

namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>Each diagnostic has a page under docs/diagnostics, whose wrong code is reported and whose right code is not.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "diagnostics");

    public static TheoryData<string> Ids => [.. Descriptors.Select(descriptor => descriptor.Id)];

    private static IEnumerable<DiagnosticDescriptor> Descriptors => typeof(Descriptors)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(member => (DiagnosticDescriptor)member.GetValue(null)!);

    [Theory]
    [MemberData(nameof(Ids))]
    public void There_is_a_page_with_its_title_and_severity(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Single(descriptor => descriptor.Id == id);
        string page = Page(id);
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"Severity: {(descriptor.DefaultSeverity == DiagnosticSeverity.Error ? "error" : "warning")}.", page, StringComparison.Ordinal);
        Assert.EndsWith($"docs/diagnostics/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.Contains($"| [{id}]({id}.md) | {descriptor.Title} |", Page("README"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_wrong_code_is_reported_and_its_right_code_is_not(string id)
    {
        string[] snippets = [.. Fence().Matches(Page(id)).Select(match => match.Groups[1].Value)];
        if (id is "XG0009" or "XG0016" or "XG0033")
        {
            Assert.Empty(snippets);
            return;
        }

        Assert.Equal(2, snippets.Length);
        GeneratorRun wrong = GeneratorHarness.Run("using XorGen;\n" + snippets[0]);
        Assert.Equal([id], wrong.GeneratorDiagnostics.Concat(wrong.AnalyzerDiagnostics).Select(diagnostic => diagnostic.Id));
        GeneratorRun right = GeneratorHarness.Run("using XorGen;\n" + snippets[1]);
        Assert.Empty(right.GeneratorDiagnostics);
        Assert.Empty(right.AnalyzerDiagnostics);
        Assert.Empty(right.CompilerDiagnostics);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    private static string Page(string name) => File.ReadAllText(Path.Combine(Folder, name + ".md")).ReplaceLineEndings("\n");
}
