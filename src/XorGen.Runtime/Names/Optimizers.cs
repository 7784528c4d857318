namespace XorGen;

/// <summary>The names of the optimizers.</summary>
public static class Optimizers
{
    /// <summary>Stochastic gradient descent, with Momentum and Nesterov.</summary>
    public const string Sgd = "sgd";

    /// <summary>Adam: D. P. Kingma and J. Ba, 2015.</summary>
    public const string Adam = "adam";

    /// <summary>L-BFGS with a line search for the strong Wolfe conditions: J. Nocedal and S. J. Wright, 2006. For full batches.</summary>
    public const string Lbfgs = "lbfgs";

    /// <summary>Levenberg-Marquardt, for the loss mse: D. W. Marquardt, 1963; K. Madsen, H. B. Nielsen and O. Tingleff, 2004. For full batches.</summary>
    public const string LevenbergMarquardt = "levenberg_marquardt";
}
