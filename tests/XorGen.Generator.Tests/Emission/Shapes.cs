namespace XorGen.Generator.Tests.Emission;

/// <summary>Networks that between them take every way through the emitters, as the arguments of their attribute.</summary>
internal static class Shapes
{
    public static TheoryData<string> All =>
    [
        "Inputs = 2, Hidden = 2, Outputs = 1",
        "Inputs = 2, Hidden = 2, Outputs = 1, Precision = Precision.Double, Optimizer = \"sgd\", BiasLearningRateScale = 0.25",
        "Inputs = 8, Outputs = 1, Optimizer = \"sgd\", Momentum = 0.9, Nesterov = true",
        "Inputs = 9, Outputs = 1, OutputActivation = \"linear\", WeightDecay = 0.1",
        "Inputs = 3, HiddenLayers = new[] { 4, 5 }, Outputs = 2, Activation = \"relu\", OutputActivation = \"tanh\", GradientClipNorm = 1",
        "Inputs = 3, HiddenLayers = new[] { 4, 5 }, Outputs = 2, Activation = \"linear\", OutputActivation = \"linear\"",
        "Inputs = 4, Hidden = 5, Outputs = 3, OutputActivation = \"softmax\"",
        "Inputs = 4, Hidden = 9, Outputs = 3, OutputActivation = \"softmax\", Precision = Precision.Double",
        "Inputs = 4, Hidden = 9, Outputs = 3, OutputActivation = \"softmax\", Loss = \"mse\"",
        "Inputs = 4, HiddenLayers = new[] { 6, 6 }, Outputs = 3, Activation = \"sigmoid\"",
        "Inputs = 2, Outputs = 1, Unroll = Unroll.None",
        "Inputs = 2, Hidden = 2, Outputs = 1, OutputActivation = \"linear\", Activation = \"linear\", Unroll = Unroll.None",
        "Inputs = 17, Hidden = 33, Outputs = 10, Activation = \"relu\", OutputActivation = \"softmax\", Optimizer = \"sgd\", Momentum = 0.9, GradientClipNorm = 1",
        "Inputs = 17, HiddenLayers = new[] { 20, 20 }, Outputs = 10, OutputActivation = \"softmax\", Loss = \"mse\", Precision = Precision.Double, BiasLearningRateScale = 2",
        "Inputs = 4, Hidden = 9, Outputs = 3, Activation = \"mish\", OutputActivation = \"squareplus\", Optimizer = \"rprop\", Initializer = \"nguyen_widrow\"",
        "Inputs = 4, Hidden = 3, Outputs = 1, Activation = \"gelu\", OutputActivation = \"linear\", Loss = \"huber\", Optimizer = \"amsgrad\", WeightDecay = 0.1, DecayBiases = false, Initializer = \"orthogonal\"",
        "Inputs = 17, Hidden = 33, Outputs = 3, Activation = \"gelu_tanh\", OutputActivation = \"softmax\", Loss = \"kl_divergence\", Optimizer = \"nadam\", L1 = 0.1, DecayBiases = false, Initializer = \"orthogonal\"",
        "Inputs = 17, Hidden = 33, Outputs = 3, Activation = \"selu\", OutputActivation = \"exponential\", Optimizer = \"rmsprop\", Centered = true, Momentum = 0.5, Initializer = \"truncated_normal\", Precision = Precision.Double",
        "Inputs = 17, HiddenLayers = new[] { 20, 20, 7 }, Outputs = 2, Activation = \"sigmoid\", OutputActivation = \"relu\", WeightDecay = 0.5",
        "Inputs = 2, Hidden = 2, Outputs = 1, Dropout = 0.1",
        "Inputs = 2, HiddenLayers = new[] { 6, 6 }, Outputs = 2, Dropout = 0.5, Precision = Precision.Double, Unroll = Unroll.Full",
        "Inputs = 17, HiddenLayers = new[] { 20, 20 }, Outputs = 10, OutputActivation = \"softmax\", Dropout = 0.1, GradientClipNorm = 1",
        "Inputs = 3, HiddenLayers = new[] { 4, 5 }, Outputs = 2, Activation = \"prelu\", OutputActivation = \"prelu\"",
        "Inputs = 17, HiddenLayers = new[] { 20, 20 }, Outputs = 10, Activation = \"prelu\", OutputActivation = \"prelu\", Dropout = 0.1, Precision = Precision.Double",
        "Inputs = 17, Hidden = 33, Outputs = 3, Optimizer = \"adagrad\", LearningRateDecay = 0.1, InitialAccumulatorValue = 0.1",
        "Inputs = 4, Hidden = 5, Outputs = 3, OutputActivation = \"log_softmax\", LabelSmoothing = 0.1",
        "Inputs = 17, Hidden = 33, Outputs = 10, OutputActivation = \"log_softmax\", LabelSmoothing = 0.1, Precision = Precision.Double",
        "Inputs = 17, Hidden = 33, Outputs = 3, OutputActivation = \"log_softmax\", Loss = \"kl_divergence\"",
        "Inputs = 4, Hidden = 5, Outputs = 2, LabelSmoothing = 0.2",
        "Inputs = 3, Hidden = 4, Outputs = 2, Loss = \"gaussian_nll\"",
        "Inputs = 17, Hidden = 33, Outputs = 6, Loss = \"gaussian_nll\", Precision = Precision.Double",
        "Inputs = 2, Hidden = 2, Outputs = 1, Optimizer = \"lbfgs\"",
        "Inputs = 17, Hidden = 33, Outputs = 10, OutputActivation = \"softmax\", Optimizer = \"lbfgs\", Precision = Precision.Double",
        "Inputs = 2, Hidden = 2, Outputs = 1, OutputActivation = \"linear\", Optimizer = \"levenberg_marquardt\"",
        "Inputs = 17, Hidden = 33, Outputs = 2, Loss = \"mse\", Optimizer = \"levenberg_marquardt\", Precision = Precision.Double",
    ];

    /// <summary>Compiles a class "Net" with these arguments.</summary>
    public static GeneratorRun Run(string arguments)
    {
        GeneratorRun run = GeneratorHarness.Run($"using XorGen; [Network({arguments})] public partial class Net {{ }}");
        Assert.Empty(run.GeneratorDiagnostics);
        return run;
    }
}
