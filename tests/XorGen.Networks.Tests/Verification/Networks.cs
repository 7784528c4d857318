namespace XorGen.Verification;

[Network(Inputs = 4, HiddenLayers = [5, 3], Outputs = 3, OutputActivation = "softmax", Precision = Precision.Double)]
public sealed partial class CheckedClassifier;

[Network(Inputs = 1, Hidden = 2, Outputs = 1, Activation = "relu", OutputActivation = "linear", Precision = Precision.Double)]
public sealed partial class CheckedRelu;

[Network(Inputs = 1, Hidden = 8, Outputs = 1, Activation = "sin", OutputActivation = "linear")]
public sealed partial class TrainedSine;

[Network(Inputs = 1, Hidden = 8, Outputs = 1, Activation = "sin", OutputActivation = "linear", Precision = Precision.Double)]
public sealed partial class TrainedSineDouble;
