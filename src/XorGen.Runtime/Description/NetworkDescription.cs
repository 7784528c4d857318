namespace XorGen;

/// <summary>What a network is. The names are those of the attribute, aliases resolved.</summary>
/// <param name="Name">The name of the class or struct.</param>
/// <param name="InputCount">The number of inputs.</param>
/// <param name="OutputCount">The number of outputs.</param>
/// <param name="ParameterCount">The number of weights and biases.</param>
/// <param name="Layers">The layers, from the input to the output.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="Initializer">How the parameters start.</param>
/// <param name="Precision">The type of numbers.</param>
/// <param name="DefaultLearningRate">The learning rate of Fit where the options give none.</param>
public sealed record NetworkDescription(
    string Name,
    int InputCount,
    int OutputCount,
    int ParameterCount,
    IReadOnlyList<LayerDescription> Layers,
    string Loss,
    string Optimizer,
    string Initializer,
    Precision Precision,
    double DefaultLearningRate)
{
    /// <summary>Gets the number of targets of a row: OutputCount, but for gaussian_nll, whose outputs are as many means, then their variances.</summary>
    public int TargetCount { get; init; } = OutputCount;

    /// <summary>
    /// Gets everything that decides what the parameters mean, as lines of text: inputs, layers and their activations with all numbers and
    /// formulas, loss, optimizer with its options, initializer, precision. Files keep it, and refuse another network by it.
    /// </summary>
    public string Definition
    {
        get => field ?? NetworkDefinition.Of(this);
        init;
    }

    /// <summary>Returns a table as Keras's summary: a line for each layer with its output, parameters and their bytes, and the sums.</summary>
    public override string ToString() => DescriptionTable.Of(this);
}
