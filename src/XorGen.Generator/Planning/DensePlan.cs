using XorGen.Generator.Catalogue.Activations;

namespace XorGen.Generator.Planning;

/// <summary>A fully connected layer.</summary>
/// <param name="InputStride">The distance between two rows of what it takes, in the block form: the padded outputs of the layer before.</param>
/// <param name="PaddedOutputs">The outputs rounded up to whole vectors of 64 bytes.</param>
/// <param name="Chains">The partial sums of a neuron in the block form: see <see cref="SummationOrder"/>.</param>
/// <param name="HasInputsInLanes">Whether its weights are [neuron][input] in the block form, and not [input][neuron].</param>
internal sealed record DensePlan(
    int Number,
    int Inputs,
    int InputStride,
    int Outputs,
    int PaddedOutputs,
    int Chains,
    bool HasInputsInLanes,
    Activation Activation,
    int ParameterOffset,
    int BlockOffset)
    : LayerPlan(Number, Inputs, Outputs, Activation, ParameterOffset, BlockOffset)
{
    /// <summary>Gets the dropout of what it takes, or null.</summary>
    public DropoutPlan? Dropout { get; init; }

    public override string Kind => "dense";

    public override int ParameterCount => ((Inputs + 1) * Outputs) + (IsLearned ? 1 : 0);

    public override long MultiplyAdds => (long)Inputs * Outputs;

    /// <summary>Gets the length of its part of the block.</summary>
    public int BlockLength => WeightBlockLength + ((IsLearned ? 2 : 1) * PaddedOutputs);

    /// <summary>Gets the length of the weights in the block.</summary>
    public int WeightBlockLength => HasInputsInLanes ? Outputs * InputStride : Inputs * PaddedOutputs;

    /// <summary>Gets where its biases begin in the block.</summary>
    public int BiasBlockOffset => BlockOffset + WeightBlockLength;

    /// <summary>Gets where the learned parameter of its activation is in the block: it begins a row of its own.</summary>
    public int AlphaBlockOffset => BiasBlockOffset + PaddedOutputs;

    /// <summary>Gets the position of that parameter in the flat order.</summary>
    public int AlphaIndex => BiasIndex(Outputs);

    /// <summary>Gets the name of that parameter.</summary>
    public string Alpha => $"alpha{Number}";

    /// <summary>Names the weight of input i and output j.</summary>
    public string Weight(int i, int j) => $"w{Number}_{i}_{j}";

    /// <summary>Names the bias of output j.</summary>
    public string Bias(int j) => $"b{Number}_{j}";

    /// <summary>The position of a weight in the flat order.</summary>
    public int WeightIndex(int i, int j) => ParameterOffset + (i * Outputs) + j;

    /// <summary>The position of a bias in the flat order.</summary>
    public int BiasIndex(int j) => ParameterOffset + (Inputs * Outputs) + j;
}
