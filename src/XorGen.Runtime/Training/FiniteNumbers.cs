using System.Numerics;
using System.Runtime.InteropServices;

namespace XorGen.Training;

/// <summary>Looks for NaN and infinity.</summary>
internal static class FiniteNumbers
{
    /// <summary>Returns whether all numbers are finite.</summary>
    /// <remarks>
    /// x - x is zero, or NaN where x is not finite, and stays so in a sum. Four sums are enough to wait for memory and not for
    /// additions. Vector&lt;T&gt; would cost a short program ten milliseconds of loading and compiling, and operators of T half a one.
    /// </remarks>
    public static bool All<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T> => typeof(T) == typeof(float)
        ? AllOf(MemoryMarshal.Cast<T, float>(values))
        : AllOf(MemoryMarshal.Cast<T, double>(values));

    /// <summary>Throws unless all numbers of the rows are finite.</summary>
    /// <exception cref="ArgumentException">One is not: row and column are counted from 0.</exception>
    public static void Check<T>(ReadOnlySpan<T> values, int width, string parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!All(values))
        {
            Throw(values, width, parameter);
        }
    }

    private static bool AllOf(ReadOnlySpan<float> values)
    {
        float sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        int i = 0;
        for (; i + 4 <= values.Length; i += 4)
        {
            ReadOnlySpan<float> four = values.Slice(i, 4);
            sum0 += four[0] - four[0];
            sum1 += four[1] - four[1];
            sum2 += four[2] - four[2];
            sum3 += four[3] - four[3];
        }

        for (; i < values.Length; i++)
        {
            sum0 += values[i] - values[i];
        }

        return sum0 + sum1 + sum2 + sum3 == 0;
    }

    private static bool AllOf(ReadOnlySpan<double> values)
    {
        double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        int i = 0;
        for (; i + 4 <= values.Length; i += 4)
        {
            ReadOnlySpan<double> four = values.Slice(i, 4);
            sum0 += four[0] - four[0];
            sum1 += four[1] - four[1];
            sum2 += four[2] - four[2];
            sum3 += four[3] - four[3];
        }

        for (; i < values.Length; i++)
        {
            sum0 += values[i] - values[i];
        }

        return sum0 + sum1 + sum2 + sum3 == 0;
    }

    private static void Throw<T>(ReadOnlySpan<T> values, int width, string parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int index = 0;
        while (T.IsFinite(values[index]))
        {
            index++;
        }

        string value = T.IsNaN(values[index]) ? "NaN" : T.IsPositive(values[index]) ? "infinity" : "-infinity";
        throw new ArgumentException(
            $"Row {index / width}, column {index % width} is {value}; all numbers must be finite. options.CheckData = false switches this check off.", parameter);
    }
}
