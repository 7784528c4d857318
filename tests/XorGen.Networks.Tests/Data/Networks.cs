namespace XorGen.Data;

[Network(Inputs = 10, Hidden = 8, Outputs = 1, OutputActivation = "linear", Precision = Precision.Double)]
public sealed partial class FoldedRegression;

[Network(Inputs = 10, Hidden = 40, Outputs = 3, OutputActivation = "softmax")]
public sealed partial class FoldedClassifier;
