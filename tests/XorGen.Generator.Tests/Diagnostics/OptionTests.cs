using Microsoft.CodeAnalysis;

namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>XG0010, XG0011 and XG0012: options.</summary>
public sealed class OptionTests
{
    [Theory]
    [InlineData("Momentum = [|1|], Optimizer = \"sgd\"", "Momentum is 1; it must be from 0 to less than 1")]
    [InlineData("Momentum = [|-0.5|], Optimizer = \"sgd\"", "Momentum is -0.5; it must be from 0 to less than 1")]
    [InlineData("Momentum = [|double.NaN|], Optimizer = \"sgd\"", "Momentum is NaN; it must be from 0 to less than 1")]
    [InlineData("Nesterov = [|true|], Optimizer = \"sgd\"", "give Momentum a value")]
    [InlineData("Beta1 = [|1.0|]", "from 0 to less than 1")]
    [InlineData("Beta2 = [|2|]", "from 0 to less than 1")]
    [InlineData("Epsilon = [|-1e-8|]", "a number that is not negative")]
    [InlineData("WeightDecay = [|double.PositiveInfinity|]", "a number that is not negative")]
    [InlineData("BiasLearningRateScale = [|-1|]", "a number that is not negative")]
    [InlineData("GradientClipNorm = [|-1|]", "a number that is not negative")]
    [InlineData("GradientClipValue = [|-1|]", "a number that is not negative")]
    [InlineData("L1 = [|-1|]", "a number that is not negative")]
    [InlineData("Rho = [|1|], Optimizer = \"rmsprop\"", "from 0 to less than 1")]
    [InlineData("MomentumDecay = [|-1|], Optimizer = \"nadam\"", "a number that is not negative")]
    [InlineData("EtaMinus = [|1|], Optimizer = \"rprop\"", "EtaMinus is 1; it must be more than 0 and less than 1")]
    [InlineData("EtaPlus = [|1|], Optimizer = \"rprop\"", "EtaPlus is 1; it must be more than 1")]
    [InlineData("StepSizeMin = [|-1|], Optimizer = \"rprop\"", "a number that is not negative")]
    [InlineData("StepSizeMax = [|0|], StepSizeMin = 0, Optimizer = \"rprop\"", "a positive number")]
    [InlineData("StepSizeMin = [|60|], Optimizer = \"rprop\"", "StepSizeMin is 60; it must be at most StepSizeMax, which is 50")]
    [InlineData("StepSizeMax = [|1e-7|], Optimizer = \"rprop\"", "StepSizeMax is 1E-07; it must be at least StepSizeMin, which is 1E-06")]
    [InlineData("GradientClipValue = [|1e-50|]", "GradientClipValue is 1E-50, which is 0 in single precision; it must be a number that is not negative, where 0 is no clipping")]
    [InlineData("Epsilon = [|1e300|]", "Epsilon is 1E+300, which is Infinity in single precision; it must be a number that is not negative")]
    [InlineData("WeightDecay = [|double.MaxValue|]", "which is Infinity in single precision")]
    [InlineData("Optimizer = \"sgd\", Momentum = [|0.99999999999999989|]", "which is 1 in single precision; it must be from 0 to less than 1")]
    [InlineData("Loss = \"huber\", OutputActivation = \"linear\", Delta = [|1e-60|]", "Delta is 1E-60, which is 0 in single precision; it must be a positive number")]
    [InlineData("OutputActivation = \"celu\", OutputActivationAlpha = [|1e-50|]", "which is 0 in single precision; it must be a positive number")]
    [InlineData("LearningRateDecay = [|-1|], Optimizer = \"adagrad\"", "a number that is not negative")]
    [InlineData("InitialAccumulatorValue = [|double.NaN|], Optimizer = \"adagrad\"", "a number that is not negative")]
    [InlineData("Loss = \"huber\", OutputActivation = \"linear\", Delta = [|0|]", "a positive number")]
    [InlineData("LabelSmoothing = [|1|]", "from 0 to less than 1")]
    [InlineData("LabelSmoothing = [|-0.1|]", "from 0 to less than 1")]
    [InlineData("LabelSmoothing = [|double.NaN|]", "from 0 to less than 1")]
    [InlineData("OutputActivation = \"elu\", OutputActivationAlpha = [|-1|]", "OutputActivationAlpha is -1; it must be a number that is not negative")]
    [InlineData("OutputActivation = \"celu\", OutputActivationAlpha = [|0|]", "a positive number")]
    [InlineData("OutputActivation = \"soft_shrink\", OutputActivationThreshold = [|double.NaN|]", "a number that is not negative")]
    [InlineData("OutputActivation = \"leaky_relu\", OutputActivationAlpha = [|double.NegativeInfinity|]", "a finite number")]
    [InlineData("InitializerScale = [|0|], Initializer = \"uniform\"", "a positive number")]
    [InlineData("Precision = [|(Precision)7|]", "Precision.Single or Precision.Double")]
    [InlineData("Unroll = [|(Unroll)(-1)|]", "Unroll.Auto, Unroll.Full or Unroll.None")]
    public void An_option_out_of_range_is_reported_at_its_value(string option, string advice) =>
        DiagnosticVerifier.VerifyError("XG0010", Source(option), advice);

    [Theory]
    [InlineData("Momentum = [|0.9|]", "the optimizer 'adam' does not use it")]
    [InlineData("Nesterov = [|true|]", "the optimizer 'adam' does not use it")]
    [InlineData("Optimizer = \"sgd\", Beta1 = [|0.9|], Beta2 = [|0.9|], Epsilon = [|0.1|]", "the optimizer 'sgd' does not use it")]
    [InlineData("Optimizer = \"lbfgs\", GradientClipNorm = [|1|], BiasLearningRateScale = [|2|]", "the optimizer 'lbfgs' finds the length of its steps by itself")]
    [InlineData("Optimizer = \"lbfgs\", WeightDecay = [|1|]", "the optimizer 'lbfgs' does not use it")]
    [InlineData("InitializerScale = [|2|]", "the initializer 'glorot_uniform' takes no scale")]
    [InlineData("Activation = [|\"relu\"|]", "OutputActivation is that of the output")]
    [InlineData("Activation = [|\"elu\"|], ActivationAlpha = [|2|]", "is that of the output")]
    [InlineData("ActivationAlpha = [|2|]", "the activation 'tanh' does not use it")]
    [InlineData("OutputActivationAlpha = [|2|], OutputActivationThreshold = [|2|]", "the activation 'sigmoid' does not use it")]
    [InlineData("Delta = [|2|]", "the loss 'binary_cross_entropy' does not use it")]
    [InlineData("Loss = \"mse\", LabelSmoothing = [|0.1|]", "the loss 'mse' does not use it")]
    [InlineData("Rho = [|0.9|], Centered = [|true|]", "the optimizer 'adam' does not use it")]
    [InlineData("Optimizer = \"lion\", Epsilon = [|0.1|]", "the optimizer 'lion' does not use it")]
    [InlineData("MomentumDecay = [|0.1|], EtaMinus = [|0.1|], EtaPlus = [|2|], StepSizeMin = [|0|], StepSizeMax = [|1|]", "the optimizer 'adam' does not use it")]
    [InlineData("LearningRateDecay = [|0.1|], InitialAccumulatorValue = [|0.1|]", "the optimizer 'adam' does not use it")]
    [InlineData("DecayBiases = [|false|]", "WeightDecay and L1 are 0")]
    [InlineData("DecoupledWeightDecay = [|true|]", "WeightDecay is 0")]
    public void An_option_without_effect_is_a_warning_at_its_value(string option, string advice) =>
        DiagnosticVerifier.VerifyWarning("XG0011", Source(option), advice);

    [Theory]
    [InlineData("partial class", "Outputs = 1, Optimizer = [|\"levenberg_marquardt\"|]", "is defined on the loss 'mse' only, but the loss is 'binary_cross_entropy'")]
    [InlineData("partial class", "Hidden = 2000, Outputs = 1, Loss = \"mse\", Optimizer = [|\"lm\"|]", "takes up to 4096 parameters, but there are 8001")]
    [InlineData("partial struct", "Outputs = 1, Loss = \"mse\", Optimizer = [|\"levenberg_marquardt\"|]", "make it a class")]
    [InlineData("partial struct", "Outputs = 1, Optimizer = [|\"lbfgs\"|]", "make it a class")]
    [InlineData("partial struct", "Outputs = 1, Optimizer = [|\"levenberg_marquardt\"|]", "copies of a struct would share: make it a class")]
    [InlineData("partial class", "Hidden = 2, Outputs = 1, Dropout = 0.1, Optimizer = [|\"levenberg_marquardt\"|]", "dropout changes the loss from step to step: leave the dropout out")]
    public void An_optimizer_that_does_not_fit_is_reported(string type, string arguments, string advice) =>
        DiagnosticVerifier.VerifyError("XG0020", $"[Network(Inputs = 2, {arguments})] {type} Net {{ }}", advice);

    [Theory]
    [InlineData("sigmoid", "binary_cross_entropy")]
    [InlineData("softmax", "cross_entropy")]
    [InlineData("log_softmax", "cross_entropy")]
    [InlineData("mean_variance", "gaussian_nll")]
    [InlineData("exponential", "mse")]
    [InlineData("tanh", "mse")]
    [InlineData("linear", "mse")]
    public void The_loss_follows_the_output_activation(string activation, string loss)
    {
        GeneratorRun run = GeneratorHarness.Run($"using XorGen; [Network(Inputs = 2, Outputs = 2, OutputActivation = \"{activation}\")] partial class Net {{ }}");
        Assert.Empty(run.GeneratorDiagnostics);
        Assert.Contains($"// Loss {loss}, ", run.Files["Net.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Activation = [|\"relu\"|]", "[Dense(4, Activation = \"elu\")] [Dense(3, Activation = \"tanh\")]", "every [Dense] has its own")]
    [InlineData("Activation = [|\"elu\"|], ActivationAlpha = [|2|]", "[Dense(4, Activation = \"relu\")]", "")]
    [InlineData("Activation = \"elu\", ActivationAlpha = [|2|]", "[Dense(4, ActivationAlpha = 3)] [Dense(4, Activation = \"elu\", ActivationAlpha = 1)]", "every [Dense] has its own")]
    [InlineData("Activation = \"elu\", ActivationAlpha = 2", "[Dense(4, Activation = \"elu\")]", null)]
    [InlineData("Activation = \"elu\", ActivationAlpha = 2", "[Dense(4, Activation = \"relu\")] [Dense(4)]", null)]
    [InlineData("Activation = \"relu\"", "[Dense(4, Activation = \"relu\")]", null)]
    public void An_option_that_every_layer_overrides_is_a_warning(string options, string layers, string? advice)
    {
        string source = $"[Network(Inputs = 2, Outputs = 1, {options})] {layers} partial class Net {{ }}";
        if (advice is null)
        {
            Assert.Empty(GeneratorHarness.Run("using XorGen; " + source).GeneratorDiagnostics);
        }
        else
        {
            DiagnosticVerifier.VerifyWarning("XG0011", source, advice);
        }
    }

    [Fact]
    public void The_warning_can_be_suppressed_with_a_pragma()
    {
        GeneratorRun run = GeneratorHarness.Run($"using XorGen;\n#pragma warning disable XG0011\n{Source("Momentum = 0.9")}");
        Assert.DoesNotContain(run.GeneratorDiagnostics, diagnostic => !diagnostic.IsSuppressed);
    }

    [Theory]
    [InlineData("[Network(Inputs = 30, Hidden = 30, Outputs = 1, Unroll = [|Unroll.Full|])] partial class Net { }", "930 multiply-adds and 61 inputs and neurons")]
    [InlineData("[Network(Inputs = 30, Hidden = 30, Outputs = 1, Unroll = [|Unroll.Full|])] partial struct Net { }", "Unroll.Full allows")]
    public void A_network_too_large_to_be_unrolled_is_reported(string source, string advice) =>
        DiagnosticVerifier.VerifyError("XG0012", source, advice);

    [Theory]
    [InlineData("Epsilon = 1e-300")]
    [InlineData("Epsilon = 0")]
    [InlineData("WeightDecay = 1e-300, Optimizer = \"sgd\", Momentum = 1e-300")]
    [InlineData("WeightDecay = 1e300, Epsilon = 1e300, GradientClipValue = 1e-300, Precision = Precision.Double")]
    [InlineData("InitializerScale = double.Epsilon, Initializer = \"uniform\"")]
    [InlineData("BiasLearningRateScale = 1e300")]
    [InlineData("GradientClipNorm = 1e300")]
    public void A_number_that_single_precision_cannot_hold_still_compiles(string option)
    {
        foreach (string tier in new[] { "Unroll.Full", "Unroll.None" })
        {
            GeneratorRun run = GeneratorHarness.Run("using XorGen; " + Source($"Unroll = {tier}, {option}"));
            Assert.DoesNotContain(run.GeneratorDiagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            Assert.Empty(run.CompilerDiagnostics);
        }
    }

    private static string Source(string option) => $"[Network(Inputs = 2, Outputs = 1, {option})] partial class Net {{ }}";
}
