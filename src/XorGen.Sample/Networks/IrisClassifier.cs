namespace XorGen.Sample.Networks;

/// <summary>Four lengths of an iris to one of three species.</summary>
[Network(
    Inputs = 4, Hidden = 8, Outputs = 3,
    OutputActivation = Activations.Softmax, WeightDecay = 0.01)]
public partial class IrisClassifier;
