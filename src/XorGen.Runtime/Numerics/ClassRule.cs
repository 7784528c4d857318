using System.Numerics;

namespace XorGen.Numerics;

/// <summary>The rule that makes a class of a row of outputs. Classify, Accuracy, predictions and reports all take it from here.</summary>
public static class ClassRule
{
    /// <summary>The threshold of a single output that is a probability, which is that of class 1.</summary>
    public const double Probability = 0.5;

    /// <summary>The threshold of a single output whose sign is the class, as the hinge losses train it.</summary>
    public const double Sign = 0;

    /// <summary>Returns the threshold that a single output of a network with this loss has.</summary>
    /// <param name="loss">The name of the loss, as <see cref="NetworkDescription.Loss"/> has it.</param>
    public static double ThresholdOf(string loss) => loss is Losses.Hinge or Losses.SquaredHinge ? Sign : Probability;

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
}
