namespace XorGen.Benchmarks.Networks;

// 4-16-16-3 with each activation, and with each optimizer: nothing of the catalogue may be on a slow path.

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Linear, OutputActivation = Activations.Softmax)]
public sealed partial class WithLinear;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Sigmoid, OutputActivation = Activations.Softmax)]
public sealed partial class WithSigmoid;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Tanh, OutputActivation = Activations.Softmax)]
public sealed partial class WithTanh;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Relu, OutputActivation = Activations.Softmax)]
public sealed partial class WithRelu;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.LeakyRelu, OutputActivation = Activations.Softmax)]
public sealed partial class WithLeakyRelu;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.PRelu, OutputActivation = Activations.Softmax)]
public sealed partial class WithPRelu;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Relu6, OutputActivation = Activations.Softmax)]
public sealed partial class WithRelu6;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Threshold, OutputActivation = Activations.Softmax)]
public sealed partial class WithThreshold;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Elu, OutputActivation = Activations.Softmax)]
public sealed partial class WithElu;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Selu, OutputActivation = Activations.Softmax)]
public sealed partial class WithSelu;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Celu, OutputActivation = Activations.Softmax)]
public sealed partial class WithCelu;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Softplus, OutputActivation = Activations.Softmax)]
public sealed partial class WithSoftplus;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Squareplus, OutputActivation = Activations.Softmax)]
public sealed partial class WithSquareplus;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Exponential, OutputActivation = Activations.Softmax)]
public sealed partial class WithExponential;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Gelu, OutputActivation = Activations.Softmax)]
public sealed partial class WithGelu;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.GeluTanh, OutputActivation = Activations.Softmax)]
public sealed partial class WithGeluTanh;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Silu, OutputActivation = Activations.Softmax)]
public sealed partial class WithSilu;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Mish, OutputActivation = Activations.Softmax)]
public sealed partial class WithMish;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.HardTanh, OutputActivation = Activations.Softmax)]
public sealed partial class WithHardTanh;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.HardSigmoid, OutputActivation = Activations.Softmax)]
public sealed partial class WithHardSigmoid;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.HardSwish, OutputActivation = Activations.Softmax)]
public sealed partial class WithHardSwish;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.LogSigmoid, OutputActivation = Activations.Softmax)]
public sealed partial class WithLogSigmoid;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Softsign, OutputActivation = Activations.Softmax)]
public sealed partial class WithSoftsign;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Elliot, OutputActivation = Activations.Softmax)]
public sealed partial class WithElliot;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Arctan, OutputActivation = Activations.Softmax)]
public sealed partial class WithArctan;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.TanhShrink, OutputActivation = Activations.Softmax)]
public sealed partial class WithTanhShrink;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.HardShrink, OutputActivation = Activations.Softmax)]
public sealed partial class WithHardShrink;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.SoftShrink, OutputActivation = Activations.Softmax)]
public sealed partial class WithSoftShrink;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Gaussian, OutputActivation = Activations.Softmax)]
public sealed partial class WithGaussian;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Sin, OutputActivation = Activations.Softmax)]
public sealed partial class WithSin;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, Activation = Activations.Cos, OutputActivation = Activations.Softmax)]
public sealed partial class WithCos;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, OutputActivation = Activations.Softmax, Optimizer = Optimizers.Sgd)]
public sealed partial class BySgd;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, OutputActivation = Activations.Softmax, Optimizer = Optimizers.Adam)]
public sealed partial class ByAdam;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, OutputActivation = Activations.Softmax, Optimizer = Optimizers.AdamW)]
public sealed partial class ByAdamW;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, OutputActivation = Activations.Softmax, Optimizer = Optimizers.NAdam)]
public sealed partial class ByNAdam;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, OutputActivation = Activations.Softmax, Optimizer = Optimizers.AmsGrad)]
public sealed partial class ByAmsGrad;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, OutputActivation = Activations.Softmax, Optimizer = Optimizers.RmsProp)]
public sealed partial class ByRmsProp;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, OutputActivation = Activations.Softmax, Optimizer = Optimizers.Adagrad)]
public sealed partial class ByAdagrad;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, OutputActivation = Activations.Softmax, Optimizer = Optimizers.Adadelta)]
public sealed partial class ByAdadelta;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, OutputActivation = Activations.Softmax, Optimizer = Optimizers.Lion)]
public sealed partial class ByLion;

[Network(Inputs = 4, HiddenLayers = [16, 16], Outputs = 3, OutputActivation = Activations.Softmax, Optimizer = Optimizers.Rprop)]
public sealed partial class ByRprop;
