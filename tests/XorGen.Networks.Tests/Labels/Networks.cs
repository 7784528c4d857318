namespace XorGen.Labels;

[Network(Inputs = 2, Hidden = 2, Outputs = 1)]
public sealed partial class Xor;

[Network(Inputs = 2, Hidden = 2, Outputs = 1)]
public partial struct XorValue;

[Network(Inputs = 2, Hidden = 3, Outputs = 1, LabelSmoothing = 0.1, Precision = Precision.Double)]
public partial struct SmoothedValue;

[Network(Inputs = 2, Hidden = 40, Outputs = 1, Unroll = Unroll.None)]
public sealed partial class XorBlock;

[Network(Inputs = 2, Hidden = 40, Outputs = 1, Precision = Precision.Double, Optimizer = "sgd", Unroll = Unroll.None)]
public sealed partial class XorBlockDouble;

[Network(Inputs = 2, Hidden = 4, Outputs = 1, Optimizer = "lbfgs", Precision = Precision.Double)]
public sealed partial class XorLbfgs;

[Network(Inputs = 2, Hidden = 4, Outputs = 1, OutputActivation = "linear", Loss = "hinge")]
public sealed partial class Margin;

[Network(Inputs = 2, Hidden = 4, Outputs = 1, OutputActivation = "tanh", Loss = "squared_hinge", Precision = Precision.Double)]
public partial struct MarginValue;

[Network(Inputs = 2, Hidden = 40, Outputs = 1, OutputActivation = "linear", Loss = "squared_hinge", Unroll = Unroll.None)]
public sealed partial class MarginBlock;

[Network(Inputs = 2, Hidden = 4, Outputs = 1, OutputActivation = "tanh", Loss = "mse")]
public sealed partial class TanhError;

[Network(Inputs = 2, Hidden = 4, Outputs = 1, OutputActivation = "linear")]
public sealed partial class LinearError;

[Network(Inputs = 2, Hidden = 4, Outputs = 2)]
public sealed partial class TwoLabels;

[Network(Inputs = 2, Hidden = 4, Outputs = 3, OutputActivation = "softmax")]
public sealed partial class ThreeClasses;

[Network(Inputs = 2, Hidden = 40, Outputs = 3, OutputActivation = "softmax", Loss = "kl_divergence", Precision = Precision.Double, Unroll = Unroll.None)]
public sealed partial class ThreeShares;

[Network(Inputs = 2, Hidden = 4, Outputs = 1, OutputActivation = "exponential", Loss = "poisson_nll")]
public sealed partial class Counts;

[Network(Inputs = 2, Hidden = 4, Outputs = 2, Loss = "gaussian_nll")]
public sealed partial class Noise;

[Network(Inputs = 4, Outputs = 3, OutputActivation = "softmax", LabelSmoothing = 0.2, Precision = Precision.Double, Optimizer = "sgd")]
public sealed partial class SmoothedClasses;

[Network(Inputs = 4, Outputs = 3, OutputActivation = "log_softmax", LabelSmoothing = 0.2, Optimizer = "sgd", Unroll = Unroll.None)]
public sealed partial class SmoothedClassesBlock;

[Network(Inputs = 4, Outputs = 3, OutputActivation = "softmax", Precision = Precision.Double, Optimizer = "sgd")]
public sealed partial class SharpClasses;

[Network(Inputs = 3, Hidden = 4, Outputs = 1, OutputActivation = "linear")]
public sealed partial class LinearScalar;

[Network(Inputs = 3, Hidden = 40, Outputs = 1, OutputActivation = "linear", Unroll = Unroll.None)]
public sealed partial class LinearBlock;

[Network(Inputs = 3, Hidden = 5, Outputs = 1, OutputActivation = "linear", Precision = Precision.Double)]
public sealed partial class LinearScalarDouble;

[Network(Inputs = 3, Hidden = 20, Outputs = 1, OutputActivation = "linear", Precision = Precision.Double, Unroll = Unroll.None)]
public sealed partial class LinearBlockDouble;

[Network(Inputs = 3, Hidden = 4, Outputs = 1, OutputActivation = "linear", Loss = "squared_hinge")]
public sealed partial class SquaredMarginScalar;

[Network(Inputs = 2, Hidden = 3, Outputs = 1, Activation = "relu", OutputActivation = "linear")]
public sealed partial class ReluScalar;

[Network(Inputs = 2, Hidden = 40, Outputs = 1, Activation = "relu", OutputActivation = "linear", Unroll = Unroll.None)]
public sealed partial class ReluBlock;

[Network(Inputs = 2, Hidden = 3, Outputs = 1, Activation = "relu")]
public sealed partial class ReluDecision;

[Network(Inputs = 2, Outputs = 1, OutputActivation = "linear", Optimizer = "sgd", GradientClipValue = 1)]
public sealed partial class ClippedScalar;

[Network(Inputs = 2, Outputs = 1, OutputActivation = "linear", Optimizer = "sgd", GradientClipValue = 1, Unroll = Unroll.None)]
public sealed partial class ClippedBlock;

[Network(Inputs = 2, Hidden = 40, Outputs = 3, OutputActivation = "softmax", Unroll = Unroll.None)]
public sealed partial class ThreeClassesBlock;

[Network(Inputs = 203, Outputs = 2, OutputActivation = "linear")]
public sealed partial class ManyInputs;

[Network(Inputs = 3, HiddenLayers = new[] { 37, 21 }, Outputs = 2, Activation = "relu", OutputActivation = "linear")]
public sealed partial class ManyInputsDeep;
