namespace XorGen;

/// <summary>The names of the optimizers.</summary>
public static class Optimizers
{
    /// <summary>Stochastic gradient descent, with Momentum and Nesterov.</summary>
    public const string Sgd = "sgd";

    /// <summary>Adam: D. P. Kingma and J. Ba, 2015.</summary>
    public const string Adam = "adam";

    /// <summary>Adam with decoupled weight decay, by default 0.01: I. Loshchilov and F. Hutter, 2019.</summary>
    public const string AdamW = "adamw";

    /// <summary>Adam with Nesterov's momentum: T. Dozat, 2016.</summary>
    public const string NAdam = "nadam";

    /// <summary>Adam whose second moment never falls: S. Reddi, S. Kale and S. Kumar, 2018.</summary>
    public const string AmsGrad = "amsgrad";

    /// <summary>RMSprop, with Rho, Momentum and Centered: T. Tieleman and G. Hinton, 2012.</summary>
    public const string RmsProp = "rmsprop";

    /// <summary>Adagrad: J. Duchi, E. Hazan and Y. Singer, 2011.</summary>
    public const string Adagrad = "adagrad";

    /// <summary>Adadelta, with Rho: M. Zeiler, 2012.</summary>
    public const string Adadelta = "adadelta";

    /// <summary>Lion, which follows the sign of a mean gradient: X. Chen et al., 2023.</summary>
    public const string Lion = "lion";

    /// <summary>iRPROP-, a step size for each parameter, for small data in full batches: C. Igel and M. Huesken, 2000.</summary>
    public const string Rprop = "rprop";

    /// <summary>L-BFGS with a line search for the strong Wolfe conditions: J. Nocedal and S. J. Wright, 2006. For full batches.</summary>
    public const string Lbfgs = "lbfgs";

    /// <summary>Levenberg-Marquardt, for the loss mse: D. W. Marquardt, 1963; K. Madsen, H. B. Nielsen and O. Tingleff, 2004. For full batches.</summary>
    public const string LevenbergMarquardt = "levenberg_marquardt";
}
