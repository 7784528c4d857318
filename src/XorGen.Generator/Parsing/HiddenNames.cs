using Microsoft.CodeAnalysis;

namespace XorGen.Generator.Parsing;

/// <summary>
/// Full names that mean something else in a project: generated text says "global::System.Math", which is a namespace where somebody has
/// declared "namespace System.Math", and "global::XorGen.Training", which is a class where somebody has declared one.
/// </summary>
internal static class HiddenNames
{
    /// <summary>The types of the platform that generated text calls, attributes aside; a test compares this with the text.</summary>
    internal static readonly string[] PlatformTypes =
    [
        "System.Array",
        "System.Math",
        "System.MathF",
        "System.NotSupportedException",
        "System.ReadOnlySpan`1",
        "System.Span`1",
        "System.UIntPtr",
        "System.IO.Stream",
        "System.CodeDom.Compiler.GeneratedCodeAttribute",
        "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute",
        "System.Diagnostics.CodeAnalysis.SuppressMessageAttribute",
        "System.Runtime.CompilerServices.MethodImplAttribute",
        "System.Runtime.CompilerServices.MethodImplOptions",
        "System.Runtime.CompilerServices.OverloadResolutionPriorityAttribute",
        "System.Runtime.CompilerServices.Unsafe",
        "System.Runtime.InteropServices.LayoutKind",
        "System.Runtime.InteropServices.MemoryMarshal",
        "System.Runtime.InteropServices.StructLayoutAttribute",
        "System.Runtime.Intrinsics.Vector128`1",
        "System.Runtime.Intrinsics.Vector256`1",
        "System.Runtime.Intrinsics.Vector512`1",
        "System.Runtime.Serialization.OnDeserializingAttribute",
        "System.Runtime.Serialization.OnSerializingAttribute",
        "System.Runtime.Serialization.StreamingContext",
        "System.Text.Json.Serialization.JsonConverterAttribute",
        "System.Text.Json.Serialization.JsonRequiredAttribute",
    ];

    /// <summary>Returns what hides a name, "the namespace 'System.Math'", and what is hidden, "the type 'System.Math'"; null where nothing does.</summary>
    public static (string What, string Hidden)? Find(Compilation compilation, IAssemblySymbol runtime)
    {
        INamespaceSymbol root = compilation.GlobalNamespace;
        foreach (string type in PlatformTypes)
        {
            if (FindOnWay(root, type.Split('.'), compilation) is { } hidden)
            {
                return hidden;
            }
        }

        return FindInRuntime(root, runtime.GlobalNamespace, runtime, compilation);
    }

    /// <summary>Follows a full name through the namespaces of all assemblies.</summary>
    private static (string What, string Hidden)? FindOnWay(INamespaceSymbol space, string[] parts, Compilation compilation)
    {
        foreach (string part in parts.Take(parts.Length - 1))
        {
            INamespaceSymbol? next = null;
            foreach (INamespaceOrTypeSymbol member in space.GetMembers(part).OfType<INamespaceOrTypeSymbol>())
            {
                if (IsPlainType(member, compilation))
                {
                    return (Describe(member), $"the namespace '{member.ToDisplayString()}'");
                }

                next = member as INamespaceSymbol ?? next;
            }

            if (next is null)
            {
                return null;
            }

            space = next;
        }

        string name = parts[parts.Length - 1];
        return space.GetMembers(name).OfType<INamespaceSymbol>().FirstOrDefault() is { } wrong
            ? (Describe(wrong), $"the type '{wrong.ToDisplayString()}'")
            : FindTwin(space, name, compilation);
    }

    /// <summary>Finds a type of the project itself that the compiler prefers to the platform's. An attribute of the same name will do as well.</summary>
    private static (string What, string Hidden)? FindTwin(INamespaceSymbol space, string metadataName, Compilation compilation)
    {
        string name = metadataName.Split('`')[0];
        return !name.EndsWith("Attribute", StringComparison.Ordinal)
            && space.GetTypeMembers(name).FirstOrDefault(type =>
                type.MetadataName == metadataName && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)) is { } twin
            ? (Describe(twin), "that of the platform")
            : null;
    }

    /// <summary>Compares the runtime's namespaces and types with what other assemblies, and this one, have under the same names.</summary>
    private static (string What, string Hidden)? FindInRuntime(
        INamespaceSymbol all, INamespaceSymbol space, IAssemblySymbol runtime, Compilation compilation)
    {
        foreach (INamespaceSymbol child in space.GetNamespaceMembers())
        {
            INamespaceSymbol? merged = null;
            foreach (INamespaceOrTypeSymbol member in all.GetMembers(child.Name).OfType<INamespaceOrTypeSymbol>())
            {
                if (IsPlainType(member, compilation))
                {
                    return (Describe(member), $"the namespace '{child.ToDisplayString()}' of the runtime");
                }

                merged = member as INamespaceSymbol ?? merged;
            }

            // Where nobody else has this namespace, there is nothing to compare.
            if (merged is { ConstituentNamespaces.Length: > 1 } && FindInRuntime(merged, child, runtime, compilation) is { } hidden)
            {
                return hidden;
            }
        }

        return space.GetTypeMembers()
            .Where(type => type.DeclaredAccessibility == Accessibility.Public)
            .SelectMany(type => all.GetMembers(type.Name).OfType<INamespaceOrTypeSymbol>().Where(member => Hides(member, type, runtime, compilation)), (type, member) => (type, member))
            .Select(pair => ((string, string)?)(Describe(pair.member), $"the type '{pair.type.ToDisplayString()}' of the runtime"))
            .FirstOrDefault();
    }

    private static bool Hides(INamespaceOrTypeSymbol member, INamedTypeSymbol type, IAssemblySymbol runtime, Compilation compilation) => member switch
    {
        INamespaceSymbol => type.Arity == 0,
        INamedTypeSymbol other => other.Arity == type.Arity
            && !SymbolEqualityComparer.Default.Equals(other.ContainingAssembly, runtime)
            && compilation.IsSymbolAccessibleWithin(other, compilation.Assembly),
        _ => false,
    };

    /// <summary>A type that the compiler takes where a namespace of its name could be meant.</summary>
    private static bool IsPlainType(INamespaceOrTypeSymbol member, Compilation compilation) =>
        member is INamedTypeSymbol { Arity: 0 } type && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly);

    private static string Describe(INamespaceOrTypeSymbol symbol) =>
        $"{(symbol is INamespaceSymbol ? "The namespace" : "The type")} '{symbol.ToDisplayString()}' of '{AssemblyOf(symbol)}'";

    private static string AssemblyOf(INamespaceOrTypeSymbol symbol) =>
        symbol is INamespaceSymbol { ConstituentNamespaces: { Length: > 0 } constituents }
            ? constituents[0].ContainingAssembly?.Name ?? string.Empty
            : symbol.ContainingAssembly?.Name ?? string.Empty;
}
