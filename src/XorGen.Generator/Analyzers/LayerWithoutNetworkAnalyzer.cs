using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using XorGen.Generator.Diagnostics;
using XorGen.Generator.Parsing;

namespace XorGen.Generator.Analyzers;

/// <summary>XG0032: [Dense] or [Dropout] on a type without [Network], which the generator never sees.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LayerWithoutNetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.LayerWithoutNetwork];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        if (attributes.Any(attribute => NameOf(attribute) == TypeParser.NetworkAttributeName))
        {
            return;
        }

        foreach (AttributeData attribute in attributes)
        {
            if (NameOf(attribute) is LayersParser.DenseAttributeName or DropoutParser.AttributeName)
            {
                string name = attribute.AttributeClass!.Name;
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.LayerWithoutNetwork,
                    new AttributeArguments(attribute).NameLocation,
                    name.Substring(0, name.Length - nameof(Attribute).Length),
                    type.Name));
            }
        }
    }

    private static string? NameOf(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString();
}
