namespace XorGen.Generator.Planning;

/// <summary>
/// Where the tiled form keeps the values between the steps of a pass: for a block of rows, the results of every layer,
/// each in rows of whole vectors; when it trains, the derivatives and the targets too, and the transposed weights.
/// </summary>
internal sealed class TiledLayout
{
    private const int MostRows = 64;
    private const int FewestRows = 4;

    /// <summary>Some 8 MB in single precision.</summary>
    private const long MostValues = 1 << 21;

    private readonly Dictionary<string, int> offsets = [];

    public TiledLayout(NetworkPlan plan)
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
        }

        PredictionLength = length;
        foreach (DensePlan layer in plan.Layers.Take(plan.Layers.Count - 1))
        {
            length = KeepsZ(layer) ? Add(Z(layer), length, BlockRows * layer.PaddedOutputs) : length;
            length = Add(D(layer), length, BlockRows * layer.PaddedOutputs);
        }

        foreach (DensePlan layer in plan.Layers.Skip(1))
        {
            length = Add(Transposed(layer), length, layer.Outputs * plan.Layers[layer.Number - 2].PaddedOutputs);
        }

        length = Add("Targets", length, BlockRows * plan.Output.PaddedOutputs);
        TrainingLength = Add("Row", length, plan.Output.PaddedOutputs);
    }

    /// <summary>Gets the number of rows that pass through the layers together.</summary>
    public int BlockRows { get; }

    /// <summary>Gets the number of values that a prediction needs.</summary>
    public int PredictionLength { get; }

    /// <summary>Gets the number of values that training needs, those of a prediction among them.</summary>
    public int TrainingLength { get; }

    /// <summary>Gets where each part begins.</summary>
    public IEnumerable<KeyValuePair<string, int>> Offsets => offsets.OrderBy(offset => offset.Value);

    /// <summary>Whether training needs a layer's z beside its a.</summary>
    public static bool KeepsZ(DensePlan layer) => layer.Elementwise is { DerivativeNeedsZ: true };

    public static string A(DensePlan layer) => $"A{layer.Number}";

    public static string Z(DensePlan layer) => KeepsZ(layer) ? $"Z{layer.Number}" : A(layer);

    public static string D(DensePlan layer) => $"D{layer.Number}";

    public static string Transposed(DensePlan layer) => $"TransposedW{layer.Number}";

    private int Add(string name, int offset, int length)
    {
        offsets.Add(name, offset);
        return offset + length;
    }
}
