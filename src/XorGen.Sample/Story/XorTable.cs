namespace XorGen.Sample.Story;

/// <summary>The four rows that are to be learned: 1 if exactly one of the two inputs is 1.</summary>
internal static class XorTable
{
    /// <summary>Gets the inputs, row by row.</summary>
    public static ReadOnlySpan<double> Inputs => [0, 0, 0, 1, 1, 0, 1, 1];

    /// <summary>Gets what the network should answer to each row.</summary>
    public static ReadOnlySpan<double> Targets => [0, 1, 1, 0];

    /// <summary>Gets the number of rows.</summary>
    public static int Rows => Targets.Length;
}
