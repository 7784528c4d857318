using XorGen.Numerics;

namespace XorGen.Unrolled;

/// <summary>Targets that say the same as class labels.</summary>
internal static class LabelTargets
{
    /// <summary>Writes rows that are 1 in the label's column and 0 elsewhere; a single column is the label itself, 0 or 1. What is after them stays 0.</summary>
    public static void Write<T>(ReadOnlySpan<int> labels, Span<T> targets, int width)
        where T : unmanaged
    {
        targets.Clear();
        for (int i = 0; i < labels.Length; i++)
        {
            if (width == 1)
            {
                targets[i] = Rounding.To<T>(labels[i]);
            }
            else
            {
                targets[(i * width) + labels[i]] = Rounding.To<T>(1);
            }
        }
    }
}
