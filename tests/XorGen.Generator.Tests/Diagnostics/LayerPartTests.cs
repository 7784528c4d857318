using System.Globalization;
using Microsoft.CodeAnalysis;

namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>XG0031 and XG0032: layers on several parts of a type, and on a type that is no network.</summary>
public sealed class LayerPartTests
{
    private const string Network = "[Network(Inputs = 2, Outputs = 1)]";

    [Theory]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(3)] partial class Net { } [[|Dense|](4)] partial class Net { }")]
    [InlineData("[[|Dense|](4)] [[|Dropout|](0.1)] partial class Net { } [Network(Inputs = 2, Outputs = 1)] [Dense(3)] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] partial class Net { } [Dense(3)] partial class Net { } [[|Dense|](4)] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(3)] partial class Net { } [[|Dropout|](0.1)] partial class Net { }")]
    public void Layers_on_several_parts_are_reported(string source) =>
        DiagnosticVerifier.VerifyError("XG0031", source, "put them all on one part");

    /// <summary>Whatever the files are called.</summary>
    [Theory]
    [InlineData("[Dense(3)] partial class Net { }", "[Dense(4)] partial class Net { }")]
    [InlineData("[Dense(4)] partial class Net { }", "[Dense(3)] partial class Net { }")]
    public void Layers_in_several_files_are_reported(string first, string second)
    {
        GeneratorRun run = GeneratorHarness.Run(new HarnessSettings(), $"using XorGen; {first}", $"using XorGen; {Network} partial class Net {{ }}", $"using XorGen; {second}");
        Diagnostic diagnostic = Assert.Single(run.GeneratorDiagnostics);
        Assert.Equal("XG0031", diagnostic.Id);
        Assert.Equal("Dense", run.TextAt(diagnostic));
        Assert.Contains("several parts of the type, which have no order", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] partial class Net { }", "[Dense(3)] [Dropout(0.1)] [Dense(4)] partial class Net { }")]
    [InlineData("[Dense(3)] [Dropout(0.1)] [Dense(4)] partial class Net { }", "[Network(Inputs = 2, Outputs = 1)] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(3)] [Dropout(0.1)] [Dense(4)] partial class Net { }", "partial class Net { }")]
    public void Layers_on_one_part_have_the_order_in_which_they_are_written(string first, string second)
    {
        GeneratorRun run = GeneratorHarness.Run(new HarnessSettings(), $"using XorGen; {first}", $"using XorGen; {second}");
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Empty(run.AnalyzerDiagnostics);
        using LoadedAssembly loaded = run.Load();
        Assert.Equal(["dense", "dropout", "dense", "dense"], loaded.CreateSingle("Net").Description.Layers.Select(layer => layer.Kind));
        Assert.Equal([3, 3, 4, 1], loaded.CreateSingle("Net").Description.Layers.Select(layer => layer.OutputCount));
    }

    [Theory]
    [InlineData("[[|Dense|](3)] partial class Net { }", "[Dense] has no effect, because 'Net' has no [Network]")]
    [InlineData("[[|Dropout|](0.1)] [[|DenseAttribute|](3)] partial struct Net { }", "because 'Net' has no [Network]")]
    [InlineData("[[|Dropout|](0.1)] [[|XorGen.Dense|](3)] class Net { class Inner { } }", "because 'Net' has no [Network]")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(3)] partial class Net { } [[|Dense|](4)] class Other : Net { }", "because 'Other' has no [Network]")]
    public void A_layer_without_a_network_is_reported(string source, string advice) =>
        DiagnosticVerifier.VerifyAnalyzer("XG0032", source, advice);
}
