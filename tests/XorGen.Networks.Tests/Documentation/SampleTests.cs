using XorGen.Generator.Tests;

namespace XorGen.Documentation;

/// <summary>The generated files that the sample keeps in the repository are what the generator makes of its networks now.</summary>
public sealed class SampleTests
{
    private static readonly string Sample = Path.Combine(Repository.Root, "src", "XorGen.Sample");

    [Fact]
    public void Its_generated_files_are_not_stale()
    {
        string[] sources = [.. Directory.GetFiles(Path.Combine(Sample, "Networks"), "*.cs").Select(File.ReadAllText)];
        GeneratorRun run = GeneratorHarness.Run(new HarnessSettings(), sources);
        Dictionary<string, string> kept = Directory
            .GetFiles(Path.Combine(Sample, "Generated"), "*.cs", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);
        Assert.NotEmpty(kept);
        Assert.Equal(run.Files.Keys.Order(StringComparer.Ordinal), kept.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            run.Files,
            file => Assert.True(
                file.Value == kept[file.Key].ReplaceLineEndings("\n"),
                $"{file.Key} is stale: run dotnet build -c Release src/XorGen.Sample, and commit what it writes."));
    }
}
