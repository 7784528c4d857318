namespace XorGen.Generator.Catalogue.Activations;

/// <summary>The values of an activation: from the least to the largest, which may be approached only.</summary>
internal readonly record struct OutputRange(double Least, double Most)
{
    public static OutputRange All => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Those of a softmax.</summary>
    public static OutputRange Shares => new(0, 1) { IsShareOfOne = true };

    /// <summary>Gets whether all outputs of a row together are 1.</summary>
    public bool IsShareOfOne { get; init; }

    public static OutputRange From(double least) => new(least, double.PositiveInfinity);
}
