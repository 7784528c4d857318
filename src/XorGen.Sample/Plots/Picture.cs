using System.Text;
using ScottPlot;
using SkiaSharp;

namespace XorGen.Sample.Plots;

/// <summary>A picture to be written as PNG and as SVG.</summary>
/// <param name="Name">The name of the files, without their endings.</param>
/// <param name="Content">What is on it.</param>
/// <param name="Width">The width of the SVG, in pixels.</param>
/// <param name="Height">The height of the SVG, in pixels.</param>
internal sealed record Picture(string Name, Multiplot Content, int Width, int Height)
{
    /// <summary>How many pixels of the PNG there are to one of the SVG: enough for a sharp screen.</summary>
    private const int PngScale = 2;

    /// <summary>Writes both files and returns their full paths.</summary>
    public IReadOnlyList<string> Save(DirectoryInfo directory)
    {
        string png = Path.Combine(directory.FullName, Name + ".png");
        string svg = Path.Combine(directory.FullName, Name + ".svg");
        File.WriteAllBytes(png, Png());
        File.WriteAllText(svg, Svg());
        return [png, svg];
    }

    private byte[] Png()
    {
        using SKSurface surface = SKSurface.Create(new SKImageInfo(Width * PngScale, Height * PngScale));
        surface.Canvas.Scale(PngScale);
        Draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }

    private string Svg()
    {
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream))
        {
            Draw(canvas);
        }

        // Without the font a browser would take one with serifs, and it would blur the blocks of a coarse grid.
        return Encoding.UTF8.GetString(stream.ToArray())
            .Replace($"font-family=\"{EmbeddedFont.Family}\"", $"font-family=\"{EmbeddedFont.Family}, Arial, Helvetica, sans-serif\"", StringComparison.Ordinal)
            .Replace("<image ", "<image image-rendering=\"pixelated\" ", StringComparison.Ordinal);
    }

    private void Draw(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        Content.Render(canvas, new PixelRect(0, Width, Height, 0));
    }
}
