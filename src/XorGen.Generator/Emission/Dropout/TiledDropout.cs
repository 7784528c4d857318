using XorGen.Generator.Emission.Tiled;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission.Dropout;

/// <summary>Writes dropout where the neurons are in the lanes: between two layers, some rows are multiplied by their factors.</summary>
internal static class TiledDropout
{
    /// <summary>Returns what follows the parameters of methods that training shares with Predict, where values are dropped.</summary>
    public static string Parameter(Vocabulary words) =>
        words.Plan.Drops ? $", in {Vocabulary.Numerics}.TiledPass<{words.T}> pass" : string.Empty;

    /// <summary>Returns the argument that goes there.</summary>
    public static string Argument(Vocabulary words, string pass) => words.Plan.Drops ? $", {pass}" : string.Empty;

    /// <summary>Writes the statements that drop, in training, from what a layer takes.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="words">The network.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="values">The name of the first row of what it takes.</param>
    /// <param name="place">The place of the first row of what is left of it.</param>
    /// <returns>The name of the first row of what it takes now.</returns>
    public static string WriteForward(SourceWriter writer, Vocabulary words, DensePlan layer, string values, Func<string, int, string> place)
    {
        if (layer.Dropout is not { } dropout)
        {
            return values;
        }

        string stride = dropout.Source == 0 ? string.Empty : $"{Stride(words, dropout)}, ";
        string method = dropout.Source == 0 ? "ApplyToInputs" : "Apply";
        writer.Separate();
        writer.Write($"// In training {DropoutEmitter.Formula(dropout)}");
        writer.Write($"ref {words.T} {dropout.Kept} = ref {values};");
        writer.Open("if (pass.IsTraining)");
        writer.Write($"{dropout.Kept} = ref {place(TiledLayout.H(dropout), Stride(words, dropout))};");
        writer.Write($"{Mask(words, dropout)}.{method}{words.VectorGenerics}(pass.FirstRow + first, rows, {stride}ref {values}, ref {dropout.Kept});");
        writer.Close();
        writer.Separate();
        return dropout.Kept;
    }

    /// <summary>Writes the statement that multiplies the derivative by what may have been dropped with its factor.</summary>
    public static void WriteBackward(SourceWriter writer, Vocabulary words, DropoutPlan? dropout, string derivative)
    {
        if (dropout is not null)
        {
            writer.Write($"{Mask(words, dropout)}.Apply{words.VectorGenerics}(pass.FirstRow + first, rows, {Stride(words, dropout)}, ref {derivative}, ref {derivative});");
        }
    }

    /// <summary>The distance between two rows of what is dropped.</summary>
    private static int Stride(Vocabulary words, DropoutPlan dropout) =>
        dropout.Source == 0 ? dropout.Width : words.Plan.Layers[dropout.Source - 1].PaddedOutputs;

    private static string Mask(Vocabulary words, DropoutPlan dropout) => DropoutEmitter.NewMask(words, dropout, "pass.DropoutPosition");
}
