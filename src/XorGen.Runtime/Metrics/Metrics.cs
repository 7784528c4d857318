using System.Globalization;
using System.Numerics;
using XorGen.Numerics;

namespace XorGen;

/// <summary>Measures of predictions. Sums are in double precision and in the order of the rows.</summary>
public static class Metrics
{
    /// <summary>Returns the class that each row's outputs predict: that of the largest (the first, of equal ones; NaN is never the largest), or 1 where a single output is above a threshold.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">Rows of <paramref name="width"/> values.</param>
    /// <param name="width">The number of outputs, at least 1.</param>
    /// <param name="threshold">What a single output is above where the class is 1; one half is right for probabilities, 0 for a network with a hinge loss (<see cref="ClassRule"/>).</param>
    /// <exception cref="ArgumentException">The length is not whole rows, or a row has nothing but NaN.</exception>
    public static int[] Predictions<T>(ReadOnlySpan<T> outputs, int width, double threshold = ClassRule.Probability)
        where T : unmanaged, IFloatingPointIeee754<T> => Predictions(outputs, width, threshold, nameof(outputs));

    internal static int[] Predictions<T>(ReadOnlySpan<T> outputs, int width, double threshold, string parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = Check.WholeRows(outputs.Length, width, parameter);
        var predictions = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            predictions[i] = ClassOf(outputs.Slice(i * width, width), threshold);
            if (predictions[i] < 0)
            {
                throw new ArgumentException($"Row {i} has nothing but NaN, which is no class.", parameter);
            }
        }

        return predictions;
    }

    /// <summary>Returns the share of rows whose predicted class is the true one.</summary>
    /// <param name="labels">The true class of each row, at least one row.</param>
    /// <param name="predictions">The predicted class of each row.</param>
    /// <exception cref="ArgumentException">The spans have different lengths, or are empty.</exception>
    public static double Accuracy(ReadOnlySpan<int> labels, ReadOnlySpan<int> predictions)
    {
        Check.SomeRows(labels.Length, 1, predictions.Length, 1, nameof(labels), nameof(predictions));
        int correct = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            correct += labels[i] == predictions[i] ? 1 : 0;
        }

        return (double)correct / labels.Length;
    }

    /// <summary>
    /// Returns the area under the ROC curve: the share of all pairs of a positive and a negative row in which the
    /// positive one has the higher score, a tie counting one half.
    /// </summary>
    /// <remarks>
    /// It is the Mann-Whitney statistic U, from ranks, over the number of pairs: H. B. Mann and D. R. Whitney, 1947; J. A.
    /// Hanley and B. J. McNeil, 1982. Tied scores share the mean of their ranks.
    /// </remarks>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="scores">A score for each row, a number; more means more likely positive.</param>
    /// <param name="labels">1 for a positive row, 0 for a negative one; at least one of each.</param>
    /// <exception cref="ArgumentException">The spans have different lengths, a label is neither 0 nor 1 or one of them does not occur, or a score is NaN.</exception>
    public static double RocAuc<T>(ReadOnlySpan<T> scores, ReadOnlySpan<int> labels)
        where T : unmanaged, IFloatingPointIeee754<T> => RocAuc(scores, 1, labels);

    /// <summary>Returns the area under the ROC curve; of more than two classes, the mean over the areas of each class against the rest.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="scores">Rows of <paramref name="outputs"/> values: one is the score of class 1 of two, several are those of each class.</param>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="labels">The class of each row; each class occurs.</param>
    /// <exception cref="ArgumentException">The spans have different numbers of rows, a label is out of range, a class does not occur, or a score is NaN.</exception>
    public static double RocAuc<T>(ReadOnlySpan<T> scores, int outputs, ReadOnlySpan<int> labels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        int rows = Check.SomeRows(scores.Length, outputs, labels.Length, 1, nameof(scores), nameof(labels));
        Check.Labels(labels, Math.Max(outputs, 2), nameof(labels));
        CheckNumbers(scores, outputs, nameof(scores));
        var column = new double[rows];
        if (outputs <= 2)
        {
            return Area(Column(scores, outputs, outputs - 1, column), labels, 1);
        }

        double sum = 0;
        for (int label = 0; label < outputs; label++)
        {
            sum += Area(Column(scores, outputs, label, column), labels, label);
        }

        return sum / outputs;
    }

    /// <summary>
    /// Returns the mean of -log p, p being the probability that the true class of each row was given, kept away from 0 and
    /// 1 by the unit roundoff of its type, as scikit-learn does.
    /// </summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="probabilities">Rows of <paramref name="outputs"/> values: one is the probability of class 1 of two, several are those of each class.</param>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="labels">The class of each row, at least one row.</param>
    /// <exception cref="ArgumentException">The spans have different numbers of rows, a label is out of range, or a value is NaN, below 0 or above 1, which is no probability.</exception>
    public static double LogLoss<T>(ReadOnlySpan<T> probabilities, int outputs, ReadOnlySpan<int> labels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        int rows = Check.SomeRows(probabilities.Length, outputs, labels.Length, 1, nameof(probabilities), nameof(labels));
        Check.Labels(labels, Math.Max(outputs, 2), nameof(labels));
        CheckNumbers(probabilities, outputs, nameof(probabilities));
        CheckProbabilities(probabilities, outputs, nameof(probabilities));
        double least = double.CreateTruncating(T.BitIncrement(T.One) - T.One);
        double sum = 0;
        for (int i = 0; i < rows; i++)
        {
            double p = double.CreateTruncating(probabilities[(i * outputs) + (outputs == 1 ? 0 : labels[i])]);
            p = outputs == 1 && labels[i] == 0 ? 1 - p : p;
            sum -= ElementaryDouble.Log(Math.Clamp(p, least, 1 - least));
        }

        return sum / rows;
    }

    /// <summary>Whether each class has a row.</summary>
    internal static bool EveryClassOccurs(ReadOnlySpan<int> labels, int classes)
    {
        for (int label = 0; label < classes; label++)
        {
            if (!labels.Contains(label))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all values are from 0 to 1, and those of a row of several add up to 1, but for rounding.</summary>
    internal static bool AreProbabilities<T>(ReadOnlySpan<T> values, int width)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const double Rounding = 1e-3;
        for (int row = 0; row < values.Length; row += width)
        {
            double sum = 0;
            foreach (T value in values.Slice(row, width))
            {
                if (!(value >= T.Zero && value <= T.One))
                {
                    return false;
                }

                sum += double.CreateTruncating(value);
            }

            if (width > 1 && Math.Abs(sum - 1) > Rounding)
            {
                return false;
            }
        }

        return true;
    }

    private static void CheckProbabilities<T>(ReadOnlySpan<T> values, int width, string parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] < T.Zero || values[i] > T.One)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Row {i / width}, column {i % width} is {values[i]}; a probability is from 0 to 1."), parameter);
            }
        }
    }

    /// <summary>Throws where a value is NaN.</summary>
    internal static void CheckNumbers<T>(ReadOnlySpan<T> values, int width, string parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (T.IsNaN(values[i]))
            {
                throw new ArgumentException($"Row {i / width}, column {i % width} is NaN; it must be a number.", parameter);
            }
        }
    }

    /// <summary>The class that a row of outputs, or of targets, stands for; -1 where it has nothing but NaN.</summary>
    internal static int ClassOf<T>(ReadOnlySpan<T> row, double threshold = ClassRule.Probability)
        where T : unmanaged, IFloatingPointIeee754<T> => ClassRule.Of(row, threshold);

    private static double[] Column<T>(ReadOnlySpan<T> scores, int width, int index, double[] column)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = double.CreateTruncating(scores[(i * width) + index]);
        }

        return column;
    }

    private static double Area(double[] scores, ReadOnlySpan<int> labels, int positive)
    {
        int positives = labels.Count(positive);
        long negatives = labels.Length - positives;
        if (positives == 0 || negatives == 0)
        {
            throw new ArgumentException(
                $"The ROC curve of class {positive} needs rows of it and others, but {positives} of {labels.Length} rows are of it.", nameof(labels));
        }

        var order = new int[scores.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        double[] sorted = [.. scores];
        Array.Sort(sorted, order);

        // Twice the sum of the positives' ranks, from 1, is a whole number: a tie from first to last has the mean rank
        // (first + last) / 2.
        long doubledRanks = 0;
        for (int first = 0, last; first < sorted.Length; first = last + 1)
        {
            last = first;
            while (last + 1 < sorted.Length && sorted[last + 1] == sorted[first])
            {
                last++;
            }

            for (int i = first; i <= last; i++)
            {
                doubledRanks += labels[order[i]] == positive ? first + last + 2 : 0;
            }
        }

        long doubledPairs = doubledRanks - ((long)positives * (positives + 1));
        return doubledPairs / (2.0 * positives * negatives);
    }
}
