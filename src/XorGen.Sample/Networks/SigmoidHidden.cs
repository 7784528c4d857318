namespace XorGen.Sample.Networks;

/// <summary>The tutorial's second attempt: a sigmoid hidden layer that starts from small random numbers.</summary>
[Network(
    Inputs = 2, Hidden = 2, Outputs = 1,
    Activation = Activations.Sigmoid,
    Initializer = Initializers.Uniform, InitializerScale = 0.1,
    Optimizer = Optimizers.Sgd, BiasLearningRateScale = 0.25,
    Precision = Precision.Double, Seed = 0)]
public partial class SigmoidHidden;
