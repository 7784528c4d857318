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
        });
}
