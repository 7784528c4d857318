using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using XorGen.Generator.Emission;
using XorGen.Generator.Model;
using XorGen.Generator.Parsing;

namespace XorGen.Generator;

/// <summary>Generates the networks: symbol to specification to plan to text.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParseResult> parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(TypeParser.NetworkAttributeName, static (node, _) => IsClassOrStruct(node), NetworkParser.Parse)
            .WithTrackingName("Parse");
        IncrementalValuesProvider<DiagnosticInfo> diagnostics = parsed
            .SelectMany(static (result, _) => result.Diagnostics)
            .WithTrackingName("Diagnostics");
        IncrementalValuesProvider<NetworkSpec> specs = parsed
            .Where(static result => result.Spec is not null)
            .Select(static (result, _) => result.Spec!)
            .WithTrackingName("Specs");
        IncrementalValuesProvider<EmissionResult> files = specs
            .Select(static (spec, _) => EmissionResult.Of(spec))
            .WithTrackingName("Files");
        context.RegisterSourceOutput(
            diagnostics.Combine(context.CompilationProvider),
            static (output, pair) => output.ReportDiagnostic(pair.Left.ToDiagnostic(pair.Right)));
        context.RegisterSourceOutput(
            files.Where(static result => result.Exception is not null).Combine(context.CompilationProvider),
            static (output, pair) => output.ReportDiagnostic(pair.Left.ToDiagnostic(pair.Right, output.CancellationToken)));
        context.RegisterSourceOutput(files, static (output, result) => AddFile(output, result));
    }

    /// <summary>Anywhere else the compiler itself reports the attribute.</summary>
    private static bool IsClassOrStruct(SyntaxNode node) =>
        node is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax;

    private static void AddFile(SourceProductionContext output, EmissionResult result)
    {
        if (result.File is { } file)
        {
            output.AddSource(file.HintName, SourceText.From(file.Text, Utf8));
        }
    }
}
