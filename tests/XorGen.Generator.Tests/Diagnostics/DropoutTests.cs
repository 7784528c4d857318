namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>What is said of dropout: XG0021 of its place, XG0010 of its rate, XG0011 and XG0020 of what it goes with.</summary>
public sealed class DropoutTests
{
    [Theory]
    [InlineData("[Network(Inputs = 2, Hidden = 3, Outputs = 1)] [[|Dropout|](0.1)] partial class Net { }", "write those, or Dropout = ... in [Network]")]
    [InlineData("[Network(Inputs = 2, HiddenLayers = new[] { 3 }, Outputs = 1)] [[|Dropout|](0.1)] partial class Net { }", "the hidden layers are not [Dense] attributes")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(3)] [Dropout(0.1)] [[|Dropout|](0.2)] partial class Net { }", "it follows another one")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Dropout = 0.1)] [Dense(3)] [[|Dropout|](0.2)] partial class Net { }", "keep one of them")]
    public void A_place_that_it_does_not_have(string source, string advice) => DiagnosticVerifier.VerifyError("XG0021", source, advice);

    [Theory]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(3)] [Dropout([|1.0|])] partial class Net { }", "The rate is 1; it must be from 0 to less than 1")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(3)] [Dropout([|-0.5|])] partial class Net { }", "The rate is -0.5")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(3)] [Dropout(rate: [|double.NaN|])] partial class Net { }", "The rate is NaN")]
    [InlineData("[Network(Inputs = 2, Hidden = 3, Outputs = 1, Dropout = [|1.5|])] partial class Net { }", "Dropout is 1.5; it must be from 0 to less than 1")]
    public void A_rate_out_of_range(string source, string advice) => DiagnosticVerifier.VerifyError("XG0010", source, advice);

    [Theory]
    [InlineData("[Network(Inputs = 2, Hidden = 3, Outputs = 1, Dropout = 0.1, Optimizer = [|\"lbfgs\"|])] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Hidden = 3, Outputs = 1, OutputActivation = \"linear\", Dropout = 0.1, Optimizer = [|\"levenberg_marquardt\"|])] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Optimizer = [|\"lbfgs\"|])] [Dropout(0.5)] partial class Net { }")]
    public void An_optimizer_that_compares_losses(string source) => DiagnosticVerifier.VerifyError("XG0020", source, "leave the dropout out, or take 'adam'");

    [Fact]
    public void A_rate_for_hidden_layers_that_are_not_there()
    {
        GeneratorRun run = GeneratorHarness.Run("using XorGen; [Network(Inputs = 2, Outputs = 1, Dropout = 0.1)] public partial class Net;");
        Assert.Equal(["XG0011"], run.GeneratorDiagnostics.Select(diagnostic => diagnostic.Id));
        Assert.NotEmpty(run.Files);
    }

    [Theory]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dropout(0.1)]", "Net: 2 -> dropout 0.1 -> 1 sigmoid")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(3)] [Dropout(0.1)] [Dense(4)]", "Net: 2 -> 3 tanh -> dropout 0.1 -> 4 tanh -> 1 sigmoid")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Dropout = 0.25)] [Dense(3)] [Dense(4)]", "Net: 2 -> 3 tanh -> dropout 0.25 -> 4 tanh -> dropout 0.25 -> 1 sigmoid")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(3)] [Dropout(0)]", "Net: 2 -> 3 tanh -> 1 sigmoid")]
    public void Its_place_is_its_place_in_the_source(string attributes, string shape)
    {
        GeneratorRun run = GeneratorHarness.Run($"using XorGen; {attributes} public partial class Net;");
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Empty(run.CompilerDiagnostics);
        Assert.Contains(shape, run.Files["Net.g.cs"], StringComparison.Ordinal);
    }
}
