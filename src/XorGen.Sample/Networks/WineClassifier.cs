namespace XorGen.Sample.Networks;

/// <summary>Thirteen measurements of a wine to one of three cultivars.</summary>
[Network(
    Inputs = 13, Hidden = 8, Outputs = 3,
    OutputActivation = Activations.Softmax, WeightDecay = 0.07)]
public partial class WineClassifier;
