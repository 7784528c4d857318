namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>XG0028: a start in which the neurons of a hidden layer do not differ.</summary>
public sealed class InitializerTests
{
    [Theory]
    [InlineData("Hidden = 2, Initializer = [|\"zeros\"|]")]
    [InlineData("Hidden = 2, Initializer = [|Initializers.Ones|]")]
    [InlineData("HiddenLayers = new[] { 1, 2 }, Initializer = [|\"constant\"|], InitializerScale = 0.5")]
    [InlineData("Hidden = 1, Initializer = [|\"zeros\"|]")]
    [InlineData("HiddenLayers = new[] { 100, 100 }, Initializer = [|\"zeros\"|], Precision = Precision.Double")]
    public void A_constant_start_before_hidden_layers_is_warned_of(string options) =>
        DiagnosticVerifier.VerifyWarning("XG0028", $"[Network(Inputs = 2, Outputs = 1, {options})] partial class Net {{ }}", "Leave Initializer out");

    [Theory]
    [InlineData("Initializer = \"zeros\"")]                                            // logistic regression may start at zero
    [InlineData("Hidden = 1, Initializer = \"ones\"")]
    [InlineData("Hidden = 2, Initializer = \"uniform\"")]
    [InlineData("Hidden = 2")]
    public void Other_starts_are_not(string options) =>
        Assert.Empty(GeneratorHarness.Run($"using XorGen; [Network(Inputs = 2, Outputs = 1, {options})] partial class Net {{ }}").GeneratorDiagnostics);

    [Fact]
    public void A_pragma_suppresses_it() =>
        Assert.DoesNotContain(
            GeneratorHarness.Run(
                "using XorGen;\n#pragma warning disable XG0028\n[Network(Inputs = 2, Outputs = 1, Hidden = 2, Initializer = \"zeros\")] partial class Net { }").GeneratorDiagnostics,
            diagnostic => !diagnostic.IsSuppressed);
}
