using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using XorGen.Generator;

namespace XorGen.Benchmarks.Generation;

/// <summary>Runs the generator in memory, with a new driver each time, so that nothing of the last run is reused.</summary>
internal sealed class GeneratorRuns
{
    private readonly CSharpCompilation compilation;

    /// <param name="attribute">The arguments of the network's attribute.</param>
    public GeneratorRuns(string attribute)
    {
        string source = $"[XorGen.Network({attribute})] public partial class Measured;";
        string platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<string> references = Directory.EnumerateFiles(platform, "System*.dll").Append(typeof(NetworkAttribute).Assembly.Location);
        compilation = CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText(source)],
            references.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
    }

    /// <summary>Gets the length of the generated text in bytes.</summary>
    public int TextBytes { get; private set; }

    /// <summary>Runs it once and returns the milliseconds.</summary>
    public double Run()
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new NetworkGenerator());
        long start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        if (result.Exception is not null || result.Diagnostics.Length > 0)
        {
            throw new InvalidOperationException(result.Exception?.ToString() ?? result.Diagnostics[0].ToString());
        }

        TextBytes = result.GeneratedSources.Where(source => source.HintName.StartsWith("Measured", StringComparison.Ordinal)).Sum(source => System.Text.Encoding.UTF8.GetByteCount(source.SourceText.ToString()));
        return time;
    }
}
