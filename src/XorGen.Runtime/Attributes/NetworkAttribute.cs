namespace XorGen;

/// <summary>
/// Makes a partial class (or, for tiny networks, a partial struct) a feed-forward neural network of exactly this
/// shape, at compile time.
/// </summary>
/// <remarks>
/// The hidden layers are given by <see cref="Hidden"/>, by <see cref="HiddenLayers"/>, by one
/// <see cref="DenseAttribute"/> for each layer, or not at all (then it is a linear model: logistic regression with the
/// default output). Names are lower snake case; the classes <see cref="Activations"/>, <see cref="Losses"/>,
/// <see cref="Optimizers"/> and <see cref="Initializers"/> hold them as constants. What is not given has its default, which each property
/// states; where that depends on the optimizer or the loss, the property of an attribute object that reflection gives does not say so. An option
/// that the optimizer, loss, activation or initializer does not use is a warning, XG0011, and one out of its range an error, XG0010.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>Gets or sets the number of inputs, at least 1. Required.</summary>
    public int Inputs { get; set; }

    /// <summary>Gets or sets the number of outputs, at least 1; for the loss gaussian_nll twice the number of targets. Required.</summary>
    public int Outputs { get; set; }

    /// <summary>Gets or sets the number of neurons of the only hidden layer, at least 1. By default there is no hidden layer.</summary>
    public int Hidden { get; set; }

    /// <summary>Gets or sets the numbers of neurons of several hidden layers, from the input to the output, each at least 1. By default there is no hidden layer.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Attributes take arrays.")]
    public int[]? HiddenLayers { get; set; }

    /// <summary>
    /// Gets or sets the activation of the hidden layers: a name of <see cref="Activations"/>, or that of a static method of the
    /// network's class, <c>nameof(F)</c> of <c>static float F(float x)</c>, whose body is read as a formula and differentiated. By default "tanh".
    /// </summary>
    public string Activation { get; set; } = Activations.Tanh;

    /// <summary>
    /// Gets or sets the alpha in the formula of the hidden layers' activation: the slope below zero of leaky_relu, that from which prelu learns its own, the depth of elu
    /// and celu, the largest magnitude of hard_tanh, the sharpness of softplus (PyTorch's beta), the smoothness of squareplus, the
    /// lower value of threshold. The default is PyTorch's, which <see cref="Activations"/> says.
    /// </summary>
    public double ActivationAlpha { get; set; }

    /// <summary>Gets or sets the threshold in the formula of the hidden layers' activation: threshold, hard_shrink or soft_shrink. The default is PyTorch's, which <see cref="Activations"/> says.</summary>
    public double ActivationThreshold { get; set; }

    /// <summary>
    /// Gets or sets the share of the outputs of every hidden layer that a step of training drops, from 0 to less than 1: dropout
    /// as <see cref="DropoutAttribute"/> describes it. By default 0, which drops none.
    /// </summary>
    public double Dropout { get; set; }

    /// <summary>
    /// Gets or sets the activation of the output layer: a name of <see cref="Activations"/>, or that of a static method of the
    /// network's class, as with <see cref="Activation"/>. By default "sigmoid", with the loss gaussian_nll "mean_variance".
    /// </summary>
    public string OutputActivation { get; set; } = Activations.Sigmoid;

    /// <summary>Gets or sets the alpha in the formula of the output layer's activation: see <see cref="ActivationAlpha"/>. The default is PyTorch's, which <see cref="Activations"/> says.</summary>
    public double OutputActivationAlpha { get; set; }

    /// <summary>Gets or sets the threshold in the formula of the output layer's activation: see <see cref="ActivationThreshold"/>. The default is PyTorch's, which <see cref="Activations"/> says.</summary>
    public double OutputActivationThreshold { get; set; }

    /// <summary>
    /// Gets or sets the loss: a name of <see cref="Losses"/>. By default it follows the output activation:
    /// sigmoid takes binary_cross_entropy, softmax and log_softmax take cross_entropy, mean_variance takes gaussian_nll, all others take mse.
    /// </summary>
    public string? Loss { get; set; }

    /// <summary>Gets or sets the error up to which the huber loss is a parabola: a positive number. By default 1.</summary>
    public double Delta { get; set; } = 1;

    /// <summary>
    /// Gets or sets the part of each target that goes to all classes alike, from 0 to less than 1, by default 0: with cross_entropy a target y becomes
    /// <c>(1 - LabelSmoothing) y + LabelSmoothing / OutputCount</c>, as in PyTorch's CrossEntropyLoss; with binary_cross_entropy
    /// <c>(1 - LabelSmoothing) y + LabelSmoothing / 2</c>, as in Keras's BinaryCrossentropy.
    /// </summary>
    public double LabelSmoothing { get; set; }

    /// <summary>Gets or sets the optimizer: a name of <see cref="Optimizers"/>. By default "adam".</summary>
    public string Optimizer { get; set; } = Optimizers.Adam;

    /// <summary>Gets or sets how the parameters start: a name of <see cref="Initializers"/>. By default "glorot_uniform".</summary>
    public string Initializer { get; set; } = Initializers.GlorotUniform;

    /// <summary>Gets or sets the scale of the initializers that take one, a positive number: see <see cref="Initializers"/>. By default 1.</summary>
    public double InitializerScale { get; set; } = 1;

    /// <summary>Gets or sets the type of numbers: <see cref="Precision.Single"/>, <see cref="float"/>, which is the default, or <see cref="Precision.Double"/>, <see cref="double"/>.</summary>
    public Precision Precision { get; set; }

    /// <summary>Gets or sets the seed that the parameterless constructor starts from: any number. By default 0.</summary>
    public int Seed { get; set; }

    /// <summary>Gets or sets whether the code is unrolled to straight lines. By default <see cref="Unroll.Auto"/>: where that is estimated to be faster.</summary>
    public Unroll Unroll { get; set; }

    /// <summary>Gets or sets the momentum of sgd or rmsprop, from 0 to less than 1. By default 0, which is none.</summary>
    /// <remarks>
    /// sgd: <c>v = Momentum v + gradient; parameter -= learningRate v</c>. rmsprop: the same with its scaled gradient. As in PyTorch.
    /// </remarks>
    public double Momentum { get; set; }

    /// <summary>Gets or sets whether the momentum of sgd is Nesterov's. By default false.</summary>
    /// <remarks><c>parameter -= learningRate (gradient + Momentum v)</c>, which needs a <see cref="Momentum"/> above 0.</remarks>
    public bool Nesterov { get; set; }

    /// <summary>Gets or sets the decay of the first moment of adam, adamw, nadam and amsgrad, and of lion's step, from 0 to less than 1. By default 0.9.</summary>
    /// <remarks><c>m = Beta1 m + (1 - Beta1) gradient</c>; lion steps along <c>sign(Beta1 m + (1 - Beta1) gradient)</c>.</remarks>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets the decay of the second moment of adam, adamw, nadam and amsgrad, and of lion's moment, from 0 to less than 1. By default 0.999, with lion 0.99.</summary>
    /// <remarks><c>v = Beta2 v + (1 - Beta2) gradient^2</c>; lion: <c>m = Beta2 m + (1 - Beta2) gradient</c>.</remarks>
    public double Beta2 { get; set; }

    /// <summary>Gets or sets the decay of the mean squares of rmsprop, where PyTorch calls it alpha, and adadelta, from 0 to less than 1. By default 0.99, with adadelta 0.9.</summary>
    /// <remarks><c>v = Rho v + (1 - Rho) gradient^2</c>.</remarks>
    public double Rho { get; set; }

    /// <summary>Gets or sets what the optimizer adds to a denominator: a number that is not negative. By default 1e-8, with adagrad 1e-10, with adadelta 1e-6.</summary>
    /// <remarks><c>parameter -= learningRate m / (sqrt(v) + Epsilon)</c>, or with the numerator that the optimizer has.</remarks>
    public double Epsilon { get; set; }

    /// <summary>Gets or sets whether rmsprop divides by the deviation of the gradient from its mean. By default false.</summary>
    public bool Centered { get; set; }

    /// <summary>Gets or sets how fast the momentum of nadam warms up: a number that is not negative. By default 0.004.</summary>
    /// <remarks>The momentum is <c>Beta1 (1 - 0.96^(t MomentumDecay) / 2)</c> in step t.</remarks>
    public double MomentumDecay { get; set; } = 0.004;

    /// <summary>Gets or sets the factor of a step of rprop after its gradient has changed its sign, the first of PyTorch's etas: more than 0 and less than 1. By default 0.5.</summary>
    public double EtaMinus { get; set; } = 0.5;

    /// <summary>Gets or sets the factor of a step of rprop after its gradient has kept its sign, the second of PyTorch's etas: more than 1. By default 1.2.</summary>
    public double EtaPlus { get; set; } = 1.2;

    /// <summary>Gets or sets the smallest step of rprop, the first of PyTorch's step_sizes: a number that is not negative. By default 1e-6.</summary>
    public double StepSizeMin { get; set; } = 1e-6;

    /// <summary>Gets or sets the largest step of rprop, the second of PyTorch's step_sizes: a positive number, at least <see cref="StepSizeMin"/>. By default 50.</summary>
    public double StepSizeMax { get; set; } = 50;

    /// <summary>Gets or sets how fast the rate of adagrad falls, PyTorch's lr_decay: a number that is not negative. By default 0.</summary>
    /// <remarks>The rate is <c>learningRate / (1 + (t - 1) LearningRateDecay)</c> in step t.</remarks>
    public double LearningRateDecay { get; set; }

    /// <summary>Gets or sets what the sums of squares of adagrad start from: a number that is not negative. By default 0.</summary>
    public double InitialAccumulatorValue { get; set; }

    /// <summary>Gets or sets the strength of the decay of parameters: a number that is not negative. By default 0, with adamw 0.01.</summary>
    /// <remarks>
    /// An L2 penalty, <c>gradient + WeightDecay parameter</c>, unless <see cref="DecoupledWeightDecay"/> is set. Every optimizer but lbfgs and
    /// levenberg_marquardt takes it.
    /// </remarks>
    public double WeightDecay { get; set; }

    /// <summary>
    /// Gets or sets whether the decay shrinks the parameter itself, <c>parameter - learningRate WeightDecay parameter</c>, and
    /// leaves the gradient alone. By default false, with adamw and lion true.
    /// </summary>
    public bool DecoupledWeightDecay { get; set; }

    /// <summary>Gets or sets the strength of the L1 penalty, which makes parameters sparse: a number that is not negative. By default 0.</summary>
    /// <remarks><c>gradient + L1 sign(parameter)</c>. Every optimizer but lbfgs and levenberg_marquardt takes it.</remarks>
    public double L1 { get; set; }

    /// <summary>Gets or sets whether <see cref="WeightDecay"/> and <see cref="L1"/> apply to biases too, and to the slope of prelu. By default true.</summary>
    public bool DecayBiases { get; set; } = true;

    /// <summary>Gets or sets the multiple of the learning rate at which biases learn, and the slope of prelu: a number that is not negative. By default 1.</summary>
    public double BiasLearningRateScale { get; set; } = 1;

    /// <summary>
    /// Gets or sets the largest magnitude that a part of the gradient keeps, after <see cref="GradientClipNorm"/>: a number that is not
    /// negative, where 0 is no clipping. By default 0.
    /// </summary>
    public double GradientClipValue { get; set; }

    /// <summary>
    /// Gets or sets the largest Euclidean norm that a gradient keeps; a longer one is scaled down to it: a number that is not negative, where 0
    /// is no clipping. By default 0.
    /// </summary>
    public double GradientClipNorm { get; set; }
}
