using System.Numerics;
using System.Runtime.InteropServices;

namespace XorGen.Training;

/// <summary>The targets of one output with their weights; equal targets are one of the sum of the weights, where there are not many of them.</summary>
internal readonly struct TargetColumn
{
    /// <summary>Labels and counts have fewer different values; of measurements there is no telling.</summary>
    private const int MostDistinct = 1024;

    private readonly double[] values;
    private readonly double[] weights;

    private TargetColumn(double[] values, double[] weights, double weight)
    {
        this.values = values;
        this.weights = weights;
        Weight = weight;
    }

    /// <summary>Gets the sum of the weights.</summary>
    public double Weight { get; }

    /// <summary>Takes a column of the targets, row-major; rows of weight 0 are left out.</summary>
    public static TargetColumn Of<T>(ReadOnlySpan<T> targets, int column, int width, ReadOnlySpan<T> rowWeights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Added in the order of the rows, and listed in that of their first appearance: so the sums have the same bits everywhere.
        var places = new Dictionary<double, int>();
        int rows = targets.Length / width;
        var values = new double[rows];
        var weights = new double[rows];
        int count = 0;
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            double weight = rowWeights.IsEmpty ? 1 : double.CreateTruncating(rowWeights[row]);
            if (weight == 0)
            {
                continue;
            }

            double value = double.CreateTruncating(targets[(row * width) + column]);
            sum += weight;
            if (places.Count < MostDistinct)
            {
                ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, value, out bool exists);
                if (exists)
                {
                    weights[place] += weight;
                    continue;
                }

                place = count;
            }

            values[count] = value;
            weights[count++] = weight;
        }

        return new TargetColumn(values[..count], weights[..count], sum);
    }

    /// <summary>Returns the mean loss of a constant.</summary>
    public double Value(ConstantLoss loss, double constant)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += weights[i] * loss.Value(constant, values[i]);
        }

        return sum / Weight;
    }

    /// <summary>Returns the derivative of that.</summary>
    public double Slope(ConstantLoss loss, double constant)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += weights[i] * loss.Slope(constant, values[i]);
        }

        return sum / Weight;
    }
}
