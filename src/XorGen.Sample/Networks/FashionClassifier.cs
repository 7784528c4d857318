namespace XorGen.Sample.Networks;

/// <summary>A grey picture of 28 by 28 pixels to one of ten kinds of clothes.</summary>
[Network(
    Inputs = 784, Hidden = 128, Outputs = 10,
    Activation = Activations.Relu, OutputActivation = Activations.Softmax, Initializer = Initializers.HeUniform)]
public partial class FashionClassifier;
