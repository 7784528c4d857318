using ScottPlot;

namespace XorGen.Sample.Plots;

/// <summary>The colours of the pictures: Okabe and Ito's, which colour-blind readers can tell apart.</summary>
internal static class Palette
{
    /// <summary>Gets the colours of the networks, in the order of the story.</summary>
    public static IReadOnlyList<Color> Networks { get; } =
        [Color.FromHex("#7f7f7f"), Color.FromHex("#d55e00"), Color.FromHex("#0072b2"), Color.FromHex("#009e73")];

    /// <summary>Gets the colours of an output from 0 over 0.5, which is white, to 1.</summary>
    public static IColormap Outputs { get; } = new ScottPlot.Colormaps.CustomInterpolated(
        [Color.FromHex("#0072b2"), Color.FromHex("#ffffff"), Color.FromHex("#e69f00")]);
}
