namespace XorGen.SecondOrder;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Optimizer = "lbfgs", Precision = Precision.Double)]
public sealed partial class XorLbfgsDouble;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Optimizer = "lbfgs")]
public sealed partial class XorLbfgsSingle;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Loss = "mse", Optimizer = "levenberg_marquardt", Precision = Precision.Double)]
public sealed partial class XorMarquardtDouble;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Loss = "mse", Optimizer = "levenberg_marquardt")]
public sealed partial class XorMarquardtSingle;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Loss = "mse", Precision = Precision.Double)]
public sealed partial class XorAdamOnMse;

[Network(Inputs = 1, Hidden = 8, Outputs = 1, OutputActivation = "linear", Precision = Precision.Double)]
public sealed partial class SineAdam;

[Network(Inputs = 1, Hidden = 8, Outputs = 1, OutputActivation = "linear", Optimizer = "lbfgs", Precision = Precision.Double)]
public sealed partial class SineLbfgs;

[Network(Inputs = 1, Hidden = 8, Outputs = 1, OutputActivation = "linear", Optimizer = "lbfgs")]
public sealed partial class SineLbfgsSingle;

[Network(Inputs = 1, Hidden = 8, Outputs = 1, OutputActivation = "linear", Optimizer = "levenberg_marquardt", Precision = Precision.Double)]
public sealed partial class SineMarquardt;

[Network(Inputs = 1, Hidden = 8, Outputs = 1, OutputActivation = "linear", Optimizer = "levenberg_marquardt")]
public sealed partial class SineMarquardtSingle;

[Network(Inputs = 10, Hidden = 8, Outputs = 1, OutputActivation = "linear", Precision = Precision.Double)]
public sealed partial class DiabetesAdam;

[Network(Inputs = 10, Hidden = 8, Outputs = 1, OutputActivation = "linear", Optimizer = "lbfgs", Precision = Precision.Double)]
public sealed partial class DiabetesLbfgs;

[Network(Inputs = 10, Hidden = 8, Outputs = 1, OutputActivation = "linear", Optimizer = "levenberg_marquardt", Precision = Precision.Double)]
public sealed partial class DiabetesMarquardt;

[Network(Inputs = 12, Hidden = 20, Outputs = 3, OutputActivation = "softmax", Optimizer = "lbfgs")]
public sealed partial class TiledLbfgsClassifier;

[Network(Inputs = 12, Hidden = 20, Outputs = 3, OutputActivation = "linear", Optimizer = "levenberg_marquardt")]
public sealed partial class TiledMarquardt;

[Network(Inputs = 3, Hidden = 4, Outputs = 2, Optimizer = "levenberg_marquardt", Loss = "mse", Precision = Precision.Double)]
public sealed partial class TwoSigmoidsMarquardt;
