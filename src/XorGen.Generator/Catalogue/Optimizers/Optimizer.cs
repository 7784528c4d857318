using XorGen.Generator.Model;

namespace XorGen.Generator.Catalogue.Optimizers;

/// <summary>An optimizer: how a parameter follows its gradient.</summary>
internal sealed class Optimizer : CatalogueEntry
{
    /// <summary>Gets the options of the attribute that it heeds, beside those that all of them heed.</summary>
    public required string[] Options { get; init; }

    /// <summary>Gets the values that its options have where the attribute gives none: those of PyTorch.</summary>
    public required OptimizerSpec Defaults { get; init; }

    /// <summary>Gets the learning rate of Fit where the options give none, from the number of parameters.</summary>
    public required Func<int, double> DefaultLearningRate { get; init; }

    /// <summary>
    /// Gets its step for given hyper-parameters, formulas of one parameter, without what all optimizers have in common. An algorithm
    /// of the runtime has none.
    /// </summary>
    public Func<OptimizerSpec, OptimizerStep> Step { get; init; } = _ => OptimizerStep.None;

    /// <summary>Gets the algorithm of the runtime that takes the step, or null.</summary>
    public RuntimeAlgorithm? Algorithm { get; init; }

    /// <summary>Returns its step for given hyper-parameters.</summary>
    public OptimizerStep StepOf(OptimizerSpec options) => Algorithm is null ? Regularization.Apply(options, Step(options)) : Step(options);
}
