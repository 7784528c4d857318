namespace XorGen.Sample.Networks;

/// <summary>A matrix of two by two to its exponential.</summary>
[Network(
    Inputs = 4, HiddenLayers = new[] { 32, 16 }, Outputs = 4,
    OutputActivation = Activations.Linear)]
public partial class MatrixExponentialNet;
