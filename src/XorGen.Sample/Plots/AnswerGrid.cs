using System.Diagnostics.CodeAnalysis;
using ScottPlot;

namespace XorGen.Sample.Plots;

/// <summary>A square grid of points at which a network is asked.</summary>
/// <param name="Start">The smallest coordinate, of both inputs.</param>
/// <param name="Step">The distance between neighbours.</param>
/// <param name="Count">The number of points on a side.</param>
[SuppressMessage("Performance", "CA1814:Prefer jagged arrays over multidimensional", Justification = "ScottPlot takes these.")]
internal sealed record AnswerGrid(double Start, double Step, int Count)
{
    /// <summary>Gets the largest coordinate.</summary>
    public double End => At(Count - 1);

    /// <summary>Returns the answers: x0 to the right, x1 upwards, the topmost row first.</summary>
    public double[,] Heights(Func<double, double, double> predict)
    {
        var heights = new double[Count, Count];
        for (int row = 0; row < Count; row++)
        {
            for (int column = 0; column < Count; column++)
            {
                heights[row, column] = predict(At(column), At(Count - 1 - row));
            }
        }

        return heights;
    }

    /// <summary>Returns the answers with their places.</summary>
    public Coordinates3d[,] Surface(Func<double, double, double> predict)
    {
        var surface = new Coordinates3d[Count, Count];
        for (int row = 0; row < Count; row++)
        {
            for (int column = 0; column < Count; column++)
            {
                surface[row, column] = new Coordinates3d(At(column), At(row), predict(At(column), At(row)));
            }
        }

        return surface;
    }

    private double At(int index) => Start + (Step * index);
}
