using System.Globalization;

namespace XorGen;

/// <summary>Checks lists of numbers.</summary>
internal static class Numbers
{
    /// <summary>Copies numbers that are all finite.</summary>
    public static double[] Finite(IReadOnlyList<double> values, string parameter)
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        for (int i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Number {i} is {values[i]}; it must be finite."), parameter);
            }
        }

        return values.Count > 0 ? [.. values] : throw new ArgumentException("Expected at least one column, but there are 0.", parameter);
    }

    /// <summary>Copies numbers that are all finite and positive.</summary>
    public static double[] Positive(IReadOnlyList<double> values, string parameter)
    {
        double[] copy = Finite(values, parameter);
        int wrong = Array.FindIndex(copy, value => value <= 0);
        return wrong < 0
            ? copy
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Number {wrong} is {copy[wrong]}; it must be positive."), parameter);
    }
}
