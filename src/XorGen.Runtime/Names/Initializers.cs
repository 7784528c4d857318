namespace XorGen;

/// <summary>The names of the ways in which parameters start. Where nothing else is said, biases start at zero.</summary>
public static class Initializers
{
    /// <summary>All parameters zero.</summary>
    public const string Zeros = "zeros";

    /// <summary>Weights one.</summary>
    public const string Ones = "ones";

    /// <summary>Weights InitializerScale.</summary>
    public const string Constant = "constant";

    /// <summary>Uniform in [0, InitializerScale), weights and biases.</summary>
    public const string Uniform = "uniform";

    /// <summary>Normal with standard deviation InitializerScale.</summary>
    public const string Normal = "normal";

    /// <summary>Normal with standard deviation InitializerScale, drawn again beyond two of them.</summary>
    public const string TruncatedNormal = "truncated_normal";

    /// <summary>Uniform in ±sqrt(6 / (inputs + outputs)): X. Glorot and Y. Bengio, 2010.</summary>
    public const string GlorotUniform = "glorot_uniform";

    /// <summary>Normal with variance 2 / (inputs + outputs): X. Glorot and Y. Bengio, 2010.</summary>
    public const string GlorotNormal = "glorot_normal";

    /// <summary>Uniform in ±sqrt(6 / inputs): K. He et al., 2015.</summary>
    public const string HeUniform = "he_uniform";

    /// <summary>Normal with variance 2 / inputs: K. He et al., 2015.</summary>
    public const string HeNormal = "he_normal";

    /// <summary>Uniform in ±sqrt(3 / inputs): Y. LeCun et al., 1998.</summary>
    public const string LecunUniform = "lecun_uniform";

    /// <summary>Normal with variance 1 / inputs: Y. LeCun et al., 1998. For selu.</summary>
    public const string LecunNormal = "lecun_normal";

    /// <summary>Uniform in ±sqrt(1 / inputs), weights and biases: torch.nn.Linear.</summary>
    public const string TorchDefault = "torch_default";

    /// <summary>InitializerScale times a random orthogonal matrix: A. Saxe, J. McClelland and S. Ganguli, 2014.</summary>
    public const string Orthogonal = "orthogonal";

    /// <summary>
    /// Neurons whose active regions share out inputs from -1 to 1 between them; InitializerScale makes them sharper:
    /// D. Nguyen and B. Widrow, 1990. For one hidden layer of tanh.
    /// </summary>
    public const string NguyenWidrow = "nguyen_widrow";
}
