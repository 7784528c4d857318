using System.Numerics;

namespace XorGen;

/// <summary>The extremes, mean and standard deviation of one column of rows that are all finite.</summary>
/// <param name="Smallest">The smallest value.</param>
/// <param name="Largest">The largest value.</param>
/// <param name="Mean">The mean, rounded.</param>
/// <param name="MeanRemainder">What the rounding of the mean has left: matters where the spread is not much more than the last digit of the mean.</param>
/// <param name="Deviation">The standard deviation of the population: the root of the mean squared distance from the mean.</param>
internal readonly record struct ColumnStatistics(double Smallest, double Largest, double Mean, double MeanRemainder, double Deviation)
{
    /// <summary>Beyond these powers of two the square of a number could overflow, or be 0.</summary>
    private const int LargestExponent = 400;

    public static ColumnStatistics Of<T>(ReadOnlySpan<T> rows, int columns, int column)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (double smallest, double largest) = Extremes(rows, columns, column);
        int scale = ScaleOf(Math.Max(Math.Abs(smallest), Math.Abs(largest)));
        int count = rows.Length / columns;

        // Relative to the first value, so that the digits of a small spread around a large mean are kept, and a constant
        // column has a variance of exactly 0.
        double first = Math.ScaleB(double.CreateTruncating(rows[column]), scale);
        double sum = 0;
        for (int i = column; i < rows.Length; i += columns)
        {
            sum += Math.ScaleB(double.CreateTruncating(rows[i]), scale) - first;
        }

        double shift = sum / count;
        double squares = 0;
        for (int i = column; i < rows.Length; i += columns)
        {
            double distance = Math.ScaleB(double.CreateTruncating(rows[i]), scale) - first - shift;
            squares += distance * distance;
        }

        // Knuth's exact sum of two numbers.
        double mean = first + shift;
        double part = mean - first;
        double remainder = (first - (mean - part)) + (shift - part);
        return new(smallest, largest, Math.ScaleB(mean, -scale), Math.ScaleB(remainder, -scale), Math.ScaleB(Math.Sqrt(squares / count), -scale));
    }

    /// <summary>Returns the smallest and the largest value of a column.</summary>
    public static (double Smallest, double Largest) Extremes<T>(ReadOnlySpan<T> rows, int columns, int column)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double smallest = double.PositiveInfinity;
        double largest = double.NegativeInfinity;
        for (int i = column; i < rows.Length; i += columns)
        {
            double value = double.CreateTruncating(rows[i]);
            smallest = Math.Min(smallest, value);
            largest = Math.Max(largest, value);
        }

        return (smallest, largest);
    }

    /// <summary>Returns the power of two that brings a magnitude near 1 where its square could overflow or vanish; else 0. Multiplying by it is exact.</summary>
    public static int ScaleOf(double magnitude)
    {
        int exponent = magnitude > 0 && double.IsFinite(magnitude) ? Math.ILogB(magnitude) : 0;
        return Math.Abs(exponent) > LargestExponent ? -exponent : 0;
    }
}
