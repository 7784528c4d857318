using ScottPlot;
using ScottPlot.MultiplotLayouts;

namespace XorGen.Sample.Plots;

/// <summary>A part of a picture.</summary>
/// <param name="Units">How wide it is beside the others.</param>
/// <param name="Draw">Draws it.</param>
internal sealed record Panel(int Units, Action<Plot> Draw)
{
    /// <summary>Returns a picture of panels side by side.</summary>
    public static Picture SideBySide(string name, int width, int height, params ReadOnlySpan<Panel> panels)
    {
        int units = 0;
        foreach (Panel panel in panels)
        {
            units += panel.Units;
        }

        var layout = new CustomGrid();
        var content = new Multiplot { Layout = layout };
        content.RemovePlot(content.GetPlot(0));
        int left = 0;
        foreach (Panel panel in panels)
        {
            Plot plot = content.AddPlot();
            layout.Set(plot, new GridCell(0, left, 1, units, colSpan: panel.Units));
            panel.Draw(plot);
            left += panel.Units;
        }

        return new Picture(name, content, width, height);
    }

    /// <summary>Writes a title and what the axes are.</summary>
    public static void Label(Plot plot, string title, string horizontal, string vertical)
    {
        plot.Title(title, size: 16);
        plot.XLabel(horizontal, size: 14);
        plot.YLabel(vertical, size: 14);
        plot.Axes.Bottom.TickLabelStyle.FontSize = 13;
        plot.Axes.Left.TickLabelStyle.FontSize = 13;
        plot.Axes.Left.MinimumSize = 75;
        plot.Axes.Right.MinimumSize = 25;
    }
}
