using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using XorGen.Generator.Tests;

namespace XorGen.Documentation;

/// <summary>The snippets of the README and of the page on training compile and run, and what is shown of the generated code is what is generated.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = Repository.Read("README.md");

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/training.md")]
    [InlineData("docs/data.md")]
    [InlineData("docs/saving.md")]
    public void Every_snippet_compiles_without_a_warning_and_runs(string page)
    {
        GeneratorRun run = GeneratorHarness.Run(Program(Repository.Read(page)));
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.All(run.CompilerDiagnostics, diagnostic => Assert.True(IsUnused(diagnostic), diagnostic.ToString()));
        using LoadedAssembly loaded = run.Load();
        MethodInfo[] snippets = loaded.TypeOf("Snippets").GetMethods(BindingFlags.Static | BindingFlags.Public);
        Assert.NotEmpty(snippets);
        foreach (MethodInfo snippet in snippets)
        {
            snippet.Invoke(null, null);
        }
    }

    [Fact]
    public void Its_program_runs_as_it_is_pasted()
    {
        string program = Assert.Single(Fences(Readme, "csharp"), IsProgram);
        GeneratorRun run = GeneratorHarness.Run(new HarnessSettings { Kind = OutputKind.ConsoleApplication }, program, "global using System;");
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Empty(run.CompilerDiagnostics);
        using LoadedAssembly loaded = run.Load();
        TextWriter console = Console.Out;
        using var printed = new StringWriter();
        try
        {
            Console.SetOut(printed);
            loaded.Assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Contains($"```\n{printed.ToString().ReplaceLineEndings("\n")}```", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_generated_code_that_it_shows_is_generated()
    {
        string[] shown = Fences(Readme, "cs");
        Assert.NotEmpty(shown);
        string generated = Unindented(string.Concat(GeneratorHarness.Run(Program(Readme)).Files.Values));
        Assert.All(shown, text => Assert.Contains(Unindented(text), generated, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/training.md")]
    [InlineData("docs/data.md")]
    [InlineData("docs/csv.md")]
    [InlineData("docs/saving.md")]
    public void Links_lead_to_files(string page)
    {
        string directory = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        IEnumerable<string> targets = Link().Matches(Repository.Read(page)).Select(match => match.Groups[1].Value).Where(target => !target.StartsWith("http", StringComparison.Ordinal));
        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(directory, target)), target));
    }

    [GeneratedRegex(@"\]\(([^)#]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"```(\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    private static string[] Fences(string page, string language) =>
        [.. Fence().Matches(page).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value)];

    private static bool IsProgram(string snippet) => snippet.StartsWith("using XorGen;", StringComparison.Ordinal) && snippet.Contains("var net = new", StringComparison.Ordinal);

    /// <summary>All snippets as one file: those that declare types as they are, statements as methods, of a whole program the types only.</summary>
    private static string Program(string page)
    {
        var program = new StringBuilder("using System;\nusing System.IO;\nusing System.Linq;\nusing XorGen;\n");
        var statements = new StringBuilder();
        int number = 0;
        foreach (string snippet in Fences(page, "csharp").Where(snippet => !snippet.StartsWith("#:", StringComparison.Ordinal)))
        {
            if (IsProgram(snippet))
            {
                program.Append(snippet[snippet.IndexOf("\n[Network", StringComparison.Ordinal)..]);
            }
            else if (snippet.Contains("partial ", StringComparison.Ordinal))
            {
                program.Append(snippet.Replace("using XorGen;", string.Empty, StringComparison.Ordinal));
            }
            else
            {
                statements.Append("    public static void Snippet").Append(number++).Append("()\n    {\n").Append(snippet).Append("    }\n");
            }
        }

        return program.Append("public static class Snippets\n{\n").Append(statements).Append("}\n").ToString();
    }

    private static bool IsUnused(Diagnostic diagnostic) => diagnostic.Id is "CS0219" or "CS0168" or "CS8019";

    private static string Unindented(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));
}
