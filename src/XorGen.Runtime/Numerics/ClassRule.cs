using System.Numerics;

namespace XorGen.Numerics;

/// <summary>The rule that makes a class of a row of outputs. Classify, Accuracy, predictions and reports all take it from here.</summary>
public static class ClassRule
{
    /// <summary>The threshold of a single output that is a probability, which is that of class 1.</summary>
    public const double Probability = 0.5;

    /// <summary>The threshold of a single output whose sign is the class, as the hinge losses train it.</summary>
    public const double Sign = 0;

    /// <summary>The threshold of a single output that is the logarithm of a probability: -log 2.</summary>
    public const double LogProbability = -0.6931471805599453;

    /// <summary>
    /// Returns the threshold that a single output of a network has, where its two classes meet: one half for sigmoid, the probability of class 1;
    /// 0 for the hinge losses, whose targets are -1 and 1, and for outputs from -a to a (tanh, hard_tanh, softsign, arctan, sin, cos); -log 2 for
    /// log_sigmoid; one half for all others, as between targets of 0 and 1. A hinge loss on an output that cannot be negative (sigmoid,
    /// hard_sigmoid, elliot, gaussian) leaves it at one half.
    /// </summary>
    /// <param name="description">What the network is.</param>
    public static double ThresholdOf(NetworkDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return ActivationOf(description) switch
        {
            Activations.Sigmoid or Activations.HardSigmoid or Activations.Elliot or Activations.Gaussian => Probability,
            Activations.Tanh or Activations.HardTanh or Activations.Softsign or Activations.Arctan or Activations.Sin or Activations.Cos => Sign,
            Activations.LogSigmoid => LogProbability,
            _ => IsOfMargins(description) ? Sign : Probability,
        };
    }

    /// <summary>Returns whether a network's outputs are the probabilities of the classes or their logarithms: softmax, log_softmax, and a single sigmoid that no hinge loss trains.</summary>
    /// <param name="description">What the network is.</param>
    public static bool GivesProbabilities(NetworkDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return ActivationOf(description) switch
        {
            Activations.Softmax or Activations.LogSoftmax => true,
            Activations.Sigmoid or Activations.HardSigmoid or Activations.Elliot => description.OutputCount == 1 && !IsOfMargins(description),
            _ => false,
        };
    }

    /// <summary>Returns the class that a single output predicts: 1 where it is above the threshold, 0 where it is not, -1 where it is NaN.</summary>
    /// <param name="output">The output.</param>
    /// <param name="threshold">One of the thresholds above.</param>
    public static int OfOne<T>(T output, double threshold)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsNaN(output) ? -1 : output > T.CreateTruncating(threshold) ? 1 : 0;

    /// <summary>Returns the class that a row of an output for each class predicts: the largest, the first of equal ones. NaN is never the largest; -1 where all are NaN.</summary>
    /// <param name="outputs">A row, not empty.</param>
    public static int OfSeveral<T>(ReadOnlySpan<T> outputs)
        where T : unmanaged, INumber<T> => RowBlocks.LargestIndex(outputs);

    /// <summary>Returns the class that a row predicts: <see cref="OfOne"/> where there is one output, else <see cref="OfSeveral"/>.</summary>
    /// <param name="outputs">A row, not empty.</param>
    /// <param name="threshold">The threshold of a single output.</param>
    public static int Of<T>(ReadOnlySpan<T> outputs, double threshold)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        outputs.Length == 1 ? OfOne(outputs[0], threshold) : OfSeveral(outputs);

    /// <summary>Returns the class that each of some single outputs predicts.</summary>
    /// <param name="outputs">An output for each row.</param>
    /// <param name="threshold">The threshold.</param>
    public static int[] OfEachOne<T>(ReadOnlySpan<T> outputs, double threshold)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var classes = new int[outputs.Length];
        for (int i = 0; i < classes.Length; i++)
        {
            classes[i] = OfOne(outputs[i], threshold);
        }

        return classes;
    }

    /// <summary>Returns the class that each of some rows predicts.</summary>
    /// <param name="outputs">Whole rows, one after the other.</param>
    /// <param name="width">The number of outputs of a row.</param>
    public static int[] OfEachRow<T>(ReadOnlySpan<T> outputs, int width)
        where T : unmanaged, INumber<T>
    {
        var classes = new int[outputs.Length / width];
        for (int i = 0; i < classes.Length; i++)
        {
            classes[i] = OfSeveral(outputs.Slice(i * width, width));
        }

        return classes;
    }

    private static bool IsOfMargins(NetworkDescription description) => description.Loss is Losses.Hinge or Losses.SquaredHinge;

    private static string ActivationOf(NetworkDescription description) =>
        description.Layers.Count == 0 ? Activations.Linear : description.Layers[^1].Activation;
}
