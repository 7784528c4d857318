namespace XorGen;

/// <summary>
/// Makes a partial class (or, for tiny networks, a partial struct) a feed-forward neural network of exactly this
/// shape, at compile time.
/// </summary>
/// <remarks>
/// The hidden layers are given by <see cref="Hidden"/>, by <see cref="HiddenLayers"/>, by one
/// <see cref="DenseAttribute"/> for each layer, or not at all (then it is a linear model: logistic regression with the
/// default output). Names are lower snake case; the classes <see cref="Activations"/>, <see cref="Losses"/>,
/// <see cref="Optimizers"/> and <see cref="Initializers"/> hold them as constants.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>Gets or sets the number of inputs, at least 1. Required.</summary>
    public int Inputs { get; set; }

    /// <summary>Gets or sets the number of outputs, at least 1; for the loss gaussian_nll twice the number of targets. Required.</summary>
    public int Outputs { get; set; }

    /// <summary>Gets or sets the number of neurons of the only hidden layer.</summary>
    public int Hidden { get; set; }

    /// <summary>Gets or sets the numbers of neurons of several hidden layers, from the input to the output.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Attributes take arrays.")]
    public int[]? HiddenLayers { get; set; }

    /// <summary>
    /// Gets or sets the activation of the hidden layers: a name of <see cref="Activations"/>, or that of a static method of the
    /// network's class, <c>nameof(F)</c> of <c>static float F(float x)</c>, whose body is read as a formula and differentiated.
    /// </summary>
    public string Activation { get; set; } = Activations.Tanh;

    /// <summary>
    /// Gets or sets the alpha in the formula of the hidden layers' activation: the slope below zero of leaky_relu, that from which prelu learns its own, the depth of elu
    /// and celu, the largest magnitude of hard_tanh, the sharpness of softplus (PyTorch's beta), the smoothness of squareplus, the
    /// lower value of threshold. The default is PyTorch's, which <see cref="Activations"/> says.
    /// </summary>
    public double ActivationAlpha { get; set; }

    /// <summary>Gets or sets the threshold in the formula of the hidden layers' activation: threshold, hard_shrink or soft_shrink.</summary>
    public double ActivationThreshold { get; set; }

    /// <summary>
    /// Gets or sets the share of the outputs of every hidden layer that a step of training drops, from 0 (none) to below 1: dropout
    /// as <see cref="DropoutAttribute"/> describes it.
    /// </summary>
    public double Dropout { get; set; }

    /// <summary>
    /// Gets or sets the activation of the output layer: a name of <see cref="Activations"/>, or that of a static method of the
    /// network's class, as with <see cref="Activation"/>. With the loss gaussian_nll it is mean_variance by default.
    /// </summary>
    public string OutputActivation { get; set; } = Activations.Sigmoid;

    /// <summary>Gets or sets the alpha in the formula of the output layer's activation: see <see cref="ActivationAlpha"/>.</summary>
    public double OutputActivationAlpha { get; set; }

    /// <summary>Gets or sets the threshold in the formula of the output layer's activation: see <see cref="ActivationThreshold"/>.</summary>
    public double OutputActivationThreshold { get; set; }

    /// <summary>
    /// Gets or sets the loss: a name of <see cref="Losses"/>. By default it follows the output activation:
    /// sigmoid takes binary_cross_entropy, softmax and log_softmax take cross_entropy, mean_variance takes gaussian_nll, all others take mse.
    /// </summary>
    public string? Loss { get; set; }

    /// <summary>Gets or sets the error up to which the huber loss is a parabola.</summary>
    public double Delta { get; set; } = 1;

    /// <summary>
    /// Gets or sets the part of each target that goes to all classes alike, from 0 to below 1: with cross_entropy a target y becomes
    /// <c>(1 - LabelSmoothing) y + LabelSmoothing / OutputCount</c>, as in PyTorch's CrossEntropyLoss; with binary_cross_entropy
    /// <c>(1 - LabelSmoothing) y + LabelSmoothing / 2</c>, as in Keras's BinaryCrossentropy.
    /// </summary>
    public double LabelSmoothing { get; set; }

    /// <summary>Gets or sets the optimizer: a name of <see cref="Optimizers"/>.</summary>
    public string Optimizer { get; set; } = Optimizers.Adam;

    /// <summary>Gets or sets how the parameters start: a name of <see cref="Initializers"/>.</summary>
    public string Initializer { get; set; } = Initializers.GlorotUniform;

    /// <summary>Gets or sets the scale of the initializers that take one: see <see cref="Initializers"/>.</summary>
    public double InitializerScale { get; set; } = 1;

    /// <summary>Gets or sets the type of numbers: <see cref="float"/> or <see cref="double"/>.</summary>
    public Precision Precision { get; set; }

    /// <summary>Gets or sets the seed that the parameterless constructor starts from.</summary>
    public int Seed { get; set; }

    /// <summary>Gets or sets whether the code is unrolled to straight lines.</summary>
    public Unroll Unroll { get; set; }

    /// <summary>Gets or sets the momentum of sgd or rmsprop, from 0 (none) to below 1.</summary>
    public double Momentum { get; set; }

    /// <summary>Gets or sets whether the momentum of sgd is Nesterov's.</summary>
    public bool Nesterov { get; set; }

    /// <summary>Gets or sets the decay of the first moment of adam and its kin, and of lion's step, from 0 to below 1.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Gets or sets the decay of the second moment of adam and its kin, and of lion's moment (by default 0.99), from 0 to below 1.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Gets or sets the decay of the mean squares of rmsprop (by default 0.99) and adadelta (by default 0.9), from 0 to below 1.</summary>
    public double Rho { get; set; }

    /// <summary>Gets or sets the number that the optimizer adds to a denominator: by default PyTorch's: 1e-8, with adagrad 1e-10, with adadelta 1e-6.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>Gets or sets whether rmsprop divides by the deviation of the gradient from its mean.</summary>
    public bool Centered { get; set; }

    /// <summary>Gets or sets how fast the momentum of nadam warms up: it is <c>Beta1 (1 - 0.96^(t MomentumDecay) / 2)</c> in step t.</summary>
    public double MomentumDecay { get; set; } = 0.004;

    /// <summary>Gets or sets the factor of a step of rprop after its gradient has changed its sign: the first of PyTorch's etas.</summary>
    public double EtaMinus { get; set; } = 0.5;

    /// <summary>Gets or sets the factor of a step of rprop after its gradient has kept its sign: the second of PyTorch's etas.</summary>
    public double EtaPlus { get; set; } = 1.2;

    /// <summary>Gets or sets the smallest step of rprop: the first of PyTorch's step_sizes.</summary>
    public double StepSizeMin { get; set; } = 1e-6;

    /// <summary>Gets or sets the largest step of rprop: the second of PyTorch's step_sizes.</summary>
    public double StepSizeMax { get; set; } = 50;

    /// <summary>Gets or sets how fast the rate of adagrad falls: it is <c>learningRate / (1 + (t - 1) LearningRateDecay)</c> in step t. PyTorch's lr_decay.</summary>
    public double LearningRateDecay { get; set; }

    /// <summary>Gets or sets what the sums of squares of adagrad start from.</summary>
    public double InitialAccumulatorValue { get; set; }

    /// <summary>
    /// Gets or sets the strength of the decay of parameters. It is an L2 penalty, <c>gradient + WeightDecay * parameter</c>, unless
    /// <see cref="DecoupledWeightDecay"/> is set. By default 0, and 0.01 with adamw.
    /// </summary>
    public double WeightDecay { get; set; }

    /// <summary>
    /// Gets or sets whether the decay shrinks the parameter itself, <c>parameter - learningRate * WeightDecay * parameter</c>, and
    /// leaves the gradient alone. By default as with adamw and lion, not with the others.
    /// </summary>
    public bool DecoupledWeightDecay { get; set; }

    /// <summary>Gets or sets the strength of the L1 penalty, which makes parameters sparse: <c>gradient + L1 * sign(parameter)</c>.</summary>
    public double L1 { get; set; }

    /// <summary>Gets or sets whether <see cref="WeightDecay"/> and <see cref="L1"/> apply to biases too, and to the slope of prelu.</summary>
    public bool DecayBiases { get; set; } = true;

    /// <summary>Gets or sets the multiple of the learning rate at which biases learn, and the slope of prelu.</summary>
    public double BiasLearningRateScale { get; set; } = 1;

    /// <summary>Gets or sets the largest magnitude that a part of the gradient keeps, after <see cref="GradientClipNorm"/>. 0 means no limit.</summary>
    public double GradientClipValue { get; set; }

    /// <summary>Gets or sets the largest Euclidean norm that a gradient keeps; a longer one is scaled down to it. 0 means no limit.</summary>
    public double GradientClipNorm { get; set; }
}
