using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Losses;

/// <summary>A loss function: the mean over the rows of what each row costs.</summary>
internal abstract class Loss : CatalogueEntry
{
    /// <summary>Gets its formula on outputs that are the logarithms of a, for people; null where that makes no difference.</summary>
    public string? LogarithmFormula { get; init; }

    /// <summary>Gets its formula on the network's outputs, for people.</summary>
    public string OutputFormula =>
        OutputActivation is SoftmaxActivation { IsLogarithm: true } && LogarithmFormula is not null ? LogarithmFormula : Formula;

    /// <summary>Gets whether the loss is also the mean over the outputs.</summary>
    public required bool IsMeanOverOutputs { get; init; }

    /// <summary>Gets the only activations that the loss is defined on; none means any.</summary>
    public string[] OutputActivations { get; init; } = [];

    /// <summary>Gets the output activation of a network that names this loss and no activation, or null where it is as without the loss.</summary>
    public string? ImpliedOutputActivation { get; init; }

    /// <summary>Gets how many outputs there are for each target: 2 where they are mean and variance.</summary>
    public int OutputsPerTarget { get; init; } = 1;

    /// <summary>Gets whether targets may be class labels, each the number of an output.</summary>
    public bool TakesLabels { get; init; }

    /// <summary>Gets the member of XorGen.Numerics.ClassRule above which a single output means class 1, or null where one output is no class.</summary>
    public string? ClassThreshold { get; init; }

    /// <summary>Gets the target of class 0 where a single output takes the labels 0 and 1, class 1 having the target 1; null where it takes none.</summary>
    public double? NegativeTarget { get; init; }

    /// <summary>Gets whether the derivative by the last z is finite even where z is not, because the loss is fused with a saturating activation.</summary>
    public bool HasBoundedDelta { get; init; }

    /// <summary>Gets the targets that the loss is defined for: the member of XorGen.Training.TargetDomain.</summary>
    public string Domain { get; init; } = "AnyNumber";

    /// <summary>Gets among how many classes LabelSmoothing deals out its share, from the number of outputs; null where the loss does not heed it.</summary>
    public Func<int, int>? SmoothedClasses { get; init; }

    /// <summary>Gets the default of the attribute's Delta, or null where the loss does not heed it.</summary>
    public double? DefaultParameter { get; init; }

    /// <summary>Gets the value of Delta in its formula.</summary>
    public double Parameter { get; private set; }

    /// <summary>Gets the attribute's LabelSmoothing, 0 where labels are taken as they are.</summary>
    public double LabelSmoothing { get; private set; }

    /// <summary>Gets the activation that the loss follows.</summary>
    public Activation? OutputActivation { get; private set; }

    /// <summary>Gets what targets are, for people: "0 to 1".</summary>
    public required string Targets { get; init; }

    /// <summary>Gets the member of XorGen.Training.BaselineLoss.</summary>
    public required string Baseline { get; init; }

    /// <summary>Returns the same loss with these numbers in its formula, on an output layer with this activation.</summary>
    public Loss With(LossSpec spec, Activation outputActivation)
    {
        var copy = (Loss)MemberwiseClone();
        copy.Parameter = spec.Delta;
        copy.LabelSmoothing = spec.LabelSmoothing;
        copy.OutputActivation = outputActivation;
        return copy;
    }

    /// <summary>Returns a target with its part for the other classes: (1 - smoothing) y + smoothing / classes.</summary>
    public Expression Smoothed(Expression y, int outputs) => LabelSmoothing == 0
        ? y
        : FusedMultiplyAdd(y, 1 - LabelSmoothing, LabelSmoothing / SmoothedClasses!(outputs));

    /// <summary>Returns that formula, for people.</summary>
    public string SmoothedFormula(int outputs) =>
        FormattableString.Invariant($"(1 - {LabelSmoothing}) y + {LabelSmoothing} / {SmoothedClasses!(outputs)}");
}
