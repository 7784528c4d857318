namespace XorGen.Dropout;

[Network(Inputs = 3, Hidden = 4, Outputs = 2, OutputActivation = "linear", Dropout = 0.3)]
public sealed partial class DroppingScalar;

/// <summary>The same without dropout.</summary>
[Network(Inputs = 3, Hidden = 4, Outputs = 2, OutputActivation = "linear")]
public sealed partial class PlainScalar;

[Network(Inputs = 5, Outputs = 3, OutputActivation = "softmax", Optimizer = "sgd", Momentum = 0.9, Precision = Precision.Double, Unroll = Unroll.Full)]
[Dropout(0.2)]
[Dense(7)]
[Dropout(0.5)]
[Dense(6, Activation = "relu")]
public sealed partial class DroppingScalarDouble;

[Network(Inputs = 1, Hidden = 3, Outputs = 1, OutputActivation = "linear", Dropout = 0.5)]
public partial struct DroppingStruct;

[Network(Inputs = 17, Outputs = 5, OutputActivation = "softmax")]
[Dropout(0.1)]
[Dense(32)]
[Dropout(0.25)]
[Dense(19, Activation = "gelu")]
public sealed partial class DroppingVector;

/// <summary>The same without dropout.</summary>
[Network(Inputs = 17, Outputs = 5, OutputActivation = "softmax")]
[Dense(32)]
[Dense(19, Activation = "gelu")]
public sealed partial class PlainVector;

[Network(Inputs = 11, Outputs = 3, OutputActivation = "linear", Precision = Precision.Double, Unroll = Unroll.None, GradientClipNorm = 1)]
[Dense(21)]
[Dropout(0.4)]
public sealed partial class DroppingTiled;

/// <summary>A linear model of which only inputs can be dropped.</summary>
[Network(Inputs = 9, Outputs = 2, OutputActivation = "linear", Precision = Precision.Double, Unroll = Unroll.None)]
[Dropout(0.4)]
public sealed partial class DroppingLinear;

[Network(Inputs = 450, Outputs = 10, OutputActivation = "softmax")]
[Dropout(0.1)]
[Dense(120)]
[Dropout(0.5)]
[Dense(75)]
public sealed partial class DroppingThreaded;
