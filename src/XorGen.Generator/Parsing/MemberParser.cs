using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using XorGen.Generator.Diagnostics;
using XorGen.Generator.Model;

namespace XorGen.Generator.Parsing;

/// <summary>Finds members of the user's part, or of its base classes, that the generated part cannot live beside.</summary>
internal static class MemberParser
{
    public static void CheckCollisions(
        NetworkSpec spec, INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, Compilation compilation, DiagnosticBag diagnostics)
    {
        CheckConstructors(symbol, declaration, compilation, diagnostics);
        RequiredMembers.Check(symbol, declaration, diagnostics);
        GeneratedMembers generated = new(spec);
        if (generated.Names.Contains(symbol.Name))
        {
            Report(declaration.Identifier.GetLocation(), $"'{symbol.Name}'");
        }

        foreach (ITypeParameterSymbol parameter in symbol.TypeParameters.Where(parameter => generated.Names.Contains(parameter.Name)))
        {
            Report(PlaceOf(parameter, declaration), $"The type parameter '{parameter.Name}'");
        }

        foreach (ISymbol member in Members(symbol, compilation).Where(generated.CollidesWith))
        {
            bool inherited = !SymbolEqualityComparer.Default.Equals(member.ContainingType, symbol);
            Report(
                inherited ? declaration.Identifier.GetLocation() : PlaceOf(member, declaration),
                inherited ? $"The inherited member '{member.ContainingType.Name}.{member.Name}'" : $"The member '{member.Name}'");
        }

        void Report(Location place, string subject) =>
            diagnostics.Report(Descriptors.MemberCollision, place, subject, symbol.Name, "name of a member", "rename it");
    }

    /// <summary>The members of the type itself and those that it inherits, which generated ones would hide.</summary>
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol symbol, Compilation compilation)
    {
        for (INamedTypeSymbol? type = symbol; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (!member.IsImplicitlyDeclared
                    && member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary }
                    && compilation.IsSymbolAccessibleWithin(member, symbol))
                {
                    yield return member;
                }
            }
        }
    }

    private static void CheckConstructors(INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, Compilation compilation, DiagnosticBag diagnostics)
    {
        foreach (IMethodSymbol constructor in symbol.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared))
        {
            if (constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax))
            {
                diagnostics.Report(
                    Descriptors.NoConstructor, PlaceOf(constructor, declaration), symbol.Name, "it has a primary constructor: write an ordinary one");
            }
            else if (constructor.Parameters.Length == 0
                || (constructor.Parameters.Length == 1 && constructor.Parameters[0].Type.SpecialType == SpecialType.System_Int32))
            {
                diagnostics.Report(
                    Descriptors.MemberCollision,
                    PlaceOf(constructor, declaration),
                    $"The constructor '{constructor.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'",
                    symbol.Name,
                    "parameters of a constructor",
                    "leave it out, or give it other parameters and let it call ': this()'");
            }
            else if (!(constructor.PartialImplementationPart ?? constructor).DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer }))
            {
                diagnostics.Report(
                    Descriptors.BypassedConstructor,
                    PlaceOf(constructor, declaration),
                    constructor.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                    symbol.Name);
            }
        }

        if (symbol is { TypeKind: TypeKind.Class, BaseType: { } ancestor }
            && !ancestor.InstanceConstructors.Any(constructor =>
                constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)
                && compilation.IsSymbolAccessibleWithin(constructor, symbol)))
        {
            diagnostics.Report(
                Descriptors.NoConstructor,
                declaration.Identifier.GetLocation(),
                symbol.Name,
                $"its base class '{ancestor.Name}' has no constructor that takes no arguments");
        }
    }

    private static Location PlaceOf(ISymbol symbol, TypeDeclarationSyntax declaration) =>
        symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? declaration.Identifier.GetLocation();
}
