using System.Globalization;
using System.Text;

namespace XorGen;

/// <summary>How often each class was taken for each class.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[] counts;

    /// <summary>Counts labels and predictions.</summary>
    /// <param name="labels">The true class of each row, from 0 to <paramref name="classes"/> - 1; at least one row.</param>
    /// <param name="predictions">The predicted class of each row, in the same range.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentException">The spans have different lengths, are empty, a class is out of range, or an array does not hold the square of their number.</exception>
    public ConfusionMatrix(ReadOnlySpan<int> labels, ReadOnlySpan<int> predictions, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        Numerics.Check.SomeRows(labels.Length, 1, predictions.Length, 1, nameof(labels), nameof(predictions));
        Numerics.Check.Labels(labels, classes, nameof(labels));
        Numerics.Check.Labels(predictions, classes, nameof(predictions));
        ClassCount = classes;
        Total = labels.Length;
        counts = new int[Rows.LengthOf(classes, classes, nameof(classes))];
        for (int i = 0; i < labels.Length; i++)
        {
            counts[(labels[i] * classes) + predictions[i]]++;
        }
    }

    /// <summary>Gets the number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Total { get; }

    /// <summary>Gets the number of rows whose class was predicted.</summary>
    public int Correct => Enumerable.Range(0, ClassCount).Sum(label => this[label, label]);

    /// <summary>Gets the number of rows of a class for which a class was predicted.</summary>
    /// <param name="label">The true class.</param>
    /// <param name="prediction">The predicted class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int this[int label, int prediction]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(label);
            ArgumentOutOfRangeException.ThrowIfNegative(prediction);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, ClassCount);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(prediction, ClassCount);
            return counts[(label * ClassCount) + prediction];
        }
    }

    /// <summary>Returns the number of rows of a class.</summary>
    /// <param name="label">The class.</param>
    public int Support(int label) => Enumerable.Range(0, ClassCount).Sum(prediction => this[label, prediction]);

    /// <summary>Returns the number of rows for which a class was predicted.</summary>
    /// <param name="prediction">The class.</param>
    public int Predicted(int prediction) => Enumerable.Range(0, ClassCount).Sum(label => this[label, prediction]);

    /// <summary>Returns the table, a row for each true class, a column for each predicted one.</summary>
    public override string ToString() => ToString([.. Enumerable.Range(0, ClassCount).Select(label => label.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Returns the table, a row for each true class, a column for each predicted one.</summary>
    /// <param name="classNames">The name of each class.</param>
    /// <exception cref="ArgumentException">There are not as many names as classes.</exception>
    public string ToString(IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        Numerics.Check.Length(classNames.Count, ClassCount, nameof(classNames));
        const string Corner = "true \\ predicted";
        int first = Math.Max(Corner.Length, classNames.Max(name => name.Length));
        int[] widths = [.. classNames.Select((name, column) => Math.Max(name.Length, Digits(column)))];
        var text = new StringBuilder(Corner.PadRight(first));
        for (int column = 0; column < ClassCount; column++)
        {
            text.Append("  ").Append(classNames[column].PadLeft(widths[column]));
        }

        for (int row = 0; row < ClassCount; row++)
        {
            text.Append('\n').Append(classNames[row].PadRight(first));
            for (int column = 0; column < ClassCount; column++)
            {
                text.Append("  ").Append(this[row, column].ToString(CultureInfo.InvariantCulture).PadLeft(widths[column]));
            }
        }

        return text.Append('\n').ToString();
    }

    private int Digits(int column) =>
        Enumerable.Range(0, ClassCount).Max(row => this[row, column].ToString(CultureInfo.InvariantCulture).Length);
}
