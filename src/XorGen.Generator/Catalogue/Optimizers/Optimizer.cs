using XorGen.Generator.Model;

namespace XorGen.Generator.Catalogue.Optimizers;

/// <summary>An optimizer: how a parameter follows its gradient.</summary>
internal sealed class Optimizer : CatalogueEntry
{
    /// <summary>Gets the options of the attribute that it heeds.</summary>
    public required string[] Options { get; init; }

    /// <summary>Gets the learning rate of Fit where the options give none, from the number of parameters.</summary>
    public required Func<int, double> DefaultLearningRate { get; init; }

    /// <summary>Gets its step for given hyper-parameters: formulas of one parameter. An algorithm of the runtime has none.</summary>
    public Func<OptimizerSpec, OptimizerStep> Step { get; init; } = _ => OptimizerStep.None;

    /// <summary>Gets the algorithm of the runtime that takes the step, or null.</summary>
    public RuntimeAlgorithm? Algorithm { get; init; }
}
