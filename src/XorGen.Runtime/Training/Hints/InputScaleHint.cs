using System.Globalization;
using System.Numerics;

namespace XorGen.Training;

/// <summary>Looks for columns of inputs that are far from mean 0 and standard deviation 1.</summary>
/// <remarks>
/// The bounds leave what trains well as it is: 0 and 1, one-hot codes however rare, values from 0 to 1, standardised columns with
/// outliers, grey values from 0 to 16, angles, and centimetres of a flower.
/// </remarks>
internal static class InputScaleHint
{
    private const double LargestDeviation = 10;
    private const double LargestMean = 30;
    private const double SmallestDeviation = 0.02;
    private const double SmallestRange = 0.1;

    /// <summary>So many rows, taken evenly from all, say which columns deserve a look at every row.</summary>
    internal const int SampleRows = 128;

    public static TrainingHint? Find<T>(ReadOnlySpan<T> inputs, int width)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = inputs.Length / width;
        int step = 1 + ((rows - 1) / SampleRows);
        int count = FindWorst(inputs, width, step, out ColumnRange worst);
        if (count > 0 && step > 1)
        {
            worst = ColumnRange.Of(inputs, width, worst.Column, 1);
            if (!IsFar(worst))
            {
                // The sample was not like the rest.
                count = FindWorst(inputs, width, 1, out worst);
            }
        }

        return count == 0 ? null : Describe(worst, count, width);
    }

    /// <summary>Returns how many columns are far from 0 and 1, and the farthest of them.</summary>
    private static int FindWorst<T>(ReadOnlySpan<T> inputs, int width, int step, out ColumnRange worst)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        worst = default;
        int count = 0;
        for (int column = 0; column < width; column++)
        {
            ColumnRange range = ColumnRange.Of(inputs, width, column, step);
            if (IsFar(range))
            {
                worst = count == 0 || Distance(range) > Distance(worst) ? range : worst;
                count++;
            }
        }

        return count;
    }

    private static bool IsFar(in ColumnRange range) => IsLarge(range) || IsSmall(range);

    private static bool IsLarge(in ColumnRange range) => range.Deviation > LargestDeviation || Math.Abs(range.Mean) > LargestMean;

    /// <summary>A constant column is no small one: it is another bias.</summary>
    private static bool IsSmall(in ColumnRange range) =>
        range.Deviation is > 0 and < SmallestDeviation && range.Largest - range.Smallest < SmallestRange;

    private static double Distance(in ColumnRange range) =>
        IsLarge(range) ? Math.Max(range.Deviation, Math.Abs(range.Mean)) : 1 / range.Deviation;

    private static TrainingHint Describe(in ColumnRange range, int count, int width) => new(
        TrainingHintKind.InputsNotScaled,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Column {range.Column} of the inputs has a mean of {range.Mean:G4} and a standard deviation of {range.Deviation:G4} (from {range.Smallest:G5} to {range.Largest:G5}){Others(count, width)}. Networks learn best from columns with a mean near 0 and a standard deviation near 1: scale the inputs with a Standardizer or a MinMaxScaler, and those that you predict from with the same one."));

    private static string Others(int count, int width) => count switch
    {
        1 => string.Empty,
        _ when count == width => string.Create(CultureInfo.InvariantCulture, $", and no column of the {width} is better scaled"),
        _ => string.Create(CultureInfo.InvariantCulture, $", the farthest from 0 and 1 of {count} such columns among {width}"),
    };
}
