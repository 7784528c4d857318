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

    /// <summary>f(z)_j = exp(z_j) / sum_k exp(z_k). For the output layer only.</summary>
    public const string Softmax = "softmax";
}
