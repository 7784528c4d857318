using XorGen.Generator.Model;

namespace XorGen.Generator.Catalogue.Optimizers;

/// <summary>An optimizer: how a parameter follows its gradient.</summary>
internal sealed class Optimizer : CatalogueEntry
{
    /// <summary>Gets the options of the attribute that it heeds.</summary>
    public required string[] Options { get; init; }

    /// <summary>Gets the learning rate of Fit where the options give none, from the number of parameters.</summary>
    public required Func<int, double> DefaultLearningRate { get; init; }

    /// <summary>Gets its step for given hyper-parameters.</summary>
    public required Func<OptimizerSpec, OptimizerStep> Step { get; init; }
}
