using System.Numerics;
using System.Text;

namespace XorGen;

/// <summary>
/// Scales each column to mean 0 and variance 1: <c>scaled = (value - mean) / deviation</c>. A column that is constant becomes 0.
/// </summary>
/// <remarks>
/// <para>The deviation is that of the population (divided by the number of rows), as in scikit-learn's StandardScaler.</para>
/// <para>A column is constant too when its values differ by rounding only, as 0.3 and 0.1 + 0.2 do: when the largest and the smallest
/// differ by no more than 4 units of roundoff of the larger magnitude (4 * 2^-52 in double precision, 4 * 2^-23 in single), unless both
/// are whole numbers up to 2^53 (2^24). The deviation of a constant column is taken to be 1, or the magnitude of its mean where the
/// values differ by rounding and that is larger: so rounding stays as small as it was.</para>
/// </remarks>
public sealed class Standardizer : Scaler
{
    internal const int FileKind = 1;

    /// <summary>Creates one from known numbers.</summary>
    /// <param name="means">The mean of each column.</param>
    /// <param name="deviations">The standard deviation of each column, positive.</param>
    /// <exception cref="ArgumentException">There are not as many deviations as means, or a number is not finite or not positive.</exception>
    public Standardizer(IReadOnlyList<double> means, IReadOnlyList<double> deviations)
        : base(Numbers.Finite(means, nameof(means)), Numbers.Positive(deviations, nameof(deviations)))
    {
        Numerics.Check.Length(deviations.Count, means.Count, nameof(deviations));
    }

    private Standardizer(double[] means, double[] remainders, double[] deviations)
        : base(means, deviations)
    {
        Remainders = remainders;
    }

    internal override ScalerContent Content => new(FileKind, [], [Centers, Remainders, Spreads]);

    /// <summary>Gets the mean and the standard deviation of each column of some rows.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">Rows of <paramref name="columns"/> finite numbers, at least one row.</param>
    /// <param name="columns">The number of columns.</param>
    /// <exception cref="ArgumentException">The rows are none or not whole, or a number is not finite: its row and column are named.</exception>
    public static Standardizer Fit<T>(ReadOnlySpan<T> rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckData(rows, columns);
        var means = new double[columns];
        var remainders = new double[columns];
        var deviations = new double[columns];
        for (int j = 0; j < columns; j++)
        {
            ColumnStatistics column = ColumnStatistics.Of(rows, columns, j);
            means[j] = column.Mean;
            remainders[j] = column.MeanRemainder;
            deviations[j] = column.Smallest == column.Largest ? 1
                : ConstantColumn.Is<T>(column.Smallest, column.Largest) ? Math.Max(1, Math.Abs(column.Mean))
                : Math.Max(column.Deviation, double.Epsilon);
        }

        return new Standardizer(means, remainders, deviations);
    }

    /// <summary>Returns a table: the mean and the deviation of each column.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"Standardizer of {ColumnTable.Count(ColumnCount)}\ncolumn            mean       deviation\n");
        for (int j = 0; j < ColumnCount; j++)
        {
            ColumnTable.AppendRow(text, j, Centers[j], Spreads[j]);
        }

        return text.ToString();
    }

    /// <summary>Makes one of what a file has.</summary>
    internal static Standardizer OfFile(double[] means, double[] remainders, double[] deviations) => new(means, remainders, deviations);

    private protected override double Scale(double value, int column)
    {
        double center = Centers[column];
        double spread = Spreads[column];
        double distance = value - center;
        return double.IsInfinity(distance) && double.IsFinite(value)
            ? ((value / 2) - (center / 2)) / (spread / 2)
            : (distance - Remainders[column]) / spread;
    }

    private protected override double Unscale(double scaled, int column) => ((scaled * Spreads[column]) + Remainders[column]) + Centers[column];
}
