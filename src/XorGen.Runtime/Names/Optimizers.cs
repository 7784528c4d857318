namespace XorGen;

/// <summary>The names of the optimizers.</summary>
public static class Optimizers
{
    /// <summary>Stochastic gradient descent, with Momentum and Nesterov.</summary>
    public const string Sgd = "sgd";

    /// <summary>Adam: D. P. Kingma and J. Ba, 2015.</summary>
    public const string Adam = "adam";
}
