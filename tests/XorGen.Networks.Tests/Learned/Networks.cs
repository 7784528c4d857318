namespace XorGen.Learned;

[Network(Inputs = 3, HiddenLayers = [4, 3], Outputs = 2, Activation = "prelu", OutputActivation = "linear", Precision = Precision.Double)]
public sealed partial class PReluScalar;

[Network(Inputs = 3, Hidden = 4, Outputs = 2, Activation = "prelu", ActivationAlpha = 0.125, OutputActivation = "prelu", OutputActivationAlpha = -0.5, Dropout = 0.25)]
public sealed partial class PReluEverywhere;

[Network(Inputs = 17, Outputs = 5, OutputActivation = "softmax", Optimizer = "sgd", Momentum = 0.9)]
[Dense(32, Activation = "prelu")]
[Dropout(0.25)]
[Dense(19, Activation = "prelu", ActivationAlpha = 0.5)]
public sealed partial class PReluVector;

/// <summary>In single precision a step of the check would cross kinks.</summary>
[Network(Inputs = 17, HiddenLayers = [32, 19], Outputs = 5, Activation = "prelu", OutputActivation = "softmax", Dropout = 0.25, Precision = Precision.Double)]
public sealed partial class PReluVectorDouble;

[Network(Inputs = 11, Hidden = 21, Outputs = 3, Activation = "prelu", OutputActivation = "prelu", Precision = Precision.Double, Unroll = Unroll.None, BiasLearningRateScale = 2, WeightDecay = 0.1, DecayBiases = false)]
public sealed partial class PReluTiled;

/// <summary>No hidden layer: the output alone learns a slope.</summary>
[Network(Inputs = 2, Outputs = 1, OutputActivation = "prelu", Optimizer = "sgd", Precision = Precision.Double, Unroll = Unroll.None)]
public sealed partial class PReluOutput;

[Network(Inputs = 450, HiddenLayers = [120, 75], Outputs = 10, Activation = "prelu", OutputActivation = "softmax")]
public sealed partial class PReluThreaded;

[Network(Inputs = 2, Hidden = 4, Outputs = 1, Activation = "prelu", OutputActivation = "linear", Optimizer = "levenberg_marquardt", Precision = Precision.Double)]
public sealed partial class PReluMarquardt;
