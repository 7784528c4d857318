using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using XorGen.Generator.Diagnostics;

namespace XorGen.Generator.Parsing;

/// <summary>
/// A constructor that calls one with [SetsRequiredMembers] must have it too, and then promises to set the required members of its own
/// class, which a generated one does not know.
/// </summary>
internal static class RequiredMembers
{
    private const string AttributeName = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";

    /// <summary>Whether the constructor that the generated ones call, that of the base class without arguments, has the attribute.</summary>
    public static bool AreSetByBase(INamedTypeSymbol symbol) =>
        symbol is { TypeKind: TypeKind.Class, BaseType: { } ancestor } && ParameterlessOf(ancestor) is { } constructor
        && constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == AttributeName);

    /// <summary>Reports a required member of the network's own where its base class says that all are set.</summary>
    public static void Check(INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, DiagnosticBag diagnostics)
    {
        if (symbol.GetMembers().FirstOrDefault(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is { } required
            && AreSetByBase(symbol))
        {
            diagnostics.Report(
                Descriptors.NoConstructor,
                required.Locations.FirstOrDefault(location => location.IsInSource) ?? declaration.Identifier.GetLocation(),
                symbol.Name,
                $"the constructor of its base class '{symbol.BaseType!.Name}' has [SetsRequiredMembers], which they would have to have too, but they do not set '{required.Name}': leave 'required' out");
        }
    }

    /// <summary>Overload resolution takes the one without parameters where there is one.</summary>
    private static IMethodSymbol? ParameterlessOf(INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty)
        ?? type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams));
}
