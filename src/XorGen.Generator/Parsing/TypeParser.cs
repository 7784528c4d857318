using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using XorGen.Generator.Diagnostics;
using XorGen.Generator.Model;

namespace XorGen.Generator.Parsing;

/// <summary>Reads where the generated members go, or says why they cannot go there.</summary>
internal static class TypeParser
{
    public const string NetworkAttributeName = "XorGen.NetworkAttribute";

    private const string LayoutAttributeName = "System.Runtime.InteropServices.StructLayoutAttribute";

    public static TypeSpec? Read(
        INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (!IsNamed(symbol) || !IsNamedUniquely(symbol))
        {
            // The user is still typing, and the compiler says what is missing or there twice.
            return null;
        }

        if (UnsupportedReason(symbol) is string reason)
        {
            diagnostics.Report(Descriptors.UnsupportedType, declaration.Identifier.GetLocation(), symbol.Name, reason);
            return null;
        }

        var containers = new List<string>();
        for (INamedTypeSymbol? type = symbol; type is not null; type = type.ContainingType)
        {
            CheckPartial(type, symbol, diagnostics, cancellation);
            containers.Insert(0, Declaration(type));
        }

        INamespaceSymbol space = symbol.ContainingNamespace;
        string hintName = HintName.Of(symbol);
        return new TypeSpec(
            space.IsGlobalNamespace ? string.Empty : string.Join(".", space.ToDisplayString().Split('.').Select(part => Escape(part.TrimStart('@')))),
            new([.. containers.Take(containers.Count - 1)]),
            Declaration(symbol),
            symbol.Name,
            Escape(symbol.Name),
            hintName,
            GeneratedName(hintName),
            symbol.TypeKind == TypeKind.Struct,
            HasLooseFields(symbol))
        {
            HasSummary = DocumentationComment.HasSummary(symbol, cancellation),
            SetsRequiredMembers = RequiredMembers.AreSetByBase(symbol),
            HasRequiredMembers = HasRequiredMembers(symbol),
            HasJsonConverter = symbol.GetAttributes().Any(attribute => IsJsonConverter(attribute.AttributeClass)),
        };
    }

    /// <summary>Spells a name so that it is no keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>
    /// Returns the namespace of a network's generated types after XorGen.Generated: the hint name where it is a name, else one that is made of it
    /// and of its hash, so that no two hint names have the same.
    /// </summary>
    private static string GeneratedName(string hintName)
    {
        string[] parts = hintName.Split('.');
        if (!parts.All(SyntaxFacts.IsValidIdentifier))
        {
            uint hash = 2166136261;
            foreach (char c in hintName)
            {
                hash = unchecked((hash ^ c) * 16777619);
            }

            string name = string.Concat(hintName.Select(c => c == '.' || SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_'));
            parts = [.. FormattableString.Invariant($"{name}_{hash:x8}").Split('.').Select(part => SyntaxFacts.IsIdentifierStartCharacter(part[0]) ? part : "_" + part)];
        }

        return string.Join(".", parts.Select(Escape));
    }

    /// <summary>Whether the type, what contains it and their type parameters all have names.</summary>
    private static bool IsNamed(INamedTypeSymbol symbol)
    {
        for (INamespaceOrTypeSymbol? part = symbol; part is not INamespaceSymbol { IsGlobalNamespace: true } and not null; part = Container(part))
        {
            if (part.Name.Length == 0 || part is INamedTypeSymbol { TypeParameters: var parameters } && parameters.Any(parameter => parameter.Name.Length == 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the type is the only one of its name, and so are its type parameters and namespaces.</summary>
    private static bool IsNamedUniquely(INamedTypeSymbol symbol)
    {
        for (INamedTypeSymbol? type = symbol; type is not null; type = type.ContainingType)
        {
            if (type.TypeParameters.Select(parameter => parameter.Name).Distinct().Count() < type.Arity
                || Container(type)!.GetMembers(type.Name).Count(member => member is INamespaceSymbol ? type.Arity == 0 : member is INamedTypeSymbol other && other.Arity == type.Arity) > 1)
            {
                return false;
            }
        }

        for (INamespaceSymbol space = symbol.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            if (space.ContainingNamespace.GetTypeMembers(space.Name, 0).Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static string? UnsupportedReason(INamedTypeSymbol symbol)
    {
        for (INamedTypeSymbol? type = symbol; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                return "local to a file, and the generated part is in another file";
            }
        }

        for (INamedTypeSymbol? ancestor = symbol.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (Has(ancestor, NetworkAttributeName))
            {
                return $"derived from the network '{ancestor.Name}', whose members its own would hide";
            }
        }

        return symbol switch
        {
            { IsStatic: true } => "static",
            { IsAbstract: true } => "abstract",
            { IsRecord: true } => "a record",
            { IsRefLikeType: true } => "a ref struct",
            { TypeKind: TypeKind.Struct, IsReadOnly: true } => "a readonly struct, and training changes its fields",
            _ when IsLaidOutExplicitly(symbol) => "laid out explicitly, which would need an offset for every generated field",
            _ when Has(symbol, "System.Runtime.CompilerServices.InlineArrayAttribute") => "an inline array, which has one field only",
            _ => null,
        };
    }

    private static bool HasLooseFields(INamedTypeSymbol symbol) =>
        symbol.TypeKind == TypeKind.Struct
        && symbol.GetMembers().Any(member => member is IFieldSymbol { IsStatic: false, IsConst: false })
        && !Has(symbol, LayoutAttributeName);

    private static bool IsLaidOutExplicitly(INamedTypeSymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == LayoutAttributeName) is { ConstructorArguments.Length: 1 } layout
        && layout.ConstructorArguments[0].Value is (int)LayoutKind.Explicit or (short)LayoutKind.Explicit;

    private static bool Has(INamedTypeSymbol symbol, string attributeName) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == attributeName);

    private static bool HasRequiredMembers(INamedTypeSymbol symbol)
    {
        for (INamedTypeSymbol? type = symbol; type is not null; type = type.BaseType)
        {
            if (type.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsJsonConverter(INamedTypeSymbol? attribute)
    {
        for (; attribute is not null; attribute = attribute.BaseType)
        {
            if (attribute.ToDisplayString() == "System.Text.Json.Serialization.JsonConverterAttribute")
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckPartial(INamedTypeSymbol type, INamedTypeSymbol network, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is TypeDeclarationSyntax part && !part.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                diagnostics.Report(Descriptors.NotPartial, part.Identifier.GetLocation(), type.Name, network.Name, Keyword(type));
            }
        }
    }

    private static string Declaration(INamedTypeSymbol type) =>
        $"partial {Keyword(type)} {Escape(type.Name)}{TypeParameterList(type)}";

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };

    private static string TypeParameterList(INamedTypeSymbol type)
    {
        if (type.TypeParameters.IsEmpty)
        {
            return string.Empty;
        }

        return $"<{string.Join(", ", type.TypeParameters.Select(parameter => Variance(parameter) + Escape(parameter.Name)))}>";
    }

    private static string Variance(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.In => "in ",
        VarianceKind.Out => "out ",
        _ => string.Empty,
    };

    internal static INamespaceOrTypeSymbol? Container(INamespaceOrTypeSymbol symbol) =>
        (INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;
}
