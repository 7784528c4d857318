namespace XorGen.Generator.Planning;

/// <summary>
/// How a single row passes through a layer: which of its vectors are computed side by side, and whether as straight lines
/// or in a loop over the inputs.
/// </summary>
/// <param name="Layer">The layer.</param>
/// <param name="Groups">The groups of vectors that are computed side by side.</param>
/// <param name="IsStraight">Whether each input has its own lines.</param>
/// <param name="Step">The inputs that a pass of the loop takes.</param>
/// <param name="ActivatesInPlace">Whether the activation is applied to the registers, and not in a loop of its own.</param>
internal sealed record SampleSchedule(DensePlan Layer, IReadOnlyList<VectorGroup> Groups, bool IsStraight, int Step, bool ActivatesInPlace)
{
    /// <summary>Half of the registers of AVX-512, and all but one of AVX2's.</summary>
    private const int MostSideBySide = 15;
    private const int SideBySide = 8;

    /// <summary>A method of more lines is compiled no better, only later.</summary>
    private const int MostLines = 16;
    private const int FewestLinesOfLoop = 8;
    private const int MostFunctions = 4;

    /// <summary>Of four dot products, which the runtime has in a loop.</summary>
    private const int LinesOfDotProducts = 24;

    /// <summary>Gets the lines that multiply and add.</summary>
    public int Lines => Layer.HasInputsInLanes ? LinesOfDotProducts * ((Layer.Outputs + 3) / 4) : Groups.Sum(group => group.Vectors) * (IsStraight ? Layer.Inputs : Step + (Layer.Inputs % Step));

    /// <summary>Gets the functions that are inlined.</summary>
    public int Functions => !Layer.CallsFunction ? 0
        : ActivatesInPlace ? Groups.Sum(group => group.Vectors) : 1;

    public static SampleSchedule Of(DensePlan layer, int lanes, bool mayBeStraight)
    {
        List<VectorGroup> groups = Split(layer.PaddedOutputs / lanes);
        int vectors = groups.Sum(group => group.Vectors);
        bool isStraight = mayBeStraight && groups.Count == 1 && vectors * layer.Inputs <= MostLines;
        int step = layer.Chains;
        while (step * groups[0].Vectors < FewestLinesOfLoop && step * 2 <= layer.Inputs)
        {
            step *= 2;
        }

        return new SampleSchedule(
            layer, groups, isStraight, step, layer.Elementwise is not null && (!layer.CallsFunction || vectors <= MostFunctions));
    }

    /// <summary>Groups of eight vectors, and what is left goes to the last of them: so none is too small to hide the latency.</summary>
    private static List<VectorGroup> Split(int vectors)
    {
        if (vectors <= MostSideBySide)
        {
            return [new VectorGroup(0, vectors, 1)];
        }

        int repeats = (vectors / SideBySide) - 1;
        return [new VectorGroup(0, SideBySide, repeats), new VectorGroup(repeats * SideBySide, vectors - (repeats * SideBySide), 1)];
    }
}

/// <summary>Vectors of 512 bits that are computed side by side.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Vectors">Their number.</param>
/// <param name="Repeats">The number of such groups, one after the other.</param>
internal sealed record VectorGroup(int First, int Vectors, int Repeats);
