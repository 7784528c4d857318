using System.Text.RegularExpressions;
using XorGen.Generator.Tests;

namespace XorGen.Documentation;

/// <summary>Each kind of hint has a page under docs/hints, whose first program gets the hint, and whose second gets none.</summary>
public partial class HintPageTests
{
    public static TheoryData<TrainingHintKind> Kinds => [.. Enum.GetValues<TrainingHintKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_first_program_gets_the_hint_and_the_second_gets_none(TrainingHintKind kind)
    {
        var hint = new TrainingHint(kind, string.Empty);
        string page = Repository.Read($"docs/hints/{hint.Id}.md").ReplaceLineEndings("\n");
        Assert.StartsWith($"# {hint.Id}: ", page, StringComparison.Ordinal);
        Assert.EndsWith($"/docs/hints/{hint.Id}.md", hint.HelpLink, StringComparison.Ordinal);
        Assert.Contains($"| [{hint.Id}]({hint.Id}.md) |", Repository.Read("docs/hints/README.md"), StringComparison.Ordinal);
        string[] programs = [.. Fence().Matches(page).Select(match => match.Groups[1].Value)];
        Assert.Equal(2, programs.Length);
        IReadOnlyList<TrainingHint> hints = Run(programs[0]);
        Assert.True(hints.Count > 0 && hints[0].Kind == kind, string.Join('\n', hints));
        Assert.True(hints.Count == 1 || kind == TrainingHintKind.InputsNotScaled, string.Join('\n', hints));
        Assert.Empty(Run(programs[1]));
    }

    [Fact]
    public void There_is_no_other_page()
    {
        string[] pages = [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "hints")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];
        Assert.Equal(Enum.GetValues<TrainingHintKind>().Select(kind => new TrainingHint(kind, string.Empty).Id).Append("README").Order(StringComparer.Ordinal), pages);
    }

    /// <summary>Runs a program: statements, then types.</summary>
    private static IReadOnlyList<TrainingHint> Run(string program)
    {
        int types = program.IndexOf("\n\n#pragma", StringComparison.Ordinal) is >= 0 and int pragma ? pragma : program.IndexOf("\n[Network", StringComparison.Ordinal);
        GeneratorRun run = GeneratorHarness.Run(
            $"using System;\nusing XorGen;\n\npublic static class Program\n{{\n    public static TrainingReport Run()\n    {{\n{program[..types]}\n        return report;\n    }}\n}}\n{program[types..]}");
        Assert.Empty(run.CompilerDiagnostics);
        using LoadedAssembly assembly = run.Load();
        return ((TrainingReport)assembly.TypeOf("Program").GetMethod("Run")!.Invoke(null, [])!).Hints;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
