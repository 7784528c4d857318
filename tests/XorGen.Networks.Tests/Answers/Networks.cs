namespace XorGen.Answers;

[Network(Inputs = 3, Hidden = 4, Outputs = 1)]
public sealed partial class BinarySingle;

[Network(Inputs = 3, Hidden = 4, Outputs = 1, Precision = Precision.Double, Unroll = Unroll.None)]
public sealed partial class BinaryBlockDouble;

[Network(Inputs = 3, Hidden = 4, Outputs = 1)]
public partial struct BinaryStruct;

[Network(Inputs = 3, Hidden = 4, Outputs = 1, OutputActivation = "linear", Loss = "hinge", Precision = Precision.Double)]
public sealed partial class HingeDouble;

[Network(Inputs = 3, Hidden = 40, Outputs = 1, OutputActivation = "tanh", Loss = "squared_hinge")]
public sealed partial class HingeBlock;

[Network(Inputs = 3, Hidden = 4, Outputs = 3, OutputActivation = "softmax", Precision = Precision.Double)]
public sealed partial class ClassesDouble;

[Network(Inputs = 3, Hidden = 40, Outputs = 5, OutputActivation = "log_softmax")]
public sealed partial class ClassesBlock;

[Network(Inputs = 2, Outputs = 3000, OutputActivation = "softmax")]
public sealed partial class ManyClasses;

// Classes are no answer of these: several labels at once, and measured values.
[Network(Inputs = 3, Hidden = 4, Outputs = 2)]
public sealed partial class SeveralLabels;

[Network(Inputs = 3, Hidden = 4, Outputs = 2, OutputActivation = "linear", Loss = "hinge")]
public sealed partial class SeveralSigns;

[Network(Inputs = 3, Hidden = 4, Outputs = 1, OutputActivation = "linear")]
public sealed partial class OneValue;

// Without hidden layers: the only layer's sums go straight to the outputs.
[Network(Inputs = 40, Outputs = 40, OutputActivation = "linear", Unroll = Unroll.None)]
public sealed partial class OneLayerSingle;

[Network(Inputs = 40, Outputs = 40, OutputActivation = "linear", Precision = Precision.Double, Unroll = Unroll.None)]
public sealed partial class OneLayerDouble;

[Network(Inputs = 300, Outputs = 3, OutputActivation = "linear")]
public sealed partial class FewNeurons;

[Network(Inputs = 600, Outputs = 600, OutputActivation = "linear")]
public sealed partial class OneWideLayer;

[Network(Inputs = 4, Outputs = 3, OutputActivation = "softmax")]
public sealed partial class OneLayerScalar;

// More outputs than inputs.
[Network(Inputs = 2, Hidden = 4, Outputs = 3, OutputActivation = "linear")]
public sealed partial class WideningScalar;

[Network(Inputs = 10, Hidden = 60, Outputs = 20, OutputActivation = "linear", Precision = Precision.Double)]
public sealed partial class WideningBlock;

[Network(Inputs = 7, Hidden = 3, Outputs = 2, OutputActivation = "linear")]
public partial struct NarrowingStruct;

[Network(Inputs = 3, Hidden = 4, Outputs = 3, OutputActivation = "softmax", Precision = Precision.Double)]
public partial struct ClassesStruct;
