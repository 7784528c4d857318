using CsCheck;

namespace XorGen.Properties;

/// <summary>Random networks and random data.</summary>
internal static class NetworkGenerators
{
    private static readonly Gen<string> Hidden = OneOf("tanh", "sigmoid", "relu", "linear");

    private static readonly Gen<(string Activation, string Loss, int MinimumOutputs)> Output = OneOf(
        ("sigmoid", "binary_cross_entropy", 1),
        ("sigmoid", "mse", 1),
        ("softmax", "cross_entropy", 2),
        ("softmax", "mse", 2),
        ("linear", "mse", 1),
        ("tanh", "mse", 1),
        ("relu", "mse", 1));

    private static readonly Gen<NetworkDeclaration> Optimizer = Gen.OneOf(
        Gen.Const(new NetworkDeclaration { Sizes = [], Optimizer = "sgd" }),
        Gen.Const(new NetworkDeclaration { Sizes = [], Optimizer = "sgd", Momentum = 0.9, WeightDecay = 0.01 }),
        Gen.Const(new NetworkDeclaration { Sizes = [], Optimizer = "sgd", Momentum = 0.8, Nesterov = true, BiasLearningRateScale = 0.25 }),
        Gen.Const(new NetworkDeclaration { Sizes = [], Optimizer = "adam" }),
        Gen.Const(new NetworkDeclaration { Sizes = [], Optimizer = "adam", WeightDecay = 0.1, BiasLearningRateScale = 2, GradientClipNorm = 0.1 }));

    /// <summary>Networks small enough for either form, and larger ones; the form is random where both are possible.</summary>
    public static Gen<NetworkDeclaration> Declarations { get; } =
        from large in Gen.Bool
        from inputs in Gen.Int[1, large ? 40 : 6]
        from hidden in Gen.Int[1, large ? 40 : 6].Array[0, 3]
        from output in Output
        from outputs in Gen.Int[output.MinimumOutputs, large ? 20 : 4]
        from activation in Hidden
        from optimizer in Optimizer
        from isSingle in Gen.Bool
        from unroll in Gen.Bool
        let declaration = optimizer with
        {
            Sizes = [inputs, .. hidden, outputs],
            Activation = activation,
            OutputActivation = output.Activation,
            Loss = output.Loss,
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
        double[] targets = [.. Enumerable.Range(0, rows * declaration.Outputs).Select(_ => Rounded(random.NextDouble()))];
        return (inputs, targets);
    }

    /// <summary>Parameters that keep sums moderate.</summary>
    public static double[] Parameters(NetworkDeclaration declaration, int count, int seed)
    {
        var random = new Random(seed + 1);
        double bound = 2 / Math.Sqrt(declaration.Sizes.Max());
        return [.. Enumerable.Range(0, count).Select(_ => Rounded(((random.NextDouble() * 2) - 1) * bound))];
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>A number that single precision holds too.</summary>
    private static double Rounded(double value) => (float)value;
}
