using System.Globalization;
using System.Numerics;

namespace XorGen;

/// <summary>How well the numbers of one output were predicted.</summary>
/// <param name="R2">
/// 1 - (sum of squared errors) / (sum of squared distances of the targets from their mean). Of targets that are all the
/// same, also of a single row, 1 where they were predicted exactly, else 0. Targets are the same too when they differ by rounding only,
/// as <see cref="Standardizer"/> defines it; they are then predicted exactly when no error is larger than their own differences.
/// </param>
/// <param name="MeanAbsoluteError">The mean of |target - prediction|.</param>
/// <param name="RootMeanSquaredError">The square root of the mean of (target - prediction)².</param>
public readonly record struct RegressionScores(double R2, double MeanAbsoluteError, double RootMeanSquaredError)
{
    /// <summary>Returns the three measures in a line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"R2 {R2:G6}, MAE {MeanAbsoluteError:G6}, RMSE {RootMeanSquaredError:G6}");

    /// <summary>Measures one column of rows that were checked.</summary>
    internal static RegressionScores Of<T>(ReadOnlySpan<T> targets, ReadOnlySpan<T> predictions, int width, int column)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = targets.Length / width;
        double largestError = 0;
        for (int i = column; i < targets.Length; i += width)
        {
            // A NaN stays the largest.
            largestError = Math.Max(largestError, Math.Abs(double.CreateTruncating(targets[i]) - double.CreateTruncating(predictions[i])));
        }

        // A power of two, so that no square overflows or vanishes; nearly always 1.
        int scale = ColumnStatistics.ScaleOf(largestError);
        double absolute = 0;
        double squares = 0;
        for (int i = column; i < targets.Length; i += width)
        {
            double error = Math.ScaleB(double.CreateTruncating(targets[i]) - double.CreateTruncating(predictions[i]), scale);
            absolute += Math.Abs(error);
            squares += error * error;
        }

        double rootMeanSquare = Math.ScaleB(Math.Sqrt(squares / rows), -scale);
        return new(Determination(targets, width, column, largestError, rootMeanSquare), Math.ScaleB(absolute / rows, -scale), rootMeanSquare);
    }

    /// <summary>R², from the root of the mean squared error.</summary>
    private static double Determination<T>(ReadOnlySpan<T> targets, int width, int column, double largestError, double rootMeanSquare)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ColumnStatistics statistics = ColumnStatistics.Of(targets, width, column);
        if (ConstantColumn.Is<T>(statistics.Smallest, statistics.Largest))
        {
            return largestError <= statistics.Largest - statistics.Smallest ? 1 : double.IsNaN(largestError) ? double.NaN : 0;
        }

        double share = rootMeanSquare / statistics.Deviation;
        return 1 - (share * share);
    }
}
