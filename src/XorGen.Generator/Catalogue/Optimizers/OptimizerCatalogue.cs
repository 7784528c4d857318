namespace XorGen.Generator.Catalogue.Optimizers;

/// <summary>The optimizers. Each follows PyTorch's documentation to the letter.</summary>
internal static class OptimizerCatalogue
{
    public static Catalogue<Optimizer> All { get; } = new(
        "optimizer",
        new Optimizer
        {
            Name = "sgd",
            Formula = "parameter -= learningRate * gradient",
            Options = ["Momentum", "Nesterov", "WeightDecay"],
            DefaultLearningRate = parameters => 0.1,
            Step = GradientDescent.Step,
        },
        new Optimizer
        {
            Name = "adam",
            Formula = "parameter -= learningRate * m / (sqrt(v) + epsilon), m and v the bias-corrected moments",
            Options = ["Beta1", "Beta2", "Epsilon", "WeightDecay"],
            DefaultLearningRate = parameters => Math.Max(0.001, Math.Min(0.1, 1 / Math.Sqrt(parameters))),
            Step = Adam.Step,
        },
        new Optimizer
        {
            Name = "lbfgs",
            Aliases = ["l_bfgs", "l-bfgs"],
            Formula = "parameters -= t H gradient, H the inverse Hessian as the last 10 steps show it, t from a line search (in Update, learningRate)",
            Options = [],
            DefaultLearningRate = parameters => 1,
            Algorithm = new RuntimeAlgorithm("Lbfgs"),
        },
        new Optimizer
        {
            Name = "levenberg_marquardt",
            Aliases = ["lm"],
            Formula = "parameters -= (JᵀJ + damping I)⁻¹ Jᵀ r, J the derivatives of the outputs and r their errors",
            Options = [],
            DefaultLearningRate = parameters => 0.001,
            Algorithm = new RuntimeAlgorithm("LevenbergMarquardt")
            {
                Loss = "mse",
                MaximumParameters = 4096,
                UpdateRefusal = "levenberg_marquardt needs the rows of its step: call Train or Fit instead of Update.",
            },
        });
}
