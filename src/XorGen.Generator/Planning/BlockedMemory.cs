using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Model;

namespace XorGen.Generator.Planning;

/// <summary>
/// Where the tiled form keeps the values between the steps of a pass: for a block of rows, the results of every layer,
/// each in rows of whole vectors, and memory for an activation of whole rows; when it trains, the derivatives, the targets and losses too,
/// and the transposed weights.
/// </summary>
internal sealed class BlockedMemory
{
    /// <summary>An ordinary batch is one block: then no gradient is stored between blocks.</summary>
    private const int MostRows = 256;

    /// <summary>The lanes of the widest vector: rows are worked on in groups of so many.</summary>
    private const int FewestRows = 16;

    /// <summary>Some 1 MB in single precision.</summary>
    private const long MostValues = 1 << 18;

    private readonly Dictionary<string, int> offsets = [];

    public BlockedMemory(NetworkPlan plan)
    {
        BlockRows = MostRows;
        while (BlockRows > FewestRows && plan.Layers.Sum(layer => (long)layer.PaddedOutputs) * BlockRows > MostValues)
        {
            BlockRows /= 2;
        }

        int length = 0;
        foreach (DensePlan layer in plan.Layers)
        {
            length = Add(A(layer), length, BlockRows * layer.PaddedOutputs);
            length = KeepsZ(layer) && (layer != plan.Output || layer.IsLearned) ? Add(Z(layer), length, BlockRows * layer.PaddedOutputs) : length;
        }

        if (plan.Output.Elementwise is null)
        {
            ColumnsPerRow = (3 * plan.Output.PaddedOutputs) + plan.Number.Lanes();
            length = Add("Columns", length, BlockRows * ColumnsPerRow);
        }

        PredictionLength = length;
        foreach (DropoutPlan dropout in plan.Layers.Select(layer => layer.Dropout).OfType<DropoutPlan>())
        {
            // After the inputs, whose rows are no whole vectors, a vector of anything is written.
            length = dropout.Source == 0
                ? Add(H(dropout), length, (BlockRows * dropout.Width) + FewestRows)
                : Add(H(dropout), length, BlockRows * plan.Layers[dropout.Source - 1].PaddedOutputs);
        }

        foreach (DensePlan layer in plan.Layers.Take(plan.Layers.Count - 1))
        {
            length = Add(D(layer), length, BlockRows * layer.PaddedOutputs);
        }

        foreach (DensePlan layer in plan.Layers.Where(IsTransposed))
        {
            length = Add(Transposed(layer), length, layer.Outputs * layer.InputStride);
        }

        if (plan.Output.Elementwise is not null)
        {
            length = Add("Targets", length, BlockRows * plan.Output.PaddedOutputs);
        }

        foreach (DensePlan layer in plan.Layers.Where(layer => layer.IsLearned))
        {
            length = Add(AlphaSums(layer), length, BlockRows / plan.Number.Lanes());
        }

        TrainingLength = Add("Losses", length, BlockRows / plan.Number.Lanes());
    }

    /// <summary>Gets the number of rows that pass through the layers together.</summary>
    public int BlockRows { get; }

    /// <summary>Gets the number of values that an activation of whole rows needs for a row.</summary>
    public int ColumnsPerRow { get; }

    /// <summary>Gets the number of values that a prediction needs.</summary>
    public int PredictionLength { get; }

    /// <summary>Gets the number of values that training needs, those of a prediction among them.</summary>
    public int TrainingLength { get; }

    /// <summary>Gets where each part begins.</summary>
    public IEnumerable<KeyValuePair<string, int>> Offsets => offsets.OrderBy(offset => offset.Value);

    /// <summary>Whether training needs a layer's z beside its a.</summary>
    public static bool KeepsZ(DensePlan layer) => layer.Elementwise is { DerivativeNeedsZ: true };

    /// <summary>Whether training needs a layer's weights as [neuron][input], and they are not stored so.</summary>
    public static bool IsTransposed(DensePlan layer) => !layer.IsFirst && !layer.HasInputsInLanes;

    public static string A(DensePlan layer) => $"A{layer.Number}";

    public static string Z(DensePlan layer) => KeepsZ(layer) ? $"Z{layer.Number}" : A(layer);

    /// <summary>What is left of a layer's outputs, or of the inputs, after dropout.</summary>
    public static string H(DropoutPlan dropout) => $"H{dropout.Source}";

    /// <summary>The derivatives of the loss by the learned parameter of a layer's activation, one for each group of rows.</summary>
    public static string AlphaSums(DensePlan layer) => $"AlphaSums{layer.Number}";

    public static string D(DensePlan layer) => $"D{layer.Number}";

    public static string Transposed(DensePlan layer) => $"TransposedW{layer.Number}";

    private int Add(string name, int offset, int length)
    {
        offsets.Add(name, offset);
        return offset + length;
    }
}
