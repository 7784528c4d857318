using System.Numerics;

namespace XorGen.Training;

/// <summary>What the values of a column are like.</summary>
/// <param name="Column">Its number, from 0.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation.</param>
/// <param name="Smallest">The smallest value.</param>
/// <param name="Largest">The largest value.</param>
internal readonly record struct ColumnRange(int Column, double Mean, double Deviation, double Smallest, double Largest)
{
    /// <summary>Looks at every step-th row.</summary>
    public static ColumnRange Of<T>(ReadOnlySpan<T> rows, int width, int column, int step)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        typeof(T) == typeof(float)
            ? Of(System.Runtime.InteropServices.MemoryMarshal.Cast<T, float>(rows), width, column, step)
            : Of(System.Runtime.InteropServices.MemoryMarshal.Cast<T, double>(rows), width, column, step);

    // Two methods, because operators of T cost a short program half a millisecond of compiling each.
    private static ColumnRange Of(ReadOnlySpan<float> rows, int width, int column, int step)
    {
        double first = rows[column], smallest = first, largest = first, sum = 0, squares = 0;
        int count = 0;
        for (long i = column; i < rows.Length; i += (long)step * width)
        {
            double x = rows[(int)i];
            smallest = x < smallest ? x : smallest;
            largest = x > largest ? x : largest;
            sum += x - first;
            squares += (x - first) * (x - first);
            count++;
        }

        return Of(column, first, sum / count, squares / count, smallest, largest);
    }

    private static ColumnRange Of(ReadOnlySpan<double> rows, int width, int column, int step)
    {
        double first = rows[column], smallest = first, largest = first, sum = 0, squares = 0;
        int count = 0;
        for (long i = column; i < rows.Length; i += (long)step * width)
        {
            double x = rows[(int)i];
            smallest = x < smallest ? x : smallest;
            largest = x > largest ? x : largest;
            sum += x - first;
            squares += (x - first) * (x - first);
            count++;
        }

        return Of(column, first, sum / count, squares / count, smallest, largest);
    }

    /// <summary>Takes moments relative to the first value, so that the deviation keeps its digits where the mean is large.</summary>
    private static ColumnRange Of(int column, double first, double shift, double squares, double smallest, double largest) =>
        new(column, first + shift, Math.Sqrt(Math.Max(0, squares - (shift * shift))), smallest, largest);
}
