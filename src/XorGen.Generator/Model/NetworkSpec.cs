using XorGen.Generator.Expressions;

namespace XorGen.Generator.Model;

/// <summary>
/// What the user wrote, checked, with the defaults filled in and the aliases resolved. No Roslyn types, comparable. The
/// last of the layers is the output.
/// </summary>
internal sealed record NetworkSpec(
    TypeSpec Type,
    int Inputs,
    int Outputs,
    EquatableArray<LayerSpec> Layers,
    LossSpec Loss,
    OptimizerSpec Optimizer,
    string Initializer,
    double InitializerScale,
    NumberFormat Number,
    int Seed,
    UnrollChoice Unroll)
{
    /// <summary>Gets whether there is a Forward that takes each input as an argument.</summary>
    public bool HasArgumentForward => Outputs == 1 && Inputs <= 8;
}

/// <summary>A layer as the user wrote it. One derived record for each kind.</summary>
internal abstract record LayerSpec;

/// <summary>A fully connected layer.</summary>
internal sealed record DenseSpec(int Neurons, ActivationSpec Activation) : LayerSpec;

/// <summary>An activation and the numbers in its formula.</summary>
internal sealed record ActivationSpec(string Name, double Alpha, double Threshold)
{
    /// <summary>The argument of <see cref="Formula"/>.</summary>
    public static readonly Variable Argument = new("z");

    /// <summary>Gets the formula of a method that the user has written, where the name is that of one.</summary>
    public Expression? Formula { get; init; }
}

/// <summary>A loss and the numbers in its formula.</summary>
internal sealed record LossSpec(string Name, double Delta, double LabelSmoothing = 0);

/// <summary>The optimizer and its hyper-parameters, constants of the network.</summary>
internal sealed record OptimizerSpec(string Name)
{
    public double Momentum { get; init; }

    public bool Nesterov { get; init; }

    public double Beta1 { get; init; }

    public double Beta2 { get; init; }

    public double Rho { get; init; }

    public double Epsilon { get; init; }

    public bool Centered { get; init; }

    public double MomentumDecay { get; init; }

    public double EtaMinus { get; init; }

    public double EtaPlus { get; init; }

    public double StepSizeMin { get; init; }

    public double StepSizeMax { get; init; }

    public double LearningRateDecay { get; init; }

    public double InitialAccumulatorValue { get; init; }

    public double WeightDecay { get; init; }

    /// <summary>Gets whether the decay shrinks the parameter itself instead of being added to the gradient.</summary>
    public bool DecoupledWeightDecay { get; init; }

    /// <summary>Gets the strength of the penalty on the sum of magnitudes.</summary>
    public double L1 { get; init; }

    /// <summary>Gets whether both decays apply to biases too.</summary>
    public bool DecayBiases { get; init; }

    public double BiasLearningRateScale { get; init; }

    public double GradientClipValue { get; init; }

    public double GradientClipNorm { get; init; }
}

/// <summary>The values of XorGen.Unroll.</summary>
internal enum UnrollChoice
{
    Auto,
    Full,
    None,
}
