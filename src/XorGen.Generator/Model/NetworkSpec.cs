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
    string Loss,
    OptimizerSpec Optimizer,
    string Initializer,
    double InitializerScale,
    NumberFormat Number,
    int Seed,
    UnrollChoice Unroll);

/// <summary>A layer as the user wrote it. One derived record for each kind.</summary>
internal abstract record LayerSpec;

/// <summary>A fully connected layer.</summary>
internal sealed record DenseSpec(int Neurons, string Activation) : LayerSpec;

/// <summary>The optimizer and its hyper-parameters, constants of the network.</summary>
internal sealed record OptimizerSpec(
    string Name,
    double Momentum,
    bool Nesterov,
    double Beta1,
    double Beta2,
    double Epsilon,
    double WeightDecay,
    double BiasLearningRateScale,
    double GradientClipNorm);

/// <summary>The values of XorGen.Unroll.</summary>
internal enum UnrollChoice
{
    Auto,
    Full,
    None,
}
