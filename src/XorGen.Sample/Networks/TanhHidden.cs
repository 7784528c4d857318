namespace XorGen.Sample.Networks;

/// <summary>The tutorial's third attempt: tanh in the hidden layer; all else, the start too, as in the second.</summary>
[Network(
    Inputs = 2, Hidden = 2, Outputs = 1,
    Activation = Activations.Tanh,
    Initializer = Initializers.Uniform, InitializerScale = 0.1,
    Optimizer = Optimizers.Sgd, BiasLearningRateScale = 0.25,
    Precision = Precision.Double, Seed = 3)]
public partial class TanhHidden;
