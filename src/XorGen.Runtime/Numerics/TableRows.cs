using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace XorGen.Numerics;

/// <summary>Tables and lists of rows as the spans that networks take.</summary>
internal static class TableRows
{
    /// <summary>Returns a span over a table, whose rows are one after the other in memory: nothing is copied.</summary>
    public static ReadOnlySpan<T> AsSpan<T>(T[,] table)
        where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(table)), table.Length);

    /// <summary>Returns a span over a table whose rows have the expected length.</summary>
    /// <exception cref="ArgumentException">They have another length.</exception>
    public static ReadOnlySpan<T> AsSpan<T>(T[,] table, int width, string parameter)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(table, parameter);
        return table.GetLength(1) == width
            ? AsSpan(table)
            : throw new ArgumentException($"Expected rows of {width}, but the table has {table.GetLength(1)} columns.", parameter);
    }

    /// <summary>Returns a copy of rows that have the expected length.</summary>
    /// <exception cref="ArgumentException">A row is null or has another length, or an array does not hold so many values.</exception>
    public static T[] Copy<T>(IReadOnlyList<T[]> rows, int width, string parameter)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(rows, parameter);
        return Copy(rows, width, null, parameter);
    }

    /// <summary>Returns a copy of rows that have the expected length.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="width">The expected length.</param>
    /// <param name="reason">Where the expected length is from, for the message; may be null.</param>
    /// <param name="parameter">The name of the argument.</param>
    public static T[] Copy<T>(IReadOnlyList<T[]> rows, int width, string? reason, string parameter)
        where T : unmanaged
    {
        var values = new T[XorGen.Rows.LengthOf(rows.Count, width, parameter)];
        for (int i = 0; i < rows.Count; i++)
        {
            T[]? row = rows[i];
            if (row is null || row.Length != width)
            {
                string actual = row is null ? "is null" : $"has {row.Length}";
                throw new ArgumentException($"Expected rows of {width} values{(reason is null ? string.Empty : $", {reason}")}, but row {i} {actual}.", parameter);
            }

            row.CopyTo(values, i * width);
        }

        return values;
    }
}
