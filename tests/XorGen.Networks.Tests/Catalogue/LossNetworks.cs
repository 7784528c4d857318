namespace XorGen.Catalogue;

[Network(Inputs = 3, Hidden = 4, Outputs = 3, OutputActivation = "softmax", LabelSmoothing = 0.1, Precision = Precision.Double)]
public sealed partial class SmoothedClassifier;

[Network(Inputs = 3, Hidden = 4, Outputs = 3, OutputActivation = "softmax", Precision = Precision.Double)]
public sealed partial class PlainClassifier;

[Network(Inputs = 3, Hidden = 4, Outputs = 3, OutputActivation = "log_softmax", Precision = Precision.Double)]
public sealed partial class LogClassifier;

[Network(Inputs = 30, Hidden = 40, Outputs = 10, OutputActivation = "softmax")]
public sealed partial class PlainTiledClassifier;

[Network(Inputs = 30, Hidden = 40, Outputs = 10, OutputActivation = "log_softmax", Loss = "nll_loss")]
public sealed partial class LogTiledClassifier;

[Network(Inputs = 3, Hidden = 4, Outputs = 1, LabelSmoothing = 0.2, Precision = Precision.Double)]
public sealed partial class SmoothedDecision;

[Network(Inputs = 3, Hidden = 4, Outputs = 1, Precision = Precision.Double)]
public sealed partial class PlainDecision;

[Network(Inputs = 1, Hidden = 16, Outputs = 2, Loss = "gaussian_nll", Precision = Precision.Double)]
public sealed partial class NoisyLine;

[Network(Inputs = 1, HiddenLayers = [24, 24], Outputs = 4, Loss = Losses.GaussianNll)]
public sealed partial class TwoNoisyLines;

[Network(Inputs = 2, Hidden = 3, Outputs = 2, OutputActivation = Activations.MeanVariance, Optimizer = "lbfgs", Precision = Precision.Double)]
public sealed partial class LbfgsNoisyLine;
