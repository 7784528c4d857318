using System.Globalization;

namespace XorGen;

/// <summary>A culture that writes numbers as German does: texts that heed it are noticed.</summary>
internal static class CommaCulture
{
    public static CultureInfo Create()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "−";
        return culture;
    }
}
