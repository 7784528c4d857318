using Microsoft.CodeAnalysis;
using XorGen.Generator.Diagnostics;

namespace XorGen.Generator.Parsing;

/// <summary>
/// The reference to the runtime, which generated text calls by its full names: without it, or with one of another version, the compiler
/// would complain about each of them.
/// </summary>
internal static class RuntimeReference
{
    private const string GlobalAlias = "global";

    /// <summary>A type that every version has had, and that nobody declares by accident.</summary>
    private const string KnownType = "XorGen.Numerics.Check";

    private static readonly Version Own = typeof(RuntimeReference).Assembly.GetName().Version;

    /// <summary>Reports what is wrong with the runtime that the attribute is from, and returns whether nothing is.</summary>
    public static bool Check(INamedTypeSymbol? attribute, INamedTypeSymbol network, Compilation compilation, Location location, DiagnosticBag diagnostics)
    {
        if (attribute?.ContainingAssembly is not { } runtime)
        {
            return false;
        }

        if (ReasonAgainst(runtime, compilation) is string reason)
        {
            diagnostics.Report(Descriptors.RuntimeUnusable, location, network.Name, reason);
            return false;
        }

        if (HiddenNames.Find(compilation, runtime) is (string what, string hidden))
        {
            diagnostics.Report(Descriptors.HiddenName, location, what, hidden, network.Name);
            return false;
        }

        return true;
    }

    private static string? ReasonAgainst(IAssemblySymbol runtime, Compilation compilation)
    {
        if (runtime.GetTypeByMetadataName(KnownType) is null)
        {
            return $"the attribute is from '{runtime.Name}', which is not XorGen's runtime: reference the package XorGen";
        }

        if (compilation.GetMetadataReference(runtime) is { Properties.Aliases: { IsDefaultOrEmpty: false } aliases } && !aliases.Contains(GlobalAlias))
        {
            return $"it is referenced by the alias '{aliases[0]}' only: write Aliases=\"{GlobalAlias},{aliases[0]}\"";
        }

        Version version = runtime.Identity.Version;
        return version.Major == Own.Major && version.Minor == Own.Minor && version.Build == Own.Build
            ? null
            : $"it has version {version.ToString(3)}, but the generator has {Own.ToString(3)}: reference the package XorGen once, in one version";
    }
}
