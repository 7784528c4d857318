using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using XorGen.Generator.Parsing;

namespace XorGen.Generator.Analyzers;

/// <summary>What a struct network is, and which of its members change it.</summary>
internal static class StructNetwork
{
    /// <summary>The generated methods that change a network, for those whose declaration does not say so.</summary>
    private static readonly ImmutableHashSet<string> Changing =
    [
        "Initialize", "SetParameters", "SetGradients", "Backward", "Backpropagate", "Update", "Train", "Fit", "Load", "Step", "Process", "Reset",
    ];

    public static bool Is(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct } && type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == TypeParser.NetworkAttributeName);

    /// <summary>Whether a method of a struct network changes it: a generated one that is not readonly, or one that has the name of such.</summary>
    public static bool IsChangedBy(IMethodSymbol method) =>
        method is { IsStatic: false, IsReadOnly: false, MethodKind: MethodKind.Ordinary }
        && Is(method.ContainingType)
        && (Changing.Contains(method.Name) || IsGenerated(method));

    /// <summary>Whether a method of XorGen's interfaces changes the network.</summary>
    public static bool IsChangedByInterface(IMethodSymbol method) =>
        IsInterface(method.ContainingType) && (Changing.Contains(method.Name) || method.MethodKind == MethodKind.PropertySet);

    /// <summary>Whether a type is an interface by which the runtime knows networks.</summary>
    public static bool IsInterface(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Interface } && IsOfRuntime(type) && (type.Name == "INetwork" || type.AllInterfaces.Any(each => each.Name == "INetwork" && IsOfRuntime(each)));

    public static bool IsOfRuntime(ISymbol symbol)
    {
        INamespaceSymbol? space = symbol.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "XorGen" && symbol.ContainingAssembly?.GetTypeByMetadataName(TypeParser.NetworkAttributeName) is not null;
    }

    private static bool IsGenerated(IMethodSymbol method) => method.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.ToDisplayString() == "System.CodeDom.Compiler.GeneratedCodeAttribute"
        && attribute.ConstructorArguments.FirstOrDefault().Value is "XorGen.Generator");
}
