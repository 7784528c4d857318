using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace XorGen.Generator.Model;

/// <summary>A diagnostic as comparable data: it is turned into Roslyn's own only when it is reported.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, LocationInfo Location, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic(Compilation compilation) =>
        Diagnostic.Create(Descriptor, Location.ToLocation(compilation), [.. Arguments]);
}

/// <summary>A place in a source file.</summary>
internal sealed record LocationInfo(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationInfo Of(Location location) =>
        new(location.SourceTree?.FilePath ?? string.Empty, location.SourceSpan, location.GetLineSpan().Span);

    /// <summary>Returns the place in the compilation's own tree, without which no #pragma would suppress a warning there.</summary>
    public Location ToLocation(Compilation compilation) =>
        compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == Path && Span.End <= tree.Length) is { } tree
            ? Microsoft.CodeAnalysis.Location.Create(tree, Span)
            : Microsoft.CodeAnalysis.Location.Create(Path, Span, Lines);
}
