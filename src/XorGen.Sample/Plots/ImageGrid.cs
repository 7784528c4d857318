using System.Diagnostics.CodeAnalysis;
using ScottPlot;
using ScottPlot.Plottables;

namespace XorGen.Sample.Plots;

/// <summary>Images, each with what it is and what a network took it for.</summary>
internal static class ImageGrid
{
    private const double ImageSide = 0.9;
    private const double RowHeight = 1.35;
    private const int PixelsPerColumn = 100;
    private const int TitleHeight = 60;

    public static Picture Of(string name, string title, IReadOnlyList<LabelledImage> images, int columns, int rows)
    {
        LabelledImage[] shown = [.. images.Take(columns * rows)];
        int usedRows = (shown.Length + columns - 1) / columns;
        int height = TitleHeight + (int)(usedRows * RowHeight * PixelsPerColumn);
        return Panel.SideBySide(name, columns * PixelsPerColumn, height, new Panel(1, plot => Draw(plot, title, shown, columns, usedRows)));
    }

    private static void Draw(Plot plot, string title, LabelledImage[] images, int columns, int rows)
    {
        for (int i = 0; i < images.Length; i++)
        {
            AddImage(plot, images[i], i % columns, (rows - 1 - (i / columns)) * RowHeight);
        }

        plot.Title(title, size: 18);
        plot.HideGrid();
        plot.HideAxesAndGrid();
        plot.Axes.SetLimits(-0.05, columns - 0.05, -0.05, rows * RowHeight);
        plot.Layout.Fixed(new PixelPadding(left: 5, right: 5, bottom: 5, top: TitleHeight - 10));
        plot.Axes.Title.IsVisible = true;
    }

    [SuppressMessage("Performance", "CA1814:Prefer jagged arrays over multidimensional", Justification = "ScottPlot takes one.")]
    private static void AddImage(Plot plot, LabelledImage image, double left, double bottom)
    {
        var pixels = new double[image.Side, image.Side];
        for (int pixel = 0; pixel < image.Pixels.Length; pixel++)
        {
            pixels[pixel / image.Side, pixel % image.Side] = image.Pixels.Span[pixel];
        }

        Heatmap map = plot.Add.Heatmap(pixels);
        map.Colormap = Palette.Greys;
        map.Rectangle = new CoordinateRect(left, left + ImageSide, bottom, bottom + ImageSide);
        AddText(plot, image.Truth, left, bottom + ImageSide + 0.18, Colors.Black);
        AddText(plot, image.Prediction, left, bottom + ImageSide + 0.02, image.Truth == image.Prediction ? Palette.Right : Palette.Test);
    }

    private static void AddText(Plot plot, string words, double left, double bottom, Color color)
    {
        Text text = plot.Add.Text(words, left + (ImageSide / 2), bottom);
        text.LabelAlignment = Alignment.LowerCenter;
        text.LabelFontSize = 13;
        text.LabelFontColor = color;
        text.LabelBold = true;
    }
}
