using System.Numerics;
using XorGen.Numerics;

namespace XorGen;

/// <summary>Fills missing values, which are NaN, with a number for each column: the mean or the median of the values that are there.</summary>
/// <remarks>
/// It is fitted to the training rows and then fills every row, those of the test and of use too. Where it may matter that a value is missing,
/// give the network a further column that says so, 1 or 0. scikit-learn's SimpleImputer.
/// </remarks>
public sealed class Imputer
{
    private readonly double[] values;

    /// <summary>Makes one from the numbers of another: those that a program has kept.</summary>
    /// <param name="values">The number for each column, finite.</param>
    /// <exception cref="ArgumentException">There is none, or one is not finite.</exception>
    public Imputer(params IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        this.values = [.. values];
        if (this.values.Length == 0 || !Array.TrueForAll(this.values, double.IsFinite))
        {
            throw new ArgumentException("Expected a finite number for each column, at least one.", nameof(values));
        }
    }

    /// <summary>Gets what a missing value of each column becomes.</summary>
    public IReadOnlyList<double> Values => values;

    /// <summary>Gets the number of columns.</summary>
    public int ColumnCount => values.Length;

    /// <summary>Returns an imputer with the mean of each column.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">Rows of <paramref name="columns"/> values, NaN where one is missing.</param>
    /// <param name="columns">The number of columns.</param>
    /// <exception cref="ArgumentException">The rows are not whole, a column has nothing but NaN, or a value is infinite.</exception>
    public static Imputer Mean<T>(ReadOnlySpan<T> rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        double[] means = new double[columns];
        for (int column = 0; column < means.Length; column++)
        {
            // Divided before they are added, so that the sum of finite values is finite.
            double[] present = Present(rows, columns, column);
            foreach (double value in present)
            {
                means[column] += value / present.Length;
            }
        }

        return new(means);
    }

    /// <summary>Returns an imputer with the median of each column: the middle value, of an even number the mean of the two in the middle.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">Rows of <paramref name="columns"/> values, NaN where one is missing.</param>
    /// <param name="columns">The number of columns.</param>
    /// <exception cref="ArgumentException">The rows are not whole, a column has nothing but NaN, or a value is infinite.</exception>
    public static Imputer Median<T>(ReadOnlySpan<T> rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        double[] medians = new double[columns];
        for (int column = 0; column < medians.Length; column++)
        {
            double[] present = Present(rows, columns, column);
            Array.Sort(present);
            int middle = present.Length / 2;
            medians[column] = present.Length % 2 == 1 ? present[middle] : (present[middle - 1] / 2) + (present[middle] / 2);
        }

        return new(medians);
    }

    /// <summary>Returns rows in which nothing is missing.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">Rows of ColumnCount values, NaN where one is missing.</param>
    /// <exception cref="ArgumentException">The rows are not whole.</exception>
    public T[] Transform<T>(ReadOnlySpan<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var filled = new T[rows.Length];
        Transform(rows, filled);
        return filled;
    }

    /// <summary>Fills what is missing in rows.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">Rows of ColumnCount values, NaN where one is missing.</param>
    /// <param name="filled">Receives as many values; may be the same memory.</param>
    /// <exception cref="ArgumentException">The rows are not whole, or the spans have different lengths.</exception>
    public void Transform<T>(ReadOnlySpan<T> rows, Span<T> filled)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check.WholeRows(rows.Length, values.Length, nameof(rows));
        Check.Length(filled.Length, rows.Length, nameof(filled));
        rows.CopyTo(filled);
        for (int i = 0; i < filled.Length; i++)
        {
            filled[i] = T.IsNaN(filled[i]) ? T.CreateTruncating(values[i % values.Length]) : filled[i];
        }
    }

    /// <summary>The values of a column that are there.</summary>
    private static double[] Present<T>(ReadOnlySpan<T> rows, int columns, int column)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check.WholeRows(rows.Length, columns, nameof(rows));
        var present = new List<double>();
        for (int i = column; i < rows.Length; i += columns)
        {
            if (T.IsInfinity(rows[i]))
            {
                throw new ArgumentException($"Row {i / columns}, column {column} is infinite; it must be a finite number, or NaN where it is missing.", nameof(rows));
            }

            if (!T.IsNaN(rows[i]))
            {
                present.Add(double.CreateTruncating(rows[i]));
            }
        }

        return present.Count > 0
            ? [.. present]
            : throw new ArgumentException($"Column {column} has no value in any row, so there is nothing to fill it with.", nameof(rows));
    }
}
