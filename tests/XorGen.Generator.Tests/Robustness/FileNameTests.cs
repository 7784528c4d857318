using System.Text;

namespace XorGen.Generator.Tests.Robustness;

/// <summary>The generated files have names that every file system takes, and no two the same.</summary>
public sealed class FileNameTests
{
    private const string Network = "[XorGen.Network(Inputs = 2, Outputs = 1)]";

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(239)]
    [InlineData(500)]
    public void A_long_name_is_shortened_to_its_end_and_a_hash(int length)
    {
        string name = new string('a', length - 3) + "Net";
        GeneratorRun run = GeneratorHarness.Run($"{Network} partial class {name} {{ }}");
        AssertSound(run, 1);
        Assert.Equal(length <= 100, run.Files.ContainsKey(name + ".g.cs"));
        Assert.Contains(run.Files.Keys, file => file.EndsWith("aNet.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Long_names_that_end_alike_are_told_apart()
    {
        string end = new('n', 200);
        string networks = string.Concat(Enumerable.Range(0, 20).Select(i => $"namespace Space{i} {{ {Network} partial class {end} {{ {Network} public partial class Inner {{ }} }} }}"));
        AssertSound(GeneratorHarness.Run(networks), 40);
    }

    [Fact]
    public void A_long_name_is_the_same_in_every_run()
    {
        string source = $"namespace {new string('s', 150)} {{ {Network} partial class Net {{ }} }}";
        Assert.Equal(GeneratorHarness.Run(source).Files.Keys, GeneratorHarness.Run(source).Files.Keys);
        Assert.Contains("4d4a310a953ba796-" + new string('s', 79) + ".Net.g.cs", GeneratorHarness.Run(source).Files.Keys);
    }

    [Fact]
    public void Length_is_that_in_bytes() =>
        AssertSound(GeneratorHarness.Run($"namespace {new string('数', 50)}.{new string('据', 50)} {{ {Network} partial class Größe {{ }} }}"), 1);

    [Fact]
    public void Deeply_nested_types_have_short_names() =>
        AssertSound(GeneratorHarness.Run(string.Concat(Enumerable.Range(0, 60).Select(i => $"partial class Outer{i}<T{i}> {{ ")) + Network + " partial class Net { }" + new string('}', 60)), 1);

    [Theory]
    [InlineData("partial class aux { }")]
    [InlineData("partial class COM1 { }")]
    [InlineData("namespace Con { [XorGen.Network(Inputs = 2, Outputs = 1)] partial class Net { } }")]
    [InlineData("namespace nul.Games { [XorGen.Network(Inputs = 2, Outputs = 1)] partial class Net { } }")]
    public void The_name_of_a_device_is_no_file_name(string source)
    {
        GeneratorRun run = GeneratorHarness.Run(source.StartsWith("partial", StringComparison.Ordinal) ? $"{Network} {source}" : source);
        AssertSound(run, 1);
        Assert.All(run.Files.Keys, file => Assert.Contains(file.Split('.')[0].ToUpperInvariant(), (string[])["AUX-", "COM1-", "CON-", "NUL-"]));
    }

    /// <summary>Files that differ, without regard to case, and whose names are short; the text compiles.</summary>
    private static void AssertSound(GeneratorRun run, int networks)
    {
        Assert.Null(run.Exception);
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Equal(networks, run.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(run.Files.Keys, file => Assert.InRange(Encoding.UTF8.GetByteCount(file), 1, 115));
        Assert.DoesNotContain(run.CompilerDiagnostics, diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }
}
