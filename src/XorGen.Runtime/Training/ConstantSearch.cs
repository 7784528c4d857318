using System.Numerics;

namespace XorGen.Training;

/// <summary>Finds the constant outputs of the smallest mean loss, for losses that have no formula for them.</summary>
/// <remarks>
/// The mean of convex functions is convex, so its derivative never falls and its zero can be enclosed. The interval is halved in the order of
/// floating-point numbers and not in the middle, so that 64 halvings end at neighbouring numbers whatever the size of the targets.
/// Outputs that are shares of one are found by the multiplier of that condition: each takes the constant where its derivative is the
/// multiplier (S. Boyd and L. Vandenberghe, "Convex Optimization", 2004, §5.5.3).
/// </remarks>
internal static class ConstantSearch
{
    private const int MultiplierBits = 52;

    /// <summary>Returns the sum over outputs of the smallest mean loss of each.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="range">What an output can be.</param>
    /// <param name="targets">Rows of targets.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="rowWeights">A weight for each row, or nothing.</param>
    public static double SmallestLoss<T>(ConstantLoss loss, OutputRange range, ReadOnlySpan<T> targets, int width, ReadOnlySpan<T> rowWeights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var columns = new TargetColumn[width];
        for (int column = 0; column < width; column++)
        {
            columns[column] = TargetColumn.Of(targets, column, width, rowWeights);
        }

        if (range.IsShareOfOne)
        {
            return SmallestOfShares(loss, columns);
        }

        double sum = 0;
        foreach (TargetColumn column in columns)
        {
            sum += column.Value(loss, range.Clamp(Constant(column, loss, 0, double.MinValue, double.MaxValue)));
        }

        return sum;
    }

    private static double SmallestOfShares(ConstantLoss loss, TargetColumn[] columns)
    {
        // More of a share costs at most what the derivative is at 1, and the more the multiplier is, the larger are the shares.
        var low = new double[columns.Length];
        var high = new double[columns.Length];
        double least = double.PositiveInfinity;
        double most = double.NegativeInfinity;
        foreach (TargetColumn column in columns)
        {
            least = Math.Min(least, column.Slope(loss, 0));
            most = Math.Max(most, column.Slope(loss, 1));
        }

        Fill(low, columns, loss, least - 1);
        Fill(high, columns, loss, most + 1);
        (double from, double to) = (least - 1, most + 1);
        for (int halving = 0; halving < MultiplierBits; halving++)
        {
            double middle = from + ((to - from) / 2);
            double[] shares = new double[columns.Length];
            Fill(shares, columns, loss, middle);
            if (shares.Sum() < 1)
            {
                (from, low) = (middle, shares);
            }
            else
            {
                (to, high) = (middle, shares);
            }
        }

        // Where the derivative of a loss jumps or stands still, all constants between the two cost the same for the multiplier: enough of them to make 1.
        double gap = high.Sum() - low.Sum();
        double part = gap > 0 ? (1 - low.Sum()) / gap : 0;
        double sum = 0;
        for (int i = 0; i < columns.Length; i++)
        {
            sum += columns[i].Value(loss, low[i] + (part * (high[i] - low[i])));
        }

        return sum;
    }

    private static void Fill(double[] shares, TargetColumn[] columns, ConstantLoss loss, double slope)
    {
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = Constant(columns[i], loss, slope, 0, 1);
        }
    }

    /// <summary>Returns the smallest number between bounds at which the derivative is at least a slope; the upper bound where it nowhere is.</summary>
    private static double Constant(TargetColumn column, ConstantLoss loss, double slope, double least, double most)
    {
        long low = Order(least);
        long high = Order(most);
        while (low < high)
        {
            long middle = low + (long)((ulong)(high - low) / 2);
            if (column.Slope(loss, Number(middle)) >= slope)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return Number(low);
    }

    /// <summary>Returns the place of a number among all: neighbouring numbers have neighbouring places.</summary>
    private static long Order(double number)
    {
        long bits = BitConverter.DoubleToInt64Bits(number);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double Number(long order) => BitConverter.Int64BitsToDouble(order >= 0 ? order : long.MinValue - order);
}
