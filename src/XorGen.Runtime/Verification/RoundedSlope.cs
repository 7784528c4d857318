namespace XorGen;

/// <summary>Slopes that differ by rounding alone.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The largest.</param>
internal readonly record struct RoundedSlope(double Mean, double Least, double Most)
{
    /// <summary>Gets how far they are apart.</summary>
    /// <remarks>A dozen samples rarely show the whole effect of rounding: the largest distance is doubled.</remarks>
    public double Spread => 2 * (Most - Least);

    /// <summary>No slope yet.</summary>
    public static RoundedSlope None => new(0, double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>Returns them with another one, of so many in all.</summary>
    public RoundedSlope With(double slope, int count) => new(Mean + (slope / count), Math.Min(Least, slope), Math.Max(Most, slope));

    /// <summary>
    /// Returns what the slopes tend to as the step goes to 0, from these and those of a step ten times as long: the part that is proportional to the
    /// step is taken out (Richardson's extrapolation). A slope to one side has such a part, and a central one beside a kink of the derivative.
    /// </summary>
    public RoundedSlope Extrapolated(RoundedSlope longer)
    {
        double mean = ((10 * Mean) - longer.Mean) / 9;
        double spread = ((10 * Spread) + longer.Spread) / 9;
        return new(mean, mean - (spread / 4), mean + (spread / 4));
    }
}
