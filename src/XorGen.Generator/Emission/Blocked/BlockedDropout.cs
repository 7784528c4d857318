using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Blocked;

/// <summary>Writes dropout where the neurons are in the lanes: between two layers, some rows are multiplied by their factors.</summary>
internal static class BlockedDropout
{
    /// <summary>Returns what follows the parameters of methods that training shares with Predict, where values are dropped.</summary>
    public static string Parameter(CodeNames names) =>
        names.Plan.Drops ? $", in BlockedPass<{names.T}> pass" : string.Empty;

    /// <summary>Returns the argument that goes there.</summary>
    public static string Argument(CodeNames names, string pass) => names.Plan.Drops ? $", {pass}" : string.Empty;

    /// <summary>Writes the statements that drop, in training, from what a layer takes.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="names">The network.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="values">The name of the first row of what it takes.</param>
    /// <param name="place">The place of the first row of what is left of it.</param>
    /// <returns>The name of the first row of what it takes now.</returns>
    public static string WriteForward(SourceWriter writer, CodeNames names, DensePlan layer, string values, Func<string, int, string> place)
    {
        if (layer.Dropout is not { } dropout)
        {
            return values;
        }

        string stride = dropout.Source == 0 ? string.Empty : $"{Stride(names, dropout)}, ";
        string method = dropout.Source == 0 ? "ApplyToInputs" : "Apply";
        writer.Separate();
        writer.Write($"// In training {Formulas.Dropout(dropout)}");
        writer.Write($"ref {names.T} {dropout.Kept} = ref {values};");
        writer.Open("if (pass.IsTraining)");
        writer.Write($"{dropout.Kept} = ref {place(BlockedMemory.H(dropout), Stride(names, dropout))};");
        writer.Write($"{Mask(names, dropout)}.{method}<V, L>(pass.FirstRow + first, rows, {stride}ref {values}, ref {dropout.Kept});");
        writer.Close();
        writer.Separate();
        return dropout.Kept;
    }

    /// <summary>Writes the statement that multiplies the derivative by what may have been dropped with its factor.</summary>
    public static void WriteBackward(SourceWriter writer, CodeNames names, DropoutPlan? dropout, string derivative)
    {
        if (dropout is not null)
        {
            writer.Write($"{Mask(names, dropout)}.Apply<V, L>(pass.FirstRow + first, rows, {Stride(names, dropout)}, ref {derivative}, ref {derivative});");
        }
    }

    /// <summary>The distance between two rows of what is dropped.</summary>
    private static int Stride(CodeNames names, DropoutPlan dropout) =>
        dropout.Source == 0 ? dropout.Width : names.Plan.Layers[dropout.Source - 1].PaddedOutputs;

    private static string Mask(CodeNames names, DropoutPlan dropout) => Formulas.NewMask(names, dropout, "pass.DropoutPosition");
}
