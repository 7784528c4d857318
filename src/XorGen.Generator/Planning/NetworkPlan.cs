using XorGen.Generator.Catalogue.Initializers;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Model;

namespace XorGen.Generator.Planning;

/// <summary>A network with everything decided: what is left is to spell it.</summary>
internal sealed record NetworkPlan(
    NetworkSpec Spec,
    IReadOnlyList<DensePlan> Layers,
    IReadOnlyList<RowSchedule> Rows,
    Loss Loss,
    Optimizer Optimizer,
    OptimizerStep Step,
    Initializer Initializer,
    Tier Tier,
    TierChoice Choice)
{
    public TypeSpec Type => Spec.Type;

    public NumberFormat Number => Spec.Number;

    public DensePlan Output => Layers[Layers.Count - 1];

    public int ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    /// <summary>Gets what the parameters are, for people.</summary>
    public string ParameterNames =>
        Layers.Any(layer => layer.IsLearned) ? "weights, the biases and the alphas of learned activations" : "weights and biases";

    /// <summary>Gets the number of parameters rounded up to whole groups of four, the vectors that straight-line updates work in.</summary>
    public int PaddedParameterCount => (ParameterCount + 3) / 4 * 4;

    public int BlockLength => Layers.Sum(layer => layer.BlockLength);

    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);

    /// <summary>Gets the algorithm of the runtime that is the optimizer, or null where formulas are.</summary>
    public RuntimeAlgorithm? Algorithm => Optimizer.Algorithm;

    /// <summary>
    /// Gets whether a single row's layers have a method each: beyond so many values in flight (a function has some 24) the
    /// JIT stops inlining.
    /// </summary>
    public bool RowMethods => Rows.Sum(row => row.Lines + (24 * row.Functions)) > 240;

    public double DefaultLearningRate => Optimizer.DefaultLearningRate(ParameterCount);

    /// <summary>Gets whether there is a Forward that takes each input as an argument.</summary>
    public bool HasArgumentForward => Spec.Outputs == 1 && Spec.Inputs <= 8;

    /// <summary>Gets whether a row of outputs predicts a class, an output for each class or a single one with a threshold: then labels go wherever targets go.</summary>
    public bool HasClasses => Loss.TakesLabels || ClassThreshold is not null;

    /// <summary>Gets the member of XorGen.Numerics.ClassRule that is the threshold of a single output, or null where there are several or no classes. As its ThresholdOf: an output that cannot be negative has no sign.</summary>
    public string? ClassThreshold => Spec.Outputs != 1 ? null
        : Loss.ClassThreshold is not null && Output.Activation.Name is "sigmoid" or "hard_sigmoid" or "elliot" or "gaussian" ? "Probability"
        : Loss.ClassThreshold is not null && Output.Activation.Name == "log_sigmoid" ? "LogProbability"
        : Loss.ClassThreshold;

    /// <summary>Gets the number by which the sum over rows and targets is divided, times the rows.</summary>
    public int LossDivisor => Loss.IsMeanOverOutputs ? TargetCount : 1;

    /// <summary>Gets the number of targets of a row.</summary>
    public int TargetCount => Spec.Outputs / Loss.OutputsPerTarget;

    /// <summary>Gets whether the single output takes class labels 0 and 1.</summary>
    public bool TakesBinaryLabels => Spec.Outputs == 1 && Loss.NegativeTarget is not null;

    /// <summary>Gets whether the optimizer's step on biases differs from that on weights.</summary>
    public bool HasBiasRate => Spec.Optimizer.BiasLearningRateScale != 1 || Step.Scalars.Any(scalar => scalar.IsZeroForBiases);

    /// <summary>Gets whether training drops values.</summary>
    public bool Drops => Layers.Any(layer => layer.Dropout is not null);

    public bool ClipsGradient => Spec.Optimizer.GradientClipNorm > 0;

    /// <summary>Gets whether elementary functions are few enough to be inlined into straight-line kernels.</summary>
    public bool InlinesFunctions =>
        Layers.Sum(layer => layer.Outputs * FunctionsOf(layer)) <= ScalarBudget.MaximumInlinedFunctions;

    /// <summary>Describes the layers: "2 -> 2 tanh -> 1 sigmoid".</summary>
    public string Shape =>
        Spec.Inputs + string.Concat(Layers.Select(layer => $"{Describe(layer.Dropout)} -> {layer.Outputs} {layer.Activation.Name}"));

    private static string Describe(DropoutPlan? dropout) => dropout is null ? string.Empty : FormattableString.Invariant($" -> dropout {dropout.Rate}");

    /// <summary>How many of the two, the function and its derivative, call elementary functions.</summary>
    private static int FunctionsOf(DensePlan layer) =>
        (layer.CallsFunction ? 1 : 0) + (layer.Elementwise is { DerivativeCallsFunction: true } ? 1 : 0);
}
