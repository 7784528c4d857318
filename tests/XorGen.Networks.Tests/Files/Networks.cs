namespace XorGen.Files;

// For files: the two layouts, both precisions, a struct, layers that learn a slope, dropout, a formula.
[Network(Inputs = 2, Hidden = 2, Outputs = 1)]
public partial class SavedXor;

[Network(Inputs = 3, Hidden = 4, Outputs = 2, OutputActivation = "softmax")]
public partial class SavedClassifier;

[Network(Inputs = 3, Hidden = 4, Outputs = 2, OutputActivation = "softmax", Precision = Precision.Double, Optimizer = "sgd")]
public partial class SavedClassifierDouble;

[Network(Inputs = 3, HiddenLayers = [40, 33], Outputs = 2, OutputActivation = "linear")]
public partial class SavedBlocked;

[Network(Inputs = 3, HiddenLayers = [40, 33], Outputs = 2, OutputActivation = "linear", Precision = Precision.Double)]
public partial class SavedBlockedDouble;

[Network(Inputs = 3, HiddenLayers = [4, 3], Activation = "prelu", Outputs = 2, OutputActivation = "linear")]
public partial struct SavedSlopes;

[Network(Inputs = 5, HiddenLayers = [40, 33], Activation = "prelu", Outputs = 1, OutputActivation = "linear", Precision = Precision.Double)]
public partial class SavedSlopesBlocked;

[Network(Inputs = 2, Outputs = 1)]
[Dense(4)]
[Dropout(0.25)]
[Dense(3, Activation = "relu")]
public partial class SavedDropout;

[Network(Inputs = 2, Outputs = 1)]
[Dense(4)]
[Dense(3, Activation = "relu")]
public partial class SavedWithoutDropout;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = nameof(Bump))]
public partial class SavedFormula
{
    private static float Bump(float z) => z * MathF.Exp(-z * z);
}

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = nameof(Bump))]
public partial class SavedOtherFormula
{
    private static float Bump(float z) => z * MathF.Exp(-2 * z * z);
}

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = nameof(Hill))]
public partial class SavedFormulaOfAnotherName
{
    private static float Hill(float x) => x * MathF.Exp(-x * x);
}

[Network(Inputs = 2, Hidden = 3, Outputs = 2)]
public partial class SavedGeneric<TTag>;

[Network(Inputs = 2, Hidden = 2, Outputs = 1)]
public partial class SavedWithRequired
{
    public required string Title { get; init; }
}

public class DerivedXor : SavedXor;

// For checkpoints: pairs that differ in one option.
[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = "leaky_relu", ActivationAlpha = 0.2)]
public partial class CheckpointAlpha;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = "leaky_relu", ActivationAlpha = 0.9)]
public partial class CheckpointOtherAlpha;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = "softshrink", ActivationThreshold = 0.5)]
public partial class CheckpointThreshold;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = "softshrink", ActivationThreshold = 0.25)]
public partial class CheckpointOtherThreshold;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, OutputActivation = "linear", Loss = "huber")]
public partial class CheckpointDelta;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, OutputActivation = "linear", Loss = "huber", Delta = 2)]
public partial class CheckpointOtherDelta;

[Network(Inputs = 2, Hidden = 2, Outputs = 3, OutputActivation = "softmax", LabelSmoothing = 0.1)]
public partial class CheckpointSmoothing;

[Network(Inputs = 2, Hidden = 2, Outputs = 3, OutputActivation = "softmax")]
public partial class CheckpointOtherSmoothing;

[Network(Inputs = 2, Hidden = 2, Outputs = 1)]
public partial class CheckpointBeta;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Beta1 = 0.5)]
public partial class CheckpointOtherBeta;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, WeightDecay = 0.01)]
public partial class CheckpointDecay;

[Network(Inputs = 2, Hidden = 2, Outputs = 1)]
public partial class CheckpointOtherDecay;
