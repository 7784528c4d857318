using XorGen.Generator.Model;

namespace XorGen.Generator.Catalogue.Optimizers;

/// <summary>The optimizers. Each follows PyTorch's documentation to the letter, where PyTorch has it.</summary>
internal static class OptimizerCatalogue
{
    private static readonly OptimizerSpec Common = new(string.Empty) { DecayBiases = true, BiasLearningRateScale = 1, EtaMinus = 0.5, EtaPlus = 1.2, StepSizeMax = 50 };

    private static readonly OptimizerSpec AdamDefaults = Common with { Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8 };

    public static Catalogue<Optimizer> All { get; } = new(
        "optimizer",
        new Optimizer
        {
            Name = "sgd",
            NamesElsewhere = ["gradient_descent", "ASGD"],
            Formula = "parameter -= learningRate * gradient",
            Source = "B. Polyak, 1964; Y. Nesterov, 1983; torch.optim.SGD",
            Options = ["Momentum", "Nesterov"],
            Defaults = Common,
            DefaultLearningRate = parameters => 0.1,
            Step = GradientDescent.Step,
        },
        new Optimizer
        {
            Name = "adam",
            NamesElsewhere = ["Adamax", "SparseAdam", "RAdam", "Lamb", "Adafactor"],
            Formula = "parameter -= learningRate * m / (sqrt(v) + epsilon), m and v the bias-corrected moments",
            Source = "D. P. Kingma and J. Ba, 2015; torch.optim.Adam",
            Options = ["Beta1", "Beta2", "Epsilon"],
            Defaults = AdamDefaults,
            DefaultLearningRate = ByParameters,
            Step = Adam.Step,
        },
        new Optimizer
        {
            Name = "adamw",
            Formula = "parameter -= learningRate * (weightDecay * parameter + m / (sqrt(v) + epsilon)), m and v as adam's",
            Source = "I. Loshchilov and F. Hutter, 2019; torch.optim.AdamW",
            Options = ["Beta1", "Beta2", "Epsilon"],
            Defaults = AdamDefaults with { WeightDecay = 0.01, DecoupledWeightDecay = true },
            DefaultLearningRate = ByParameters,
            Step = Adam.Step,
        },
        new Optimizer
        {
            Name = "nadam",
            NamesElsewhere = ["nesterov_adam"],
            Formula = "parameter -= learningRate * (mu' m / (1 - mu_1 ... mu') + (1 - mu) gradient / (1 - mu_1 ... mu)) / (sqrt(v) + epsilon)",
            Source = "T. Dozat, 2016; torch.optim.NAdam",
            Options = ["Beta1", "Beta2", "Epsilon", "MomentumDecay"],
            Defaults = AdamDefaults with { MomentumDecay = 0.004 },
            DefaultLearningRate = ByParameters,
            Step = Adam.NesterovStep,
        },
        new Optimizer
        {
            Name = "amsgrad",
            Formula = "parameter -= learningRate * m / (sqrt(v) + epsilon), m and v as adam's, v the largest so far",
            Source = "S. Reddi, S. Kale and S. Kumar, 2018; torch.optim.Adam(amsgrad=True)",
            Options = ["Beta1", "Beta2", "Epsilon"],
            Defaults = AdamDefaults,
            DefaultLearningRate = ByParameters,
            Step = Adam.MonotonicStep,
        },
        new Optimizer
        {
            Name = "rmsprop",
            Formula = "parameter -= learningRate * gradient / (sqrt(v) + epsilon), v = rho v + (1 - rho) gradient^2",
            Source = "T. Tieleman and G. Hinton, 2012; torch.optim.RMSprop, whose alpha is Rho",
            Options = ["Rho", "Epsilon", "Momentum", "Centered"],
            Defaults = Common with { Rho = 0.99, Epsilon = 1e-8 },
            DefaultLearningRate = parameters => ByParameters(parameters) / 3,
            Step = Adaptive.RmsProp,
        },
        new Optimizer
        {
            Name = "adagrad",
            Formula = "parameter -= learningRate / (1 + (t - 1) learningRateDecay) * gradient / (sqrt(initialAccumulatorValue + sum of gradient^2) + epsilon)",
            Source = "J. Duchi, E. Hazan and Y. Singer, 2011; torch.optim.Adagrad",
            Options = ["Epsilon", "LearningRateDecay", "InitialAccumulatorValue"],
            Defaults = Common with { Epsilon = 1e-10 },
            DefaultLearningRate = parameters => 0.1,
            Step = Adaptive.Adagrad,
        },
        new Optimizer
        {
            Name = "adadelta",
            Formula = "parameter -= learningRate * sqrt(u + epsilon) / sqrt(v + epsilon) * gradient, u and v the decaying mean squares of steps and gradients",
            Source = "M. Zeiler, 2012; torch.optim.Adadelta",
            Options = ["Rho", "Epsilon"],
            Defaults = Common with { Rho = 0.9, Epsilon = 1e-6 },
            DefaultLearningRate = parameters => 1,
            Step = Adaptive.Adadelta,
        },
        new Optimizer
        {
            Name = "lion",
            Formula = "parameter -= learningRate * sign(beta1 m + (1 - beta1) gradient), m = beta2 m + (1 - beta2) gradient",
            Source = "X. Chen et al., 2023",
            Options = ["Beta1", "Beta2"],
            Defaults = Common with { Beta1 = 0.9, Beta2 = 0.99, DecoupledWeightDecay = true },
            DefaultLearningRate = parameters => ByParameters(parameters) / 3,
            Step = SignDescent.Lion,
        },
        new Optimizer
        {
            Name = "rprop",
            Aliases = ["irprop", "irprop_minus"],
            Formula = "parameter -= step * sign(gradient), step growing by etaPlus or shrinking by etaMinus as the sign keeps or changes; it starts at learningRate",
            Source = "M. Riedmiller and H. Braun, 1993; C. Igel and M. Huesken, 2000; torch.optim.Rprop",
            Options = ["EtaMinus", "EtaPlus", "StepSizeMin", "StepSizeMax"],
            Defaults = Common with { StepSizeMin = 1e-6 },
            DefaultLearningRate = parameters => 0.01,
            Step = SignDescent.Rprop,
        },
        new Optimizer
        {
            Name = "lbfgs",
            Aliases = ["l_bfgs", "l-bfgs"],
            NamesElsewhere = ["bfgs"],
            Formula = "parameters -= t H gradient, H the inverse Hessian as the last 10 steps show it, t from a line search (in Update, learningRate)",
            Source = "J. Nocedal and S. J. Wright, 2006; torch.optim.LBFGS(line_search_fn='strong_wolfe')",
            Options = [],
            Defaults = Common,
            DefaultLearningRate = parameters => 1,
            Algorithm = new RuntimeAlgorithm("Lbfgs"),
        },
        new Optimizer
        {
            Name = "levenberg_marquardt",
            Aliases = ["lm"],
            NamesElsewhere = ["trainlm"],
            Formula = "parameters -= (JᵀJ + damping I)⁻¹ Jᵀ r, J the derivatives of the outputs and r their errors",
            Source = "D. W. Marquardt, 1963; K. Madsen, H. B. Nielsen and O. Tingleff, 2004",
            Options = [],
            Defaults = Common,
            DefaultLearningRate = parameters => 0.001,
            Algorithm = new RuntimeAlgorithm("LevenbergMarquardt")
            {
                Loss = "mse",
                MaximumParameters = 4096,
                UpdateRefusal = "levenberg_marquardt needs the rows of its step: call Train or Fit instead of Update.",
            },
        });

    /// <summary>A tenth for the smallest networks, less as they grow: measured on XOR and on networks of up to a hundred thousand parameters.</summary>
    private static double ByParameters(int parameters) => Math.Max(0.001, Math.Min(0.1, 1 / Math.Sqrt(parameters)));
}
