using System.Numerics;

namespace XorGen;

/// <summary>Helps with tables that are stored row after row.</summary>
public static class Rows
{
    /// <summary>Returns chosen rows, one after the other.</summary>
    /// <typeparam name="T">The type of the values: numbers, or labels with a width of 1.</typeparam>
    /// <param name="source">Rows of <paramref name="width"/> values.</param>
    /// <param name="width">The number of values of a row.</param>
    /// <param name="chosen">The numbers of the rows, in any order; a row may occur again.</param>
    /// <exception cref="ArgumentException">The source is not whole rows, there is no such row, or an array does not hold so many values.</exception>
    public static T[] Gather<T>(ReadOnlySpan<T> source, int width, IReadOnlyList<int> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        int rows = Numerics.Check.WholeRows(source.Length, width, nameof(source));
        var gathered = new T[LengthOf(chosen.Count, width, nameof(chosen))];
        for (int i = 0; i < chosen.Count; i++)
        {
            int row = chosen[i];
            if ((uint)row >= (uint)rows)
            {
                throw new ArgumentOutOfRangeException(nameof(chosen), row, $"There is no row {row}: there are {rows}, from 0.");
            }

            source.Slice(row * width, width).CopyTo(gathered.AsSpan(i * width));
        }

        return gathered;
    }

    /// <summary>Returns a row for each label that is 1 in the label's column and 0 elsewhere.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="labels">The class of each row, from 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentException">A label is out of range, or an array does not hold so many values.</exception>
    public static T[] OneHot<T>(ReadOnlySpan<int> labels, int classes)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        Numerics.Check.Labels(labels, classes, nameof(labels));
        var rows = new T[LengthOf(labels.Length, classes, nameof(labels))];
        Numerics.RowBlocks.OneHot<T>(labels, rows, classes);
        return rows;
    }

    /// <summary>Returns the number of each name, the names in ordinal order: labels for classes that have names.</summary>
    /// <param name="values">A name for each row.</param>
    /// <param name="names">The different names; the label of a name is its place.</param>
    public static int[] Labels(IEnumerable<string> values, out IReadOnlyList<string> names)
    {
        string[] all = [.. values];
        string[] distinct = [.. all.Distinct().Order(StringComparer.Ordinal)];
        names = Array.AsReadOnly(distinct);
        return Array.ConvertAll(all, name => Array.BinarySearch(distinct, name, StringComparer.Ordinal));
    }

    /// <summary>Returns the values of a table of rows and columns, row after row: what all members over spans take.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="table">The table: rows, then columns.</param>
    /// <returns>A copy.</returns>
    public static T[] Flatten<T>(T[,] table)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(table);
        return Numerics.TableRows.AsSpan(table).ToArray();
    }

    /// <summary>Returns the values of rows, row after row: what all members over spans take.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="rows">Rows of equal length: an array of arrays, a list of them.</param>
    /// <returns>A copy.</returns>
    /// <exception cref="ArgumentException">A row is null or not as long as the first, or an array does not hold so many values.</exception>
    public static T[] Flatten<T>(IReadOnlyList<T[]> rows)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Count == 0 ? [] : Numerics.TableRows.Copy(rows, rows[0]?.Length ?? 0, "like the first one", nameof(rows));
    }

    /// <summary>Returns numbers rounded to single precision: data that was read as <see cref="double"/> for a network of <see cref="float"/>.</summary>
    /// <param name="values">Any numbers. Those beyond the range of <see cref="float"/> become infinite, which Fit refuses.</param>
    public static float[] ToSingle(ReadOnlySpan<double> values)
    {
        var rounded = new float[values.Length];
        for (int i = 0; i < rounded.Length; i++)
        {
            rounded[i] = (float)values[i];
        }

        return rounded;
    }

    /// <summary>Returns the number of values of some rows.</summary>
    /// <exception cref="ArgumentException">An array does not hold so many.</exception>
    internal static int LengthOf(int rows, int width, string parameter)
    {
        long length = (long)rows * width;
        return length <= Array.MaxLength
            ? (int)length
            : throw new ArgumentException($"{rows} rows of {width} are {length} values, but an array holds at most {Array.MaxLength}.", parameter);
    }
}
