using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>
/// Checks what the generator reports about source text in which "[|" and "|]" stand around what should be underlined.
/// </summary>
internal static class DiagnosticVerifier
{
    private const string Bystander =
        """


        namespace Bystanders
        {
            [XorGen.Network(Inputs = 2, Outputs = 1)]
            internal partial class Bystander
            {
            }
        }
        """;

    /// <summary>
    /// Checks that each marked place has this error, that nothing else is reported, that nothing is generated for the
    /// networks of the source, and that another network of the same file is generated all the same.
    /// </summary>
    /// <param name="id">The id of the error.</param>
    /// <param name="markedSource">The source.</param>
    /// <param name="advice">What the message must contain.</param>
    public static void VerifyError(string id, string markedSource, string advice)
    {
        GeneratorRun run = Verify(id, DiagnosticSeverity.Error, markedSource, advice);
        Assert.All(run.Files.Keys, name => Assert.StartsWith("Bystanders.Bystander.", name, StringComparison.Ordinal));
    }

    /// <summary>Checks that each marked place has this warning, that nothing else is reported, and that the result compiles.</summary>
    public static void VerifyWarning(string id, string markedSource, string advice)
    {
        GeneratorRun run = Verify(id, DiagnosticSeverity.Warning, markedSource, advice);
        Assert.Contains(run.Files.Keys, name => !name.StartsWith("Bystanders.", StringComparison.Ordinal));
    }

    /// <summary>Checks that an analyzer reports each marked place, and nothing else is reported; the source compiles.</summary>
    public static void VerifyAnalyzer(string id, string markedSource, string advice)
    {
        string source = ReadMarks("using XorGen;\n\n" + markedSource, out List<TextSpan> places);
        GeneratorRun run = GeneratorHarness.Run(source);
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.DoesNotContain(run.CompilerDiagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        AssertReported(run, run.AnalyzerDiagnostics, id, DiagnosticSeverity.Warning, places, advice, source);
    }

    private static GeneratorRun Verify(string id, DiagnosticSeverity severity, string markedSource, string advice)
    {
        string source = ReadMarks("using XorGen;\n\n" + markedSource, out List<TextSpan> places) + Bystander;
        GeneratorRun run = GeneratorHarness.Run(source);
        Assert.Null(run.Exception);
        AssertReported(run, run.GeneratorDiagnostics, id, severity, places, advice, source);
        Assert.Contains("Bystanders.Bystander.g.cs", run.Files.Keys);
        AssertNoMoreErrors(run);
        return run;
    }

    private static void AssertReported(
        GeneratorRun run, IEnumerable<Diagnostic> reported, string id, DiagnosticSeverity severity, List<TextSpan> places, string advice, string source)
    {
        Assert.Equal(
            places.Select(place => $"{id} {severity} '{source.Substring(place.Start, place.Length)}' at {place}"),
            reported.OrderBy(diagnostic => diagnostic.Location.SourceSpan)
                .Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity} '{run.TextAt(diagnostic)}' at {diagnostic.Location.SourceSpan}"));
        Assert.All(
            reported,
            diagnostic => Assert.Contains(advice, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    /// <summary>The generated files bring no error and no warning that the source alone does not have.</summary>
    private static void AssertNoMoreErrors(GeneratorRun run)
    {
        HashSet<string> before = [.. run.Input.GetDiagnostics().Select(diagnostic => diagnostic.ToString())];
        Assert.DoesNotContain(run.CompilerDiagnostics.Select(diagnostic => diagnostic.ToString()), diagnostic => !before.Contains(diagnostic));
    }

    private static string ReadMarks(string markedSource, out List<TextSpan> places)
    {
        var source = new StringBuilder();
        places = [];
        string[] parts = markedSource.Split("[|");
        source.Append(parts[0]);
        foreach (string part in parts.Skip(1))
        {
            int end = part.IndexOf("|]", StringComparison.Ordinal);
            places.Add(new TextSpan(source.Length, end));
            source.Append(part, 0, end).Append(part, end + 2, part.Length - end - 2);
        }

        return source.ToString();
    }
}
