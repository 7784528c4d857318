using Microsoft.CodeAnalysis;

namespace XorGen.Generator.Parsing;

/// <summary>Reads what the user has said of a type in a documentation comment.</summary>
internal static class DocumentationComment
{
    private static readonly string[] Summaries = ["<summary", "<inheritdoc", "<include"];

    /// <summary>
    /// Returns whether one of the type's parts has a summary. It goes by the text, because a compiler that writes no documentation takes
    /// the comments for ordinary ones, and the generated text should be the same there.
    /// </summary>
    public static bool HasSummary(INamedTypeSymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax(cancellation).GetLeadingTrivia())
            .Select(trivia => trivia.ToFullString())
            .Any(text => IsDocumentation(text.TrimStart()) && Summaries.Any(summary => text.Contains(summary)));

    private static bool IsDocumentation(string text) =>
        text.StartsWith("///", StringComparison.Ordinal) || text.StartsWith("/**", StringComparison.Ordinal);
}
