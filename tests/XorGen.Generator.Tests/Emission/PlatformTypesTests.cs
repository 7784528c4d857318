using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using XorGen.Generator.Parsing;

namespace XorGen.Generator.Tests.Emission;

/// <summary>The list of the platform's types that the text calls, which XG0034 looks for, is the truth.</summary>
public sealed class PlatformTypesTests
{
    private static readonly string[] Declarations =
    [
        .. ((IEnumerable<object[]>)Shapes.All).Select(row => $"[Network({row[0]})] public partial class Net {{ }}"),
        "[Network(Inputs = 2, Hidden = 2, Outputs = 1)] public partial struct Net { public int Wins; }",
        "public class Base { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Base() { } } [Network(Inputs = 2, Outputs = 1)] public partial class Net : Base { }",
    ];

    [Fact]
    public void The_types_of_the_list_are_those_of_the_text()
    {
        IEnumerable<string> used = Declarations.SelectMany(declaration => TypesIn(GeneratorHarness.Run("using XorGen; " + declaration))).Distinct();
        Assert.Equal(HiddenNames.PlatformTypes.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> TypesIn(GeneratorRun run)
    {
        Assert.Empty(run.GeneratorDiagnostics);
        var types = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (SyntaxTree tree in run.Output.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)))
        {
            SemanticModel model = run.Output.GetSemanticModel(tree);
            types.UnionWith(tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<AliasQualifiedNameSyntax>().Select(name => FirstType(name, model)).OfType<INamedTypeSymbol>());
        }

        return types.Where(type => !IsOfRuntime(type)).Select(type => $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}");
    }

    /// <summary>The first part of a full name that is a type.</summary>
    private static INamedTypeSymbol? FirstType(SyntaxNode name, SemanticModel model)
    {
        for (SyntaxNode? node = name; node is NameSyntax or MemberAccessExpressionSyntax; node = node.Parent)
        {
            ISymbol? symbol = model.GetSymbolInfo(node).Symbol;
            if ((symbol as INamedTypeSymbol ?? (symbol as IMethodSymbol)?.ContainingType) is { } type)
            {
                return type.OriginalDefinition;
            }
        }

        return null;
    }

    private static bool IsOfRuntime(INamedTypeSymbol type) => type.ContainingAssembly.Name == typeof(NetworkAttribute).Assembly.GetName().Name;
}
