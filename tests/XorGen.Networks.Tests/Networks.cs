namespace XorGen;

[Network(Inputs = 2, Hidden = 2, Outputs = 1)]
public sealed partial class XorTanhSingle;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Precision = Precision.Double)]
public sealed partial class XorTanhDouble;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = "sigmoid")]
public sealed partial class XorSigmoidSingle;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = "sigmoid", Precision = Precision.Double)]
public sealed partial class XorSigmoidDouble;

#pragma warning disable XG0028 // A start at zero, as in the tutorial, can be followed by hand.

// The tutorial's networks: gradients summed over the four rows for weights, averaged for biases.
[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = "sigmoid", Initializer = "zeros", Optimizer = "sgd", BiasLearningRateScale = 0.25, Precision = Precision.Double)]
public sealed partial class TutorialSigmoid;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = "tanh", Initializer = "zeros", Optimizer = "sgd", BiasLearningRateScale = 0.25, Precision = Precision.Double)]
public sealed partial class TutorialTanh;

[Network(Inputs = 2, Hidden = 3, Outputs = 1, Activation = "tanh", Initializer = "zeros", Optimizer = "sgd", BiasLearningRateScale = 0.25, Precision = Precision.Double)]
public sealed partial class TutorialTanhOfThree;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = "tanh", Initializer = "zeros", Optimizer = "sgd", BiasLearningRateScale = 0.25, Precision = Precision.Double, Unroll = Unroll.None)]
public sealed partial class TutorialTanhTiled;

[Network(Inputs = 3, Hidden = 4, Outputs = 2, OutputActivation = "linear")]
public partial struct RegressionStruct;

[Network(Inputs = 4, Hidden = 5, Outputs = 3, OutputActivation = "softmax", Optimizer = "sgd", Momentum = 0.9)]
public sealed partial class ScalarClassifier;

[Network(Inputs = 17, HiddenLayers = [64, 33], Outputs = 5, OutputActivation = "softmax")]
public sealed partial class TiledClassifier;

[Network(Inputs = 40, Hidden = 20, Outputs = 1, OutputActivation = "linear", Precision = Precision.Double, GradientClipNorm = 1)]
public sealed partial class TiledRegression;

[Network(Inputs = 6, Hidden = 50, Outputs = 1)]
public sealed partial class TiledWithArguments;

// For checkpoints: both tiers, both precisions, two optimizers.
[Network(Inputs = 3, Hidden = 4, Outputs = 1, OutputActivation = "linear")]
public sealed partial class ScalarAdamSingle;

[Network(Inputs = 3, Hidden = 4, Outputs = 1, OutputActivation = "linear", Precision = Precision.Double)]
public sealed partial class ScalarAdamDouble;

[Network(Inputs = 3, Hidden = 4, Outputs = 1, OutputActivation = "linear", Optimizer = "sgd", Momentum = 0.9)]
public sealed partial class ScalarMomentumSingle;

[Network(Inputs = 3, Hidden = 4, Outputs = 1, OutputActivation = "linear", Optimizer = "sgd", Momentum = 0.9, Nesterov = true, Precision = Precision.Double)]
public sealed partial class ScalarMomentumDouble;

[Network(Inputs = 9, HiddenLayers = [21, 18], Outputs = 1, OutputActivation = "linear")]
public sealed partial class TiledAdamSingle;

[Network(Inputs = 9, HiddenLayers = [21, 18], Outputs = 1, OutputActivation = "linear", Precision = Precision.Double)]
public sealed partial class TiledAdamDouble;

[Network(Inputs = 9, HiddenLayers = [21, 18], Outputs = 1, OutputActivation = "linear", Optimizer = "sgd", Momentum = 0.9)]
public sealed partial class TiledMomentumSingle;

[Network(Inputs = 9, HiddenLayers = [21, 18], Outputs = 1, OutputActivation = "linear", Optimizer = "sgd", Momentum = 0.9, Precision = Precision.Double)]
public sealed partial class TiledMomentumDouble;
