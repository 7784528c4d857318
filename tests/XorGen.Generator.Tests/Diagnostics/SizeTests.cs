namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>XG0002, XG0003 and XG0004: inputs, outputs and hidden layers.</summary>
public sealed class SizeTests
{
    [Theory]
    [InlineData("[[|Network|](Outputs = 1)] partial class Net { }", "[Network(Inputs = ...)]")]
    [InlineData("[[|Network|](Inputs = 2)] partial class Net { }", "[Network(Outputs = ...)]")]
    [InlineData("[XorGen.[|NetworkAttribute|](Inputs = 2)] partial class Net { }", "[Network(Outputs = ...)]")]
    [InlineData("[[|Network|](Inputs = 2, Loss = \"binary_cross_entropy\")] partial class Net { }", "[Network(Outputs = ...)]")]
    public void A_missing_size_is_reported_at_the_attribute(string source, string advice) =>
        DiagnosticVerifier.VerifyError("XG0002", source.Replace("XorGen.[|NetworkAttribute|]", "[|XorGen.NetworkAttribute|]", StringComparison.Ordinal), advice);

    [Fact]
    public void Two_missing_sizes_are_two_errors()
    {
        GeneratorRun run = GeneratorHarness.Run("using XorGen; [Network] partial class Net { }");
        Assert.Equal(["XG0002", "XG0002"], run.GeneratorDiagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("[Network(Inputs = [|0|], Outputs = 1)] partial class Net { }", "Inputs is 0; it must be from 1 to 65536")]
    [InlineData("[Network(Inputs = [|-2|], Outputs = 1)] partial class Net { }", "Inputs is -2")]
    [InlineData("[Network(Inputs = [|1 << 30|], Outputs = 1)] partial class Net { }", "Inputs is 1073741824")]
    [InlineData("[Network(Inputs = 2, Outputs = [|0|])] partial class Net { }", "Outputs is 0")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Hidden = [|0|])] partial class Net { }", "Hidden is 0")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, HiddenLayers = new[] { 4, [|0|], [|-1|] })] partial class Net { }", "from 1 to 65536")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, HiddenLayers = new int[] { 4, [|0|] })] partial class Net { }", "HiddenLayers[1] is 0")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, HiddenLayers = [4, [|0|]])] partial class Net { }", "HiddenLayers[1] is 0")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(4)] [Dense([|0|])] partial class Net { }", "The number of neurons is 0")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(neurons: [|70000|], Activation = \"relu\")] partial class Net { }", "from 1 to 65536")]
    [InlineData("[Network(Inputs = 2, Outputs = 1), Dense([|-5|])] partial class Net { }", "The number of neurons is -5")]
    [InlineData("[[|Network|](Inputs = 60000, Outputs = 60000)] partial class Net { }", "The number of parameters is 3600060000; it must be from 1 to 16777216")]
    public void A_size_out_of_range_is_reported_where_it_is_written(string source, string advice) =>
        DiagnosticVerifier.VerifyError("XG0003", source, advice);

    [Theory]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Hidden = 2, HiddenLayers = [|new[] { 2 }|])] partial class Net { }", "Hidden and by HiddenLayers: keep one")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Hidden = [|2|])] [Dense(2)] partial class Net { }", "Hidden and by [Dense]: keep one")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, HiddenLayers = [|[2]|])] [Dense(2)] partial class Net { }", "HiddenLayers and by [Dense]: keep one")]
    public void Hidden_layers_given_twice_are_reported(string source, string advice) =>
        DiagnosticVerifier.VerifyError("XG0004", source, advice);
}
