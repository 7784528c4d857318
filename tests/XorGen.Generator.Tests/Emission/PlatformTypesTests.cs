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
            types.UnionWith(tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>().Select(name => TypeOf(name, model)).OfType<INamedTypeSymbol>());
        }

        return types.Where(type => !IsOfRuntime(type) && type.Locations.All(location => !location.IsInSource)).Select(type => $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}");
    }

    /// <summary>The type that a name means, or the one whose constructor an attribute calls.</summary>
    private static INamedTypeSymbol? TypeOf(SimpleNameSyntax name, SemanticModel model)
    {
        ISymbol? symbol = model.GetSymbolInfo(name).Symbol;
        return (symbol as INamedTypeSymbol ?? (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType : null))?.OriginalDefinition;
    }

    private static bool IsOfRuntime(INamedTypeSymbol type) => type.ContainingAssembly.Name == typeof(NetworkAttribute).Assembly.GetName().Name;
}
