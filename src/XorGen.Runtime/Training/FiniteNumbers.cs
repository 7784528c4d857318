using System.Numerics;
using System.Runtime.InteropServices;

namespace XorGen.Training;

/// <summary>Looks for NaN and infinity.</summary>
internal static class FiniteNumbers
{
    /// <summary>Returns whether all numbers are finite.</summary>
    public static bool All<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // x - x is zero, or NaN where x is not finite, and stays so in a sum.
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        Vector<T> sum = Vector<T>.Zero;
        foreach (Vector<T> x in vectors)
        {
            sum += x - x;
        }

        bool finite = Vector.EqualsAll(sum, Vector<T>.Zero);
        foreach (T x in values[(vectors.Length * Vector<T>.Count)..])
        {
            finite &= T.IsFinite(x);
        }

        return finite;
    }

    /// <summary>Throws unless all numbers of the rows are finite.</summary>
    /// <exception cref="ArgumentException">One is not: row and column are counted from 0.</exception>
    public static void Check<T>(ReadOnlySpan<T> values, int width, string parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (All(values))
        {
            return;
        }

        int index = 0;
        while (T.IsFinite(values[index]))
        {
            index++;
        }

        string value = T.IsNaN(values[index]) ? "NaN" : T.IsPositive(values[index]) ? "infinity" : "-infinity";
        throw new ArgumentException(
            $"Row {index / width}, column {index % width} is {value}; all numbers must be finite. TrainingOptions.CheckData switches this check off.", parameter);
    }
}
