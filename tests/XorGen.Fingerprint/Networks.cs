namespace XorGen.Fingerprint;

[Network(Inputs = 2, Hidden = 2, Outputs = 1)]
internal sealed partial class ScalarSingle;

[Network(Inputs = 5, HiddenLayers = [6, 3], Outputs = 3, Activation = "sigmoid", OutputActivation = "softmax", Optimizer = "sgd", Momentum = 0.9, Precision = Precision.Double)]
internal sealed partial class ScalarDouble;

[Network(Inputs = 17, HiddenLayers = [64, 33], Outputs = 5, OutputActivation = "softmax", GradientClipNorm = 1)]
internal sealed partial class TiledSingle;

[Network(Inputs = 19, HiddenLayers = [40, 21], Outputs = 2, Activation = "relu", OutputActivation = "linear", Initializer = "he_normal", WeightDecay = 0.001, Precision = Precision.Double)]
internal sealed partial class TiledDouble;

[Network(Inputs = 17, HiddenLayers = [20, 9], Outputs = 5, Optimizer = "lbfgs")]
internal sealed partial class LbfgsSingle;

[Network(Inputs = 7, Hidden = 11, Outputs = 2, OutputActivation = "linear", Optimizer = "levenberg_marquardt", Precision = Precision.Double)]
internal sealed partial class MarquardtDouble;

[Network(Inputs = 2, Hidden = 9, Outputs = 1, Dropout = 0.2)]
internal sealed partial class ScalarDropout;

[Network(Inputs = 19, Outputs = 2, Activation = "gelu", OutputActivation = "linear", Precision = Precision.Double)]
[Dropout(0.1)]
[Dense(40)]
[Dropout(0.5)]
[Dense(16)]
[Dropout(0.25)]
internal sealed partial class BlockDropout;

[Network(Inputs = 3, HiddenLayers = [5, 4], Outputs = 2, Activation = "prelu", OutputActivation = "linear")]
internal sealed partial class ScalarPRelu;

[Network(Inputs = 19, HiddenLayers = [40, 21], Outputs = 2, Activation = "prelu", OutputActivation = "prelu", Precision = Precision.Double)]
internal sealed partial class BlockPRelu;

[Network(Inputs = 64, HiddenLayers = [144, 70, 12], Outputs = 1, Activation = "sigmoid", OutputActivation = "linear")]
internal sealed partial class VectorSingle;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, OutputActivation = "softmax", Precision = Precision.Double)]
internal sealed partial class VectorDouble;

[Network(Inputs = 6, HiddenLayers = [37, 3], Outputs = 11, Activation = "softplus", OutputActivation = "softmax", Optimizer = "adamw", WeightDecay = 0.01)]
internal sealed partial class NarrowSingle;

[Network(Inputs = 6, HiddenLayers = [45, 6], Outputs = 1, Activation = "sigmoid", OutputActivation = "linear", Optimizer = "sgd", Momentum = 0.9, Precision = Precision.Double)]
internal sealed partial class NarrowDouble;
