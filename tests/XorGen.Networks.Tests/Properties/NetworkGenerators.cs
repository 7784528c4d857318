using CsCheck;
using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Catalogue.Optimizers;

namespace XorGen.Properties;

/// <summary>Random networks and random data.</summary>
internal static class NetworkGenerators
{
    private static readonly string[] Elementwise = [.. ActivationCatalogue.All.Entries.OfType<ElementwiseActivation>().Select(entry => entry.Name)];

    /// <summary>Every activation, with its own numbers or others.</summary>
    private static readonly Gen<(string Name, double? Alpha, double? Threshold)> Hidden =
        from name in OneOf(Elementwise)
        from alpha in Gen.Double[0.1, 2]
        from threshold in Gen.Double[0.1, 1]
        from hasNumbers in Gen.Bool
        let entry = ActivationCatalogue.All[name]
        select (name, hasNumbers && entry.Alpha is not null ? Rounded(alpha) : default(double?), hasNumbers && entry.Threshold is not null ? Rounded(threshold) : default(double?));

    /// <summary>Every loss on every output that it is defined on.</summary>
    private static readonly Gen<(string Activation, string Loss, int MinimumOutputs)> Output = OneOf(
    [
        .. from loss in LossCatalogue.All.Entries
           from activation in loss.OutputActivations is { Length: > 0 } some ? some : ["linear", "sigmoid", "tanh", "softmax", "log_softmax", "gelu"]
           select (activation, loss.Name, ActivationCatalogue.All[activation] is ElementwiseActivation ? 1 : 2),
        .. from activation in Elementwise select (activation, "mse", 1),
    ]);

    /// <summary>The optimizers whose step is made of formulas; those of the runtime have tests of their own.</summary>
    private static readonly Optimizer[] Stepping = [.. OptimizerCatalogue.All.Entries.Where(entry => entry.Algorithm is null)];

    /// <summary>Every optimizer, with and without what all of them have in common, and what only some have.</summary>
    private static readonly Gen<NetworkDeclaration> Optimizers = Gen.OneOf(
        OneOf([.. Stepping.Select(entry => new NetworkDeclaration { Sizes = [], Optimizer = entry.Name })]),
        OneOf([.. Stepping.Select(entry => new NetworkDeclaration { Sizes = [], Optimizer = entry.Name, WeightDecay = 0.1, L1 = 0.05, DecayBiases = false })]),
        OneOf([.. Stepping.Select(entry => new NetworkDeclaration { Sizes = [], Optimizer = entry.Name, WeightDecay = 0.1, DecoupledWeightDecay = true, BiasLearningRateScale = 2, GradientClipNorm = 0.1 })]),
        OneOf([.. Stepping.Select(entry => new NetworkDeclaration { Sizes = [], Optimizer = entry.Name, WeightDecay = 0.1, DecoupledWeightDecay = false, L1 = 0.05, GradientClipValue = 0.02 })]),
        OneOf(
            new NetworkDeclaration { Sizes = [], Optimizer = "sgd", Momentum = 0.9, WeightDecay = 0.01 },
            new NetworkDeclaration { Sizes = [], Optimizer = "sgd", Momentum = 0.8, Nesterov = true, BiasLearningRateScale = 0.25 },
            new NetworkDeclaration { Sizes = [], Optimizer = "rmsprop", Momentum = 0.9, Rho = 0.9 },
            new NetworkDeclaration { Sizes = [], Optimizer = "rmsprop", Centered = true, DecayBiases = false, WeightDecay = 0.1 },
            new NetworkDeclaration { Sizes = [], Optimizer = "adadelta", Rho = 0.8 },
            new NetworkDeclaration { Sizes = [], Optimizer = "nadam", MomentumDecay = 0.25 },
            new NetworkDeclaration { Sizes = [], Optimizer = "adagrad", LearningRateDecay = 0.5, InitialAccumulatorValue = 0.125, BiasLearningRateScale = 2 },
            new NetworkDeclaration { Sizes = [], Optimizer = "rprop", EtaMinus = 0.25, EtaPlus = 1.5, StepSizeMin = 0.03, StepSizeMax = 0.1 }));

    /// <summary>Networks small enough for either form, and larger ones; the form is random where both are possible.</summary>
    public static Gen<NetworkDeclaration> Declarations { get; } =
        from large in Gen.Bool
        from inputs in Gen.Int[1, large ? 40 : 6]
        from hidden in Gen.Int[1, large ? 40 : 6].Array[0, 3]
        from output in Output
        from outputs in Gen.Int[output.MinimumOutputs, large ? 20 : 4]
        from smoothing in OneOf(0, 0.1, 0.5)
        let entry = LossCatalogue.All[output.Loss]
        from activation in Hidden
        from optimizer in Optimizers
        from isSingle in Gen.Bool
        from unroll in Gen.Bool
        from dropout in OneOf(0, 0, 0.25)
        from inputDropout in OneOf(0, 0, 0.125)
        let declaration = optimizer with
        {
            Sizes = [inputs, .. hidden, outputs / entry.OutputsPerTarget * entry.OutputsPerTarget],
            Activation = activation.Name,
            ActivationAlpha = activation.Alpha,
            ActivationThreshold = activation.Threshold,
            OutputActivation = output.Activation,
            Loss = output.Loss,
            Dropout = dropout,
            InputDropout = inputDropout,
            LabelSmoothing = entry.SmoothedClasses is null ? 0 : smoothing,
            Precision = isSingle ? Precision.Single : Precision.Double,
        }
        select declaration with
        {
            Unroll = unroll && declaration.CanUnroll ? Unroll.Full : unroll ? Unroll.Auto : Unroll.None,
        };

    /// <summary>A network, the number of rows and a seed for the numbers.</summary>
    public static Gen<(NetworkDeclaration Declaration, int Rows, int Seed)> Cases { get; } =
        Gen.Select(Declarations, Gen.Frequency((3, Gen.Int[1, 20]), (1, Gen.Int[60, 140])), Gen.Int[0, int.MaxValue]);

    /// <summary>Rows of inputs and of targets that the loss is defined for.</summary>
    public static (double[] Inputs, double[] Targets) Data(NetworkDeclaration declaration, int rows, int seed)
    {
        var random = new Random(seed);
        double[] inputs = [.. Enumerable.Range(0, rows * declaration.Inputs).Select(_ => Rounded((random.NextDouble() * 4) - 2))];
        double[] targets = [.. Enumerable.Range(0, rows * declaration.Targets).Select(_ => Rounded(Target(declaration.LossName, random)))];
        return (inputs, targets);
    }

    /// <summary>Parameters that keep sums moderate.</summary>
    public static double[] Parameters(NetworkDeclaration declaration, int count, int seed)
    {
        var random = new Random(seed + 1);
        double bound = 2 / Math.Sqrt(declaration.Sizes.Max());
        return [.. Enumerable.Range(0, count).Select(_ => Rounded(((random.NextDouble() * 2) - 1) * bound))];
    }

    private static double Target(string loss, Random random) => loss switch
    {
        "hinge" or "squared_hinge" => (2 * random.Next(2)) - 1,
        "poisson_nll" => random.Next(4),
        "kl_divergence" => Math.Max(0, random.NextDouble() - 0.2),
        _ => random.NextDouble(),
    };

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>A number that single precision holds too.</summary>
    private static double Rounded(double value) => (float)value;
}
