using System.Globalization;
using System.Numerics;

namespace XorGen;

/// <summary>
/// Scales each column to a range: <c>scaled = low + (value - smallest) (high - low) / (largest - smallest)</c>. A column that is
/// constant becomes the lower end.
/// </summary>
public sealed class MinMaxScaler : Scaler
{
    internal const int FileKind = 2;

    internal MinMaxScaler(double[] centers, double[] spreads)
        : base(centers, spreads)
    {
    }

    private protected override int Kind => FileKind;

    /// <summary>Creates one from known numbers.</summary>
    /// <param name="smallest">The value of each column that becomes <paramref name="low"/>.</param>
    /// <param name="largest">The value of each column that becomes <paramref name="high"/>; where it is the same, the column becomes <paramref name="low"/>.</param>
    /// <param name="low">The lower end of the range.</param>
    /// <param name="high">The upper end of the range.</param>
    /// <exception cref="ArgumentException">There are not as many of both, a number is not finite, or the ends are not in order.</exception>
    public static MinMaxScaler Between(IReadOnlyList<double> smallest, IReadOnlyList<double> largest, double low = 0, double high = 1)
    {
        double[] least = Numbers.Finite(smallest, nameof(smallest));
        double[] most = Numbers.Finite(largest, nameof(largest));
        Numerics.Check.Length(most.Length, least.Length, nameof(largest));
        if (!(low < high) || !double.IsFinite(high - low))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The range must go up, but it is from {low} to {high}."), nameof(high));
        }

        var centers = new double[least.Length];
        var spreads = new double[least.Length];
        for (int j = 0; j < least.Length; j++)
        {
            double width = most[j] - least[j];
            if (!(width >= 0) || !double.IsFinite(width))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Column {j} is from {least[j]} to {most[j]}; it must go up."), nameof(largest));
            }

            spreads[j] = (width > 0 ? width : 1) / (high - low);
            centers[j] = least[j] - (low * spreads[j]);
        }

        return new MinMaxScaler(centers, spreads);
    }

    /// <summary>Gets the smallest and the largest value of each column of some rows.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">Rows of <paramref name="columns"/> finite numbers, at least one row.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="low">The lower end of the range.</param>
    /// <param name="high">The upper end of the range.</param>
    /// <exception cref="ArgumentException">The rows are none or not whole, a number is not finite (its row and column are named), or the ends are not in order.</exception>
    public static MinMaxScaler Fit<T>(ReadOnlySpan<T> rows, int columns, double low = 0, double high = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckData(rows, columns);
        var smallest = new double[columns];
        var largest = new double[columns];
        for (int j = 0; j < columns; j++)
        {
            smallest[j] = double.PositiveInfinity;
            largest[j] = double.NegativeInfinity;
            for (int i = j; i < rows.Length; i += columns)
            {
                double value = double.CreateTruncating(rows[i]);
                smallest[j] = Math.Min(smallest[j], value);
                largest[j] = Math.Max(largest[j], value);
            }
        }

        return Between(smallest, largest, low, high);
    }
}
