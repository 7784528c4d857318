using System.Globalization;
using System.Numerics;
using System.Text;

namespace XorGen;

/// <summary>How well a classifier has predicted the classes of some rows. The numbers are defined as scikit-learn defines them.</summary>
public sealed class ClassificationReport
{
    private ClassificationReport(ConfusionMatrix confusion)
    {
        Confusion = confusion;
        Classes = Array.AsReadOnly(Enumerable.Range(0, confusion.ClassCount).Select(label => Scores(confusion, label)).ToArray());
        Macro = Average(_ => 1.0 / confusion.ClassCount);
        Weighted = Average(scores => (double)scores.Support / confusion.Total);
    }

    /// <summary>Gets how often each class was taken for each class.</summary>
    public ConfusionMatrix Confusion { get; }

    /// <summary>Gets the share of rows whose class was predicted.</summary>
    public double Accuracy => (double)Confusion.Correct / Confusion.Total;

    /// <summary>Gets precision, recall and F1 of each class.</summary>
    public IReadOnlyList<ClassScores> Classes { get; }

    /// <summary>Gets their means over the classes.</summary>
    public ClassScores Macro { get; }

    /// <summary>Gets their means over the classes, weighted by the number of rows of each.</summary>
    public ClassScores Weighted { get; }

    /// <summary>
    /// Gets the area under the ROC curve, which takes any scores, probabilities or not; of more than two classes, the mean of each against the
    /// rest. Null where there were predicted classes only, or where a class has no rows or all.
    /// </summary>
    public double? RocAuc { get; private init; }

    /// <summary>
    /// Gets the mean of -log of the probability that the true class was given; null where there were no probabilities: predicted classes, a
    /// network whose outputs are none (linear, tanh, several sigmoids, any output that a hinge loss trains), values outside 0 to 1, or rows of
    /// several that do not add up to 1.
    /// </summary>
    public double? LogLoss { get; private init; }

    /// <summary>Reports on predicted classes.</summary>
    /// <param name="labels">The true class of each row, from 0; at least one row.</param>
    /// <param name="predictions">The predicted class of each row.</param>
    /// <param name="classes">The number of classes; null for one more than the largest that occurs.</param>
    /// <exception cref="ArgumentException">The spans have different lengths, are empty, or a class is out of range.</exception>
    public static ClassificationReport Of(ReadOnlySpan<int> labels, ReadOnlySpan<int> predictions, int? classes = null)
    {
        int largest = 0;
        foreach (int label in labels)
        {
            largest = Math.Max(largest, label);
        }

        foreach (int prediction in predictions)
        {
            largest = Math.Max(largest, prediction);
        }

        // The largest of all has no number after it; so many classes are too many anyway.
        return new ClassificationReport(new ConfusionMatrix(labels, predictions, classes ?? Math.Max(largest, largest + 1)));
    }

    /// <summary>Reports on probabilities, or on other scores.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="probabilities">
    /// Rows of <paramref name="outputs"/> values. One output is the probability of class 1 of two, several are those of
    /// each class. Of scores that are no probabilities there is no <see cref="LogLoss"/>.
    /// </param>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="labels">The true class of each row, from 0; at least one row.</param>
    /// <param name="threshold">What a single output is above where class 1 is predicted.</param>
    /// <exception cref="ArgumentException">The spans have different numbers of rows, are empty, a label is out of range, or a probability is NaN.</exception>
    public static ClassificationReport Of<T>(ReadOnlySpan<T> probabilities, int outputs, ReadOnlySpan<int> labels, double threshold = Numerics.ClassRule.Probability)
        where T : unmanaged, IFloatingPointIeee754<T> => Of(probabilities, outputs, labels, threshold, mayBeProbabilities: true);

    /// <summary>Reports on a network, whose outputs say the class as <see cref="Numerics.ClassRule"/> describes.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="labels">The true class of each row, from 0.</param>
    /// <param name="threshold">What a single output is above where class 1 is predicted; null for that of the network, <see cref="Numerics.ClassRule.ThresholdOf"/>.</param>
    /// <exception cref="ArgumentException">A span has another length, a label is out of range, or an output is NaN.</exception>
    public static ClassificationReport Of<T>(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, double? threshold = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkDescription description = network.Description;
        Numerics.Check.SomeRows(inputs.Length, description.InputCount, labels.Length, 1, nameof(inputs), nameof(labels));
        var outputs = new T[Rows.LengthOf(labels.Length, description.OutputCount, nameof(inputs))];
        network.Predict(inputs, outputs);
        if (description.Layers[^1].Activation == Activations.LogSoftmax)
        {
            Exponentiate(outputs);
        }

        return Of<T>(outputs, description.OutputCount, labels, threshold ?? Numerics.ClassRule.ThresholdOf(description), Numerics.ClassRule.GivesProbabilities(description));
    }

    /// <summary>Reports on a network, whose outputs say the class as <see cref="Numerics.ClassRule"/> describes.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of InputCount values, at least one row.</param>
    /// <param name="targets">
    /// As many rows of OutputCount values: the true class is that of the largest, or 1 where a single one is above the threshold.
    /// </param>
    /// <param name="threshold">
    /// What a single output, and a single target, is above where the class is 1. Null for the middle of the two values that the
    /// targets have (0 for -1 and 1, one half for 0 and 1); where they have one value or more than two, for that of the network.
    /// </param>
    /// <exception cref="ArgumentException">A span has another length, an output is NaN, or a row of targets has nothing but NaN.</exception>
    public static ClassificationReport Of<T>(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, double? threshold = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkDescription description = network.Description;
        Numerics.Check.SomeRows(
            inputs.Length, description.InputCount, targets.Length, description.OutputCount, nameof(inputs), nameof(targets));
        double limit = threshold ?? MiddleOfTwo(targets, description) ?? Numerics.ClassRule.ThresholdOf(description);
        return Of(network, inputs, Metrics.Predictions(targets, description.OutputCount, limit, nameof(targets)), limit);
    }

    /// <summary>Returns a table: a line for each class, and the averages.</summary>
    public override string ToString() => ToString([.. Enumerable.Range(0, Classes.Count).Select(label => label.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Returns a table: a line for each class, and the averages.</summary>
    /// <param name="classNames">The name of each class.</param>
    /// <exception cref="ArgumentException">There are not as many names as classes.</exception>
    public string ToString(IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        Numerics.Check.Length(classNames.Count, Classes.Count, nameof(classNames));
        const string MacroName = "macro average";
        const string WeightedName = "weighted average";
        int width = Math.Max(WeightedName.Length, classNames.Max(name => name.Length));
        var text = new StringBuilder($"{new string(' ', width)}  precision  recall      F1  support\n");
        for (int label = 0; label < Classes.Count; label++)
        {
            AppendLine(text, classNames[label].PadRight(width), Classes[label]);
        }

        AppendLine(text, MacroName.PadRight(width), Macro);
        AppendLine(text, WeightedName.PadRight(width), Weighted);
        text.Append(CultureInfo.InvariantCulture, $"{"accuracy".PadRight(width)}  {Accuracy,9:F4}\n");
        if (RocAuc is double area)
        {
            text.Append(CultureInfo.InvariantCulture, $"{"ROC AUC".PadRight(width)}  {area,9:F4}\n");
        }

        if (LogLoss is double loss)
        {
            text.Append(CultureInfo.InvariantCulture, $"{"log loss".PadRight(width)}  {loss,9:F4}\n");
        }

        return text.ToString();
    }

    private static ClassificationReport Of<T>(
        ReadOnlySpan<T> outputs, int width, ReadOnlySpan<int> labels, double threshold, bool mayBeProbabilities)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const string Outputs = "probabilities";
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width, nameof(outputs));
        Numerics.Check.SomeRows(outputs.Length, width, labels.Length, 1, Outputs, nameof(labels));
        int classes = Math.Max(width, 2);
        Numerics.Check.Labels(labels, classes, nameof(labels));
        Metrics.CheckNumbers(outputs, width, Outputs);
        int[] predictions = Metrics.Predictions(outputs, width, threshold);
        return new ClassificationReport(new ConfusionMatrix(labels, predictions, classes))
        {
            RocAuc = Metrics.EveryClassOccurs(labels, classes) ? Metrics.RocAuc(outputs, width, labels) : null,
            LogLoss = mayBeProbabilities && Metrics.AreProbabilities(outputs, width) ? Metrics.LogLoss(outputs, width, labels) : null,
        };
    }

    /// <summary>The middle of the two values that the targets of a single output have; null where there are not two, or where the loss takes probabilities.</summary>
    private static double? MiddleOfTwo<T>(ReadOnlySpan<T> targets, NetworkDescription description)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (description.OutputCount > 1 || description.Loss == Losses.BinaryCrossEntropy)
        {
            return null;
        }

        T first = targets[0];
        T second = first;
        foreach (T target in targets)
        {
            if (target != first && target != second)
            {
                if (second != first || !T.IsFinite(target))
                {
                    return null;
                }

                second = target;
            }
        }

        return second == first || !T.IsFinite(first) ? null : (double.CreateTruncating(first) / 2) + (double.CreateTruncating(second) / 2);
    }

    private static void Exponentiate<T>(Span<T> logarithms)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (ref T value in logarithms)
        {
            value = T.CreateTruncating(Numerics.ElementaryDouble.Exp(double.CreateTruncating(value)));
        }
    }

    private static void AppendLine(StringBuilder text, string name, ClassScores scores) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}  {scores.Precision,9:F4}  {scores.Recall,6:F4}  {scores.F1,6:F4}  {scores.Support,7}\n");

    private static ClassScores Scores(ConfusionMatrix confusion, int label)
    {
        int hits = confusion[label, label];
        int predicted = confusion.Predicted(label);
        int support = confusion.Support(label);
        return new(Ratio(hits, predicted), Ratio(hits, support), Ratio(2L * hits, (long)predicted + support), support);
    }

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private ClassScores Average(Func<ClassScores, double> weight) => new(
        Classes.Sum(scores => weight(scores) * scores.Precision),
        Classes.Sum(scores => weight(scores) * scores.Recall),
        Classes.Sum(scores => weight(scores) * scores.F1),
        Confusion.Total);
}
