namespace XorGen.Benchmarks.Networks;

// The networks of the benchmarks, declared as a user would. Layers, activations and losses are the same for all peers.

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Optimizer = Optimizers.Sgd, Precision = Precision.Double)]
public sealed partial class XorDouble;

[Network(Inputs = 2, Hidden = 2, Outputs = 1, Optimizer = Optimizers.Sgd)]
public sealed partial class XorSingle;

/// <summary>What FANN minimises: the squared error behind a sigmoid.</summary>
[Network(Inputs = 2, Hidden = 2, Outputs = 1, Optimizer = Optimizers.Sgd, Loss = Losses.Mse)]
public sealed partial class XorSquaredError;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, OutputActivation = Activations.Softmax)]
public sealed partial class Flowers;

[Network(Inputs = 4, HiddenLayers = [32, 16], Outputs = 4, OutputActivation = Activations.Linear)]
public sealed partial class MatrixExponential;

[Network(Inputs = 64, Hidden = 32, Outputs = 10, Activation = Activations.Relu, OutputActivation = Activations.Softmax)]
public sealed partial class Digits;

[Network(Inputs = 17, HiddenLayers = [64, 64], Outputs = 6, OutputActivation = Activations.Linear)]
public sealed partial class Policy;

[Network(Inputs = 784, Hidden = 128, Outputs = 10, Activation = Activations.Relu, OutputActivation = Activations.Softmax, Optimizer = Optimizers.Sgd)]
public sealed partial class MnistSgd;

[Network(Inputs = 784, Hidden = 128, Outputs = 10, Activation = Activations.Relu, OutputActivation = Activations.Softmax)]
public sealed partial class MnistAdam;

/// <summary>One layer without an activation: a matrix product, and nothing else.</summary>
[Network(Inputs = 784, Outputs = 128, OutputActivation = Activations.Linear, Optimizer = Optimizers.Sgd)]
public sealed partial class Product;
