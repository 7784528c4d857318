using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using XorGen.Generator.Tests;

namespace XorGen.Documentation;

/// <summary>The snippets of the page on CSV files compile with CsvHelper and run on the files that the page names.</summary>
public partial class CsvPageTests
{
    private static readonly string Page = Repository.Read("docs/csv.md");

    private static readonly Dictionary<string, string> Files = new()
    {
        ["iris.csv"] = Path.Combine(Repository.Root, "src/XorGen.Sample/Data/iris.csv"),
        ["flats.csv"] = Path.Combine(AppContext.BaseDirectory, "Datasets/flats.csv"),
    };

    [Fact]
    public void The_snippets_compile_without_a_warning_and_run()
    {
        string output = Run(Page);
        Match iris = Accuracy().Match(output);
        Assert.True(double.Parse(iris.Groups[1].Value, CultureInfo.InvariantCulture) > 95, output);
        Match report = Test().Match(output);
        Assert.True(double.Parse(report.Groups[1].Value, CultureInfo.InvariantCulture) > 0.85, output);
        Assert.Matches(@"rented within a week: \d+\s?%, yes", output);
    }

    [Fact]
    public void The_lines_that_it_shows_of_the_files_are_in_them()
    {
        string[] shown = [.. Fence().Matches(Page).Where(match => match.Groups[1].Length == 0).SelectMany(match => match.Groups[2].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        Assert.Equal(6, shown.Length);
        string[] lines = [.. Files.Values.SelectMany(File.ReadLines)];
        Assert.All(shown, line => Assert.Contains(line, lines));
    }

    private static string Run(string page)
    {
        var settings = new HarnessSettings();
        CSharpCompilation compilation = GeneratorHarness.Compile(settings, Program(page))
            .AddReferences(MetadataReference.CreateFromFile(typeof(CsvHelper.CsvReader).Assembly.Location));
        GeneratorRun run = GeneratorHarness.Run(settings, compilation);
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Empty(run.CompilerDiagnostics);
        using LoadedAssembly loaded = run.Load();
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        loaded.TypeOf("Snippets").GetProperty("Console")!.SetValue(null, output);
        foreach (MethodInfo snippet in loaded.TypeOf("Snippets").GetMethods(BindingFlags.Static | BindingFlags.Public).Where(method => method.Name.StartsWith("Snippet", StringComparison.Ordinal)))
        {
            snippet.Invoke(null, null);
        }

        return output.ToString();
    }

    /// <summary>All snippets as one file: those that declare types as they are, statements as methods, whose console is a writer of the test's.</summary>
    private static string Program(string page)
    {
        string[] snippets = [.. Fence().Matches(page).Where(match => match.Groups[1].Value == "csharp").Select(match => match.Groups[2].Value)];
        var program = new StringBuilder(string.Concat(snippets.SelectMany(snippet => Using().Matches(snippet)).Select(match => match.Value)));
        var statements = new StringBuilder();
        int number = 0;
        foreach (string snippet in snippets)
        {
            if (snippet.Contains("partial ", StringComparison.Ordinal))
            {
                program.Append(Using().Replace(snippet, string.Empty));
            }
            else
            {
                statements.Append(CultureInfo.InvariantCulture, $"    public static void Snippet{number++}()\n    {{\n{snippet}    }}\n");
            }
        }

        program.Append("public static class Snippets\n{\n    public static TextWriter Console { get; set; } = TextWriter.Null;\n\n").Append(statements).Append("}\n");
        foreach ((string name, string path) in Files)
        {
            program.Replace($"\"{name}\"", SymbolDisplay.FormatLiteral(path, quote: true));
        }

        return program.ToString();
    }

    [GeneratedRegex(@"```(\w*)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^using [\w.]+;\n", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"accuracy (\d+\.\d)\s?%")]
    private static partial Regex Accuracy();

    [GeneratedRegex(@"^accuracy +(\d\.\d+)$", RegexOptions.Multiline)]
    private static partial Regex Test();
}
