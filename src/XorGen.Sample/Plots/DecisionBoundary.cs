using ScottPlot;
using ScottPlot.MultiplotLayouts;
using XorGen.Sample.Story;

namespace XorGen.Sample.Plots;

/// <summary>What every network that learned answers between the four rows: above on the tutorial's grid, below on a fine one.</summary>
internal static class DecisionBoundary
{
    // In the units of the layout's grid: a map is so many units wide, the scale beside them fewer.
    private const int MapUnits = 10;
    private const int ScaleUnits = 3;

    private static readonly AnswerGrid Tutorial = new(0, 0.08, 13);
    private static readonly AnswerGrid Fine = new(-0.12, 0.005, 249);

    public static Picture Of(IReadOnlyList<Outcome> outcomes)
    {
        Outcome[] learners = [.. outcomes.Where(outcome => outcome.ShouldLearn)];
        int units = (learners.Length * MapUnits) + ScaleUnits;
        var layout = new CustomGrid();
        var content = new Multiplot { Layout = layout };
        content.RemovePlot(content.GetPlot(0));
        for (int i = 0; i < learners.Length; i++)
        {
            DecisionMap.DrawBlocks(PlotAt(new GridCell(0, i * MapUnits, 2, units, colSpan: MapUnits)), learners[i], Tutorial);
            DecisionMap.DrawBoundary(PlotAt(new GridCell(1, i * MapUnits, 2, units, colSpan: MapUnits)), learners[i], Fine);
        }

        OutputScale.Draw(PlotAt(new GridCell(0, units - ScaleUnits, 1, units, colSpan: ScaleUnits)));
        return new Picture("decision-boundary", content, DecisionMap.Width * units / MapUnits, 2 * DecisionMap.Height);

        Plot PlotAt(GridCell cell)
        {
            Plot plot = content.AddPlot();
            layout.Set(plot, cell);
            return plot;
        }
    }
}
