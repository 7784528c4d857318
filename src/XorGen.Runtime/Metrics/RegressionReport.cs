using System.Globalization;
using System.Numerics;
using System.Text;

namespace XorGen;

/// <summary>How well numbers were predicted. The measures are defined as scikit-learn defines them.</summary>
public sealed class RegressionReport
{
    private RegressionReport(RegressionScores[] outputs)
    {
        Outputs = Array.AsReadOnly(outputs);
    }

    /// <summary>Gets the measures of each output.</summary>
    public IReadOnlyList<RegressionScores> Outputs { get; }

    /// <summary>Gets the mean over the outputs of R²: the share of the targets' variance that is explained.</summary>
    public double R2 => Outputs.Average(output => output.R2);

    /// <summary>Gets the mean over the outputs of the mean absolute error, in units of the targets.</summary>
    public double MeanAbsoluteError => Outputs.Average(output => output.MeanAbsoluteError);

    /// <summary>Gets the mean over the outputs of the root of the mean squared error, in units of the targets.</summary>
    public double RootMeanSquaredError => Outputs.Average(output => output.RootMeanSquaredError);

    /// <summary>Reports on predicted numbers.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="targets">Rows of <paramref name="outputs"/> values, at least one row.</param>
    /// <param name="predictions">As many rows.</param>
    /// <param name="outputs">The number of values of a row.</param>
    /// <exception cref="ArgumentException">The spans have different lengths, are empty or not whole rows.</exception>
    public static RegressionReport Of<T>(ReadOnlySpan<T> targets, ReadOnlySpan<T> predictions, int outputs = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        Numerics.Check.SomeRows(targets.Length, outputs, predictions.Length, outputs, nameof(targets), nameof(predictions));
        var scores = new RegressionScores[outputs];
        for (int j = 0; j < outputs; j++)
        {
            scores[j] = RegressionScores.Of(targets, predictions, outputs, j);
        }

        return new RegressionReport(scores);
    }

    /// <summary>Reports on what a network predicts: on the means, where its outputs are means and variances.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">As many rows of TargetCount values.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static RegressionReport Of<T>(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkDescription description = network.Description;
        Numerics.Check.SomeRows(
            inputs.Length, description.InputCount, targets.Length, description.TargetCount, nameof(inputs), nameof(targets));
        var outputs = new T[Rows.LengthOf(targets.Length / description.TargetCount, description.OutputCount, nameof(inputs))];
        network.Predict(inputs, outputs);
        if (description.TargetCount < description.OutputCount)
        {
            // The first outputs of a row are what the targets are compared with.
            var means = new T[targets.Length];
            for (int i = 0; i < means.Length; i++)
            {
                means[i] = outputs[(i / description.TargetCount * description.OutputCount) + (i % description.TargetCount)];
            }

            outputs = means;
        }

        return Of<T>(targets, outputs, description.TargetCount);
    }

    /// <summary>Returns a table: a line for each output, and of several their means.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("output       R2          MAE         RMSE\n");
        for (int j = 0; j < Outputs.Count; j++)
        {
            AppendLine(text, j.ToString(CultureInfo.InvariantCulture), Outputs[j]);
        }

        if (Outputs.Count > 1)
        {
            AppendLine(text, "mean", new RegressionScores(R2, MeanAbsoluteError, RootMeanSquaredError));
        }

        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, string name, RegressionScores scores) => text.Append(
        CultureInfo.InvariantCulture, $"{name,6}  {scores.R2,7:F4}  {scores.MeanAbsoluteError,11:G6}  {scores.RootMeanSquaredError,11:G6}\n");
}
