using System.Numerics;

namespace XorGen;

/// <summary>
/// Scales each column to mean 0 and variance 1: <c>scaled = (value - mean) / deviation</c>. A column that is constant becomes 0.
/// </summary>
/// <remarks>The deviation is that of the population (divided by the number of rows), as in scikit-learn's StandardScaler.</remarks>
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

    private protected override int Kind => FileKind;

    /// <summary>Gets the mean and the standard deviation of each column of some rows.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">Rows of <paramref name="columns"/> finite numbers, at least one row.</param>
    /// <param name="columns">The number of columns.</param>
    /// <exception cref="ArgumentException">The rows are none or not whole, or a number is not finite: its row and column are named.</exception>
    public static Standardizer Fit<T>(ReadOnlySpan<T> rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = CheckData(rows, columns);
        var means = new double[columns];
        var deviations = new double[columns];
        for (int j = 0; j < columns; j++)
        {
            // Relative to the first value, so that the digits of a small spread around a large mean are kept, and a constant
            // column has a variance of exactly 0.
            double first = double.CreateTruncating(rows[j]);
            double sum = 0;
            for (int i = j; i < rows.Length; i += columns)
            {
                sum += double.CreateTruncating(rows[i]) - first;
            }

            double shift = sum / count;
            double squares = 0;
            for (int i = j; i < rows.Length; i += columns)
            {
                double distance = double.CreateTruncating(rows[i]) - first - shift;
                squares += distance * distance;
            }

            means[j] = first + shift;
            deviations[j] = squares > 0 ? Math.Sqrt(squares / count) : 1;
        }

        return new Standardizer(means, deviations);
    }
}
