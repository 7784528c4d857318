using System.Numerics;
using System.Runtime.InteropServices;

namespace XorGen.Training;

/// <summary>Says of most inputs, at little cost, that their scale needs no closer look.</summary>
/// <remarks>One method, so that a short program, which waits for the JIT more than for the training, compiles no more for inputs that are fine.</remarks>
internal static class OrdinaryInputs
{
    private const double LargestMagnitude = 10;
    private const double SmallestRange = 0.1;

    /// <summary>Returns whether every column is constant or varies by a tenth at least, within -10 to 10.</summary>
    public static bool All<T>(ReadOnlySpan<T> inputs, int width, int step)
        where T : unmanaged, IFloatingPointIeee754<T> => typeof(T) == typeof(float)
        ? AllOf(MemoryMarshal.Cast<T, float>(inputs), width, step)
        : AllOf(MemoryMarshal.Cast<T, double>(inputs), width, step);

    private static bool AllOf(ReadOnlySpan<float> inputs, int width, int step)
    {
        for (int column = 0; column < width; column++)
        {
            float smallest = inputs[column], largest = inputs[column];
            for (long i = column; i < inputs.Length; i += (long)step * width)
            {
                float x = inputs[(int)i];
                smallest = x < smallest ? x : smallest;
                largest = x > largest ? x : largest;
            }

            double range = largest - smallest;
            if (smallest < -LargestMagnitude || largest > LargestMagnitude || (range < SmallestRange && range != 0))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AllOf(ReadOnlySpan<double> inputs, int width, int step)
    {
        for (int column = 0; column < width; column++)
        {
            double smallest = inputs[column], largest = inputs[column];
            for (long i = column; i < inputs.Length; i += (long)step * width)
            {
                double x = inputs[(int)i];
                smallest = x < smallest ? x : smallest;
                largest = x > largest ? x : largest;
            }

            double range = largest - smallest;
            if (smallest < -LargestMagnitude || largest > LargestMagnitude || (range < SmallestRange && range != 0))
            {
                return false;
            }
        }

        return true;
    }
}
