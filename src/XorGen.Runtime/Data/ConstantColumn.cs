using System.Numerics;

namespace XorGen;

/// <summary>
/// Decides whether the values of a column are the same number up to rounding: 0.3 and 0.1 + 0.2, say. To scale such a column by its
/// spread, or to measure errors by its variance, would make rounding errors the whole signal.
/// </summary>
/// <remarks>
/// The criterion: the largest and the smallest value differ by no more than 4 units of roundoff of the larger magnitude (4 * 2^-52 in
/// double precision, 4 * 2^-23 in single), unless both are whole numbers that the type has without gaps (up to 2^53, 2^24), which are
/// counts rather than rounding errors.
/// </remarks>
internal static class ConstantColumn
{
    /// <summary>Returns whether a column with these extremes, of values that were of the type <typeparamref name="T"/>, is constant.</summary>
    public static bool Is<T>(double smallest, double largest)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (smallest == largest)
        {
            return true;
        }

        double roundoff = double.CreateTruncating(T.BitIncrement(T.One) - T.One);
        double magnitude = Math.Max(Math.Abs(smallest), Math.Abs(largest));
        bool areCounts = magnitude <= 2 / roundoff && double.IsInteger(smallest) && double.IsInteger(largest);
        return !areCounts && largest - smallest <= 4 * roundoff * magnitude;
    }
}
