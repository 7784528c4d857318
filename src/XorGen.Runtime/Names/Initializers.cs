namespace XorGen;

/// <summary>The names of the ways in which parameters start. Where nothing else is said, biases start at zero.</summary>
public static class Initializers
{
    /// <summary>All parameters zero.</summary>
    public const string Zeros = "zeros";

    /// <summary>Uniform in [0, InitializerScale), weights and biases.</summary>
    public const string Uniform = "uniform";

    /// <summary>Uniform in ±sqrt(6 / (inputs + outputs)): X. Glorot and Y. Bengio, 2010.</summary>
    public const string GlorotUniform = "glorot_uniform";

    /// <summary>Normal with variance 2 / (inputs + outputs): X. Glorot and Y. Bengio, 2010.</summary>
    public const string GlorotNormal = "glorot_normal";

    /// <summary>Uniform in ±sqrt(6 / inputs): K. He et al., 2015.</summary>
    public const string HeUniform = "he_uniform";

    /// <summary>Normal with variance 2 / inputs: K. He et al., 2015.</summary>
    public const string HeNormal = "he_normal";
}
