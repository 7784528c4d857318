using System.Globalization;

namespace XorGen.Generator.Model;

/// <summary>The type of a network's numbers, and how C# spells it. The values are those of XorGen.Precision.</summary>
internal enum NumberFormat
{
    Single,
    Double,
}

internal static class NumberFormats
{
    public static string Keyword(this NumberFormat number) => number == NumberFormat.Single ? "float" : "double";

    public static string MathClass(this NumberFormat number) =>
        number == NumberFormat.Single ? "MathF" : "Math";

    /// <summary>The number of virtual lanes: a 512-bit vector's.</summary>
    public static int Lanes(this NumberFormat number) => number == NumberFormat.Single ? 16 : 8;

    /// <summary>Rounds a number to the format.</summary>
    public static double Round(this NumberFormat number, double value) => number == NumberFormat.Single ? (float)value : value;

    /// <summary>Spells a constant, rounded to the format, as the shortest text that gives it back.</summary>
    public static string Literal(this NumberFormat number, double value)
    {
        value = number.Round(value);
        if (double.IsInfinity(value) || double.IsNaN(value))
        {
            string name = double.IsNaN(value) ? "NaN" : value > 0 ? "PositiveInfinity" : "NegativeInfinity";
            return $"{number.Keyword()}.{name}";
        }

        // .NET Framework, on which an editor may run the generator, spells -0 as 0.
        if (value.IsNegativeZero())
        {
            return "-" + number.Literal(0);
        }

        return number == NumberFormat.Single ? SingleText((float)value) + "f" : DoubleText(value);
    }

    /// <summary>Whether a number is -0, which equals 0.</summary>
    public static bool IsNegativeZero(this double value) => BitConverter.DoubleToInt64Bits(value) == long.MinValue;

    private static string SingleText(float value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return float.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G9", CultureInfo.InvariantCulture);
    }

    private static string DoubleText(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        if (!double.Parse(text, CultureInfo.InvariantCulture).Equals(value))
        {
            text = value.ToString("G17", CultureInfo.InvariantCulture);
        }

        return text.IndexOfAny(['.', 'E']) >= 0 ? text : text + ".0";
    }
}
