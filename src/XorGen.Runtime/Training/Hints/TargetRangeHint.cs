using System.Globalization;
using System.Numerics;

namespace XorGen.Training;

/// <summary>Looks for targets that the output activation cannot give, where the loss measures the distance between the two.</summary>
internal static class TargetRangeHint
{
    /// <summary>How far outside a target has to be, relative to the bound and at least to 1: rounding is no error.</summary>
    private const double Tolerance = 1e-3;

    public static TrainingHint? Find<T>(ReadOnlySpan<T> targets, int width, NetworkDescription description)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (description.Layers.Count == 0 || description.Loss is not ("mse" or "mae" or "huber" or "log_cosh"))
        {
            // Other losses take probabilities, counts or signs, and refuse what is none.
            return null;
        }

        string activation = description.Layers[^1].Activation;
        (double low, double high) = Range(activation);
        for (int column = 0; column < width && (double.IsFinite(low) || double.IsFinite(high)); column++)
        {
            ColumnRange range = ColumnRange.Of(targets, width, column, 1);
            if (IsOutside(range.Smallest, low, high) || IsOutside(range.Largest, low, high))
            {
                return Describe(range, CountOutside(targets, width, column, low, high), targets.Length / width, activation, low, high);
            }
        }

        return null;
    }

    /// <summary>The values of activations that have no parameter of their own and are not all numbers.</summary>
    private static (double Low, double High) Range(string activation) => activation switch
    {
        "sigmoid" or "hard_sigmoid" or "elliot" or "gaussian" or "softmax" => (0, 1),
        "tanh" or "softsign" or "sin" or "cos" => (-1, 1),
        "arctan" => (-Math.PI / 2, Math.PI / 2),
        "relu" or "softplus" or "squareplus" or "exponential" => (0, double.PositiveInfinity),
        "relu6" => (0, 6),
        "log_sigmoid" or "log_softmax" => (double.NegativeInfinity, 0),
        "selu" => (-1.7580993408473766, double.PositiveInfinity),
        "gelu" or "gelu_tanh" => (-0.171, double.PositiveInfinity),
        "silu" => (-0.2785, double.PositiveInfinity),
        "mish" => (-0.3089, double.PositiveInfinity),
        "hard_swish" => (-0.375, double.PositiveInfinity),
        _ => (double.NegativeInfinity, double.PositiveInfinity),
    };

    private static bool IsOutside(double value, double low, double high) =>
        value < low - (Tolerance * Math.Max(1, Math.Abs(low))) || value > high + (Tolerance * Math.Max(1, Math.Abs(high)));

    private static int CountOutside<T>(ReadOnlySpan<T> targets, int width, int column, double low, double high)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = 0;
        for (int i = column; i < targets.Length; i += width)
        {
            count += IsOutside(double.CreateTruncating(targets[i]), low, high) ? 1 : 0;
        }

        return count;
    }

    private static TrainingHint Describe(in ColumnRange range, int outside, int rows, string activation, double low, double high)
    {
        string values = !double.IsFinite(high) ? string.Create(CultureInfo.InvariantCulture, $"no less than {low:G4}")
            : !double.IsFinite(low) ? string.Create(CultureInfo.InvariantCulture, $"no more than {high:G4}")
            : string.Create(CultureInfo.InvariantCulture, $"values from {low:G4} to {high:G4}");
        return new TrainingHint(
            TrainingHintKind.TargetsOutOfRange,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Column {range.Column} of the targets goes from {range.Smallest:G5} to {range.Largest:G5}, but the output activation {activation} gives {values}: {outside} of {rows} rows cannot be met. Write OutputActivation = \"linear\", or scale the targets, with MinMaxScaler for example."));
    }
}
