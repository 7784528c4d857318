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
