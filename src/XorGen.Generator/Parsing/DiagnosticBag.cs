using Microsoft.CodeAnalysis;
using XorGen.Generator.Model;

namespace XorGen.Generator.Parsing;

/// <summary>Collects the diagnostics of one network.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<DiagnosticInfo> diagnostics = [];

    public bool HasErrors => diagnostics.Exists(diagnostic => diagnostic.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    public void Report(DiagnosticDescriptor descriptor, Location location, params string[] arguments) =>
        diagnostics.Add(new DiagnosticInfo(descriptor, LocationInfo.Of(location), new(arguments)));

    public EquatableArray<DiagnosticInfo> ToArray() => new([.. diagnostics]);
}
