using System.Reflection;
using ScottPlot;
using SkiaSharp;

namespace XorGen.Sample.Plots;

/// <summary>The font of the pictures. It is part of the program, so that they have text on a machine without any fonts.</summary>
internal sealed class EmbeddedFont : IFontResolver
{
    /// <summary>The name of the font's family.</summary>
    public const string Family = "Open Sans";

    /// <summary>Makes all pictures use the font.</summary>
    public static void Use()
    {
        if (!Fonts.FontResolvers.OfType<EmbeddedFont>().Any())
        {
            Fonts.FontResolvers.Insert(0, new EmbeddedFont());
            Fonts.Default = Family;
        }
    }

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Family ? Load(weight >= FontWeight.SemiBold) : null;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        fontName == Family ? Load(bold) : null;

    private static SKTypeface Load(bool bold)
    {
        string name = bold ? "OpenSans-Bold.ttf" : "OpenSans-Regular.ttf";
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new FileNotFoundException("The font was not embedded.", name);
        return SKTypeface.FromStream(stream);
    }
}
