namespace XorGen;

/// <summary>The names of the activation functions.</summary>
public static class Activations
{
    /// <summary>f(z) = z.</summary>
    public const string Linear = "linear";

    /// <summary>f(z) = 1 / (1 + exp(-z)).</summary>
    public const string Sigmoid = "sigmoid";

    /// <summary>f(z) = tanh(z).</summary>
    public const string Tanh = "tanh";

    /// <summary>f(z) = max(z, 0).</summary>
    public const string Relu = "relu";

    /// <summary>f(z) = z where z > 0, else alpha z; alpha is 0.01 by default.</summary>
    public const string LeakyRelu = "leaky_relu";

    /// <summary>f(z) = z where z > 0, else alpha z, where each layer learns its alpha, a parameter after its biases, from 0.25 on.</summary>
    public const string PRelu = "prelu";

    /// <summary>f(z) = min(max(z, 0), 6).</summary>
    public const string Relu6 = "relu6";

    /// <summary>f(z) = z where z > threshold, else alpha; both are 0 by default.</summary>
    public const string Threshold = "threshold";

    /// <summary>f(z) = z where z > 0, else alpha (exp(z) - 1); alpha is 1 by default.</summary>
    public const string Elu = "elu";

    /// <summary>The elu whose alpha and scale keep mean 0 and variance 1: G. Klambauer et al., 2017.</summary>
    public const string Selu = "selu";

    /// <summary>f(z) = z where z > 0, else alpha (exp(z / alpha) - 1); alpha is 1 by default.</summary>
    public const string Celu = "celu";

    /// <summary>f(z) = log(1 + exp(alpha z)) / alpha; alpha, PyTorch's beta, is 1 by default.</summary>
    public const string Softplus = "softplus";

    /// <summary>f(z) = (z + sqrt(z^2 + alpha)) / 2; alpha is 4 by default.</summary>
    public const string Squareplus = "squareplus";

    /// <summary>f(z) = exp(z).</summary>
    public const string Exponential = "exponential";

    /// <summary>f(z) = z (1 + erf(z / sqrt 2)) / 2.</summary>
    public const string Gelu = "gelu";

    /// <summary>f(z) = z (1 + tanh(sqrt(2 / pi) (z + 0.044715 z^3))) / 2.</summary>
    public const string GeluTanh = "gelu_tanh";

    /// <summary>f(z) = z / (1 + exp(-z)), also called swish.</summary>
    public const string Silu = "silu";

    /// <summary>f(z) = z tanh(log(1 + exp(z))).</summary>
    public const string Mish = "mish";

    /// <summary>f(z) = min(max(z, -alpha), alpha); alpha is 1 by default.</summary>
    public const string HardTanh = "hard_tanh";

    /// <summary>f(z) = min(max(z + 3, 0), 6) / 6.</summary>
    public const string HardSigmoid = "hard_sigmoid";

    /// <summary>f(z) = z min(max(z + 3, 0), 6) / 6.</summary>
    public const string HardSwish = "hard_swish";

    /// <summary>f(z) = log(1 / (1 + exp(-z))).</summary>
    public const string LogSigmoid = "log_sigmoid";

    /// <summary>f(z) = z / (1 + |z|).</summary>
    public const string Softsign = "softsign";

    /// <summary>f(z) = z / (2 (1 + |z|)) + 1 / 2.</summary>
    public const string Elliot = "elliot";

    /// <summary>f(z) = atan(z).</summary>
    public const string Arctan = "arctan";

    /// <summary>f(z) = z - tanh(z).</summary>
    public const string TanhShrink = "tanh_shrink";

    /// <summary>f(z) = z where |z| > threshold, else 0; the threshold is 0.5 by default.</summary>
    public const string HardShrink = "hard_shrink";

    /// <summary>f(z) = z less its part within ±threshold; the threshold is 0.5 by default.</summary>
    public const string SoftShrink = "soft_shrink";

    /// <summary>f(z) = exp(-z^2).</summary>
    public const string Gaussian = "gaussian";

    /// <summary>f(z) = sin(z).</summary>
    public const string Sin = "sin";

    /// <summary>f(z) = cos(z).</summary>
    public const string Cos = "cos";

    /// <summary>f(z)_j = exp(z_j) / sum_k exp(z_k). For the output layer only.</summary>
    public const string Softmax = "softmax";

    /// <summary>f(z)_j = log(exp(z_j) / sum_k exp(z_k)). For the output layer only.</summary>
    public const string LogSoftmax = "log_softmax";

    /// <summary>f(z)_j = z_j in the first half of the outputs, means, and log(1 + exp(z_j)) in the second, their variances. For the output layer only.</summary>
    public const string MeanVariance = "mean_variance";
}
