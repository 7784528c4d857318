using Microsoft.CodeAnalysis;
using XorGen.Generator.Diagnostics;
using XorGen.Generator.Model;
using XorGen.Generator.Parsing;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>The file of a network, or the exception that was thrown in the place of it.</summary>
internal sealed record EmissionResult(TypeSpec Type, SourceFile? File, string? Exception)
{
    public static EmissionResult Of(NetworkSpec spec)
    {
        try
        {
            return new EmissionResult(spec.Type, NetworkEmitter.Emit(Planner.Plan(spec)), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new EmissionResult(spec.Type, null, Failure.Describe(exception));
        }
    }

    /// <summary>
    /// Returns the diagnostic of the exception, at the network's attribute: a specification does not know where it was written, so that
    /// it stays the same when that moves.
    /// </summary>
    public Diagnostic ToDiagnostic(Compilation compilation, CancellationToken cancellation)
    {
        AttributeData? attribute = compilation.GetSymbolsWithName(Type.Name, SymbolFilter.Type, cancellation)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(symbol => HintName.Of(symbol) == Type.HintName)?
            .GetAttributes()
            .FirstOrDefault(candidate => candidate.AttributeClass?.ToDisplayString() == TypeParser.NetworkAttributeName);
        Location location = attribute is null ? Location.None : new AttributeArguments(attribute).NameLocation;
        return Diagnostic.Create(Descriptors.InternalError, location, Type.Name, Exception);
    }
}
