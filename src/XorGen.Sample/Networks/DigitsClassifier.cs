namespace XorGen.Sample.Networks;

/// <summary>A handwritten digit of eight by eight pixels to one of ten.</summary>
[Network(
    Inputs = 64, Hidden = 32, Outputs = 10,
    Activation = Activations.Relu, OutputActivation = Activations.Softmax, WeightDecay = 0.001)]
public partial class DigitsClassifier;
