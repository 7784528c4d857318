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

    /// <summary>Gets the colour of what a network was trained on.</summary>
    public static Color Training { get; } = Color.FromHex("#0072b2");

    /// <summary>Gets the colour of what a network was tested on.</summary>
    public static Color Test { get; } = Color.FromHex("#d55e00");

    /// <summary>Gets the colour of what is right.</summary>
    public static Color Right { get; } = Color.FromHex("#009e73");

    /// <summary>Gets the colours of a share from 0 to 1: white to blue.</summary>
    public static IColormap Shares { get; } = new ScottPlot.Colormaps.CustomInterpolated([Color.FromHex("#ffffff"), Color.FromHex("#0072b2")]);

    /// <summary>Gets the colours of ink: white to black.</summary>
    public static IColormap Greys { get; } = new ScottPlot.Colormaps.CustomInterpolated([Color.FromHex("#ffffff"), Color.FromHex("#000000")]);
}
