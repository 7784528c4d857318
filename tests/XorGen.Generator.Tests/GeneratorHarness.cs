using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace XorGen.Generator.Tests;

/// <summary>Runs the generator on source text, in memory.</summary>
internal static class GeneratorHarness
{
    private static readonly ImmutableArray<MetadataReference> References = [.. FindReferences()];

    /// <summary>Runs the generator on one file with the default settings.</summary>
    public static GeneratorRun Run(string source) => Run(new HarnessSettings(), source);

    /// <summary>Runs the generator on files named Source0.cs, Source1.cs and so on.</summary>
    public static GeneratorRun Run(HarnessSettings settings, params string[] sources) =>
        Run(settings, Compile(settings, sources));

    /// <summary>Runs the generator on a compilation.</summary>
    public static GeneratorRun Run(HarnessSettings settings, CSharpCompilation compilation)
    {
        GeneratorDriver driver = CreateDriver(settings).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return new GeneratorRun(compilation, (CSharpCompilation)output, driver);
    }

    /// <summary>Makes a compilation in which the generator has not yet run.</summary>
    public static CSharpCompilation Compile(HarnessSettings settings, params string[] sources) =>
        CSharpCompilation.Create(
            "Consumer",
            sources.Select((source, i) => Parse(settings, source, $"Source{i}.cs")),
            References,
            new CSharpCompilationOptions(
                settings.Kind,
                optimizationLevel: settings.Optimization,
                warningLevel: 9999,
                nullableContextOptions: NullableContextOptions.Enable,
                allowUnsafe: false));

    /// <summary>Makes a syntax tree as the compilations of <see cref="Compile"/> have them.</summary>
    public static SyntaxTree Parse(HarnessSettings settings, string source, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), ParseOptions(settings), path);

    /// <summary>Makes a driver that remembers the incremental steps.</summary>
    public static GeneratorDriver CreateDriver(HarnessSettings settings) =>
        CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()],
            parseOptions: ParseOptions(settings),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static CSharpParseOptions ParseOptions(HarnessSettings settings) =>
        new(settings.LanguageVersion, settings.Documentation);

    /// <summary>The platform's assemblies and the runtime: not those of the tests.</summary>
    private static IEnumerable<MetadataReference> FindReferences()
    {
        string platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == platform)
            .Append(typeof(NetworkAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}

/// <summary>How the source is compiled.</summary>
internal sealed record HarnessSettings
{
    public OutputKind Kind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>Gets what is done with XML comments; Diagnose also warns where a public member has none.</summary>
    public DocumentationMode Documentation { get; init; } = DocumentationMode.Parse;

    public OptimizationLevel Optimization { get; init; } = OptimizationLevel.Release;
}

/// <summary>What the generator has made of some source text.</summary>
/// <param name="Input">The source alone.</param>
/// <param name="Output">The source with the generated files.</param>
/// <param name="Driver">The driver that has run, for more runs and for its incremental steps.</param>
internal sealed record GeneratorRun(CSharpCompilation Input, CSharpCompilation Output, GeneratorDriver Driver)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(NetworkGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Gets the generated texts by hint name, sorted.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } = new SortedDictionary<string, string>(
        Result(Driver).GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString()),
        StringComparer.Ordinal);

    /// <summary>Gets what the generator has reported.</summary>
    public ImmutableArray<Diagnostic> GeneratorDiagnostics => Driver.GetRunResult().Diagnostics;

    /// <summary>Gets what the analyzers of the generator's assembly report about the source; an exception of theirs is AD0001.</summary>
    public ImmutableArray<Diagnostic> AnalyzerDiagnostics => new CompilationWithAnalyzers(Output, Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    /// <summary>Gets the exception that has left the generator.</summary>
    public Exception? Exception => Result(Driver).Exception;

    /// <summary>Gets the compiler's errors and warnings, in the source and in the generated files.</summary>
    public IReadOnlyList<Diagnostic> CompilerDiagnostics =>
        [.. Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Returns the source text that a diagnostic underlines.</summary>
    public string TextAt(Diagnostic diagnostic)
    {
        string path = diagnostic.Location.GetLineSpan().Path;
        SyntaxTree tree = Output.SyntaxTrees.Single(tree => tree.FilePath == path);
        return tree.GetText().ToString(diagnostic.Location.SourceSpan);
    }

    /// <summary>Compiles to memory and loads the result. Fails on any error.</summary>
    public LoadedAssembly Load() => new(Emit());

    /// <summary>Compiles to memory. Fails on any error.</summary>
    public byte[] Emit()
    {
        using var stream = new MemoryStream();
        EmitResult result = Output.Emit(stream);
        string[] problems =
        [
            .. GeneratorDiagnostics.Concat(result.Diagnostics)
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.ToString()),
        ];
        Assert.True(result.Success && problems.Length == 0, string.Join("\n", problems));
        return stream.ToArray();
    }

    private static GeneratorRunResult Result(GeneratorDriver driver) => driver.GetRunResult().Results.Single();
}

/// <summary>A compiled consumer, until it is disposed.</summary>
internal sealed class LoadedAssembly : IDisposable
{
    private readonly AssemblyLoadContext context = new("Consumer", isCollectible: true);

    public LoadedAssembly(byte[] image) => Assembly = context.LoadFromStream(new MemoryStream(image));

    public Assembly Assembly { get; }

    /// <summary>Creates a network by its type's full name, such as "Games.XorNet" or "Outer`1+Net".</summary>
    /// <param name="typeName">The metadata name; open type parameters are filled with object.</param>
    /// <param name="seed">The seed; the attribute's where it is null.</param>
    public INetwork<float> CreateSingle(string typeName, int? seed = null) => (INetwork<float>)Create(typeName, seed);

    /// <inheritdoc cref="CreateSingle"/>
    public INetwork<double> CreateDouble(string typeName, int? seed = null) => (INetwork<double>)Create(typeName, seed);

    /// <summary>Returns a type by its metadata name; open type parameters are filled with object.</summary>
    public Type TypeOf(string typeName)
    {
        Type type = Assembly.GetType(typeName, throwOnError: true)!;
        return type.ContainsGenericParameters
            ? type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(object))])
            : type;
    }

    public void Dispose() => context.Unload();

    private object Create(string typeName, int? seed) =>
        seed is { } value ? Activator.CreateInstance(TypeOf(typeName), value)! : Activator.CreateInstance(TypeOf(typeName))!;
}
