namespace XorGen.Sample.Networks;

#pragma warning disable XG0028 // That nothing is learned from this start is what the tutorial shows.

/// <summary>The tutorial's first attempt: every parameter starts at zero.</summary>
[Network(
    Inputs = 2, Hidden = 2, Outputs = 1,
    Activation = Activations.Sigmoid,
    Initializer = Initializers.Zeros,
    Optimizer = Optimizers.Sgd, BiasLearningRateScale = 0.25,
    Precision = Precision.Double)]
public partial class ZeroStart;
