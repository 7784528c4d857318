using System.Numerics;

namespace XorGen;

/// <summary>How well the numbers of one output were predicted.</summary>
/// <param name="R2">
/// 1 - (sum of squared errors) / (sum of squared distances of the targets from their mean). Of targets that are all the
/// same, 1 where they were predicted exactly, else 0.
/// </param>
/// <param name="MeanAbsoluteError">The mean of |target - prediction|.</param>
/// <param name="RootMeanSquaredError">The square root of the mean of (target - prediction)².</param>
public readonly record struct RegressionScores(double R2, double MeanAbsoluteError, double RootMeanSquaredError)
{
    /// <summary>Measures one column of rows that were checked.</summary>
    internal static RegressionScores Of<T>(ReadOnlySpan<T> targets, ReadOnlySpan<T> predictions, int width, int column)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = targets.Length / width;
        double mean = 0;
        for (int i = column; i < targets.Length; i += width)
        {
            mean += double.CreateTruncating(targets[i]);
        }

        mean /= rows;
        double absolute = 0;
        double squares = 0;
        double spread = 0;
        for (int i = column; i < targets.Length; i += width)
        {
            double target = double.CreateTruncating(targets[i]);
            double error = target - double.CreateTruncating(predictions[i]);
            absolute += Math.Abs(error);
            squares += error * error;
            spread += (target - mean) * (target - mean);
        }

        double r2 = spread > 0 ? 1 - (squares / spread) : squares == 0 ? 1 : squares > 0 ? 0 : double.NaN;
        return new(r2, absolute / rows, Math.Sqrt(squares / rows));
    }
}
