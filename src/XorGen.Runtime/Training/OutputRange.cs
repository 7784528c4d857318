namespace XorGen.Training;

/// <summary>The values that an output can have, which follow from the activation of the output layer. A bound may be approached only.</summary>
/// <param name="Least">The least, or minus infinity.</param>
/// <param name="Most">The largest, or infinity.</param>
public readonly record struct OutputRange(double Least, double Most)
{
    /// <summary>Gets all numbers.</summary>
    public static OutputRange All => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Gets the shares of a whole: from 0 to 1, and together 1, as the softmax gives them.</summary>
    public static OutputRange Shares => new(0, 1) { IsShareOfOne = true };

    /// <summary>Gets a value indicating whether all outputs together are 1.</summary>
    public bool IsShareOfOne { get; init; }

    /// <summary>Returns the nearest value that an output can have.</summary>
    public double Clamp(double value) => Math.Min(Math.Max(value, Least), Most);
}
