using System.Runtime.InteropServices;
using XorGen.Numerics;

namespace XorGen;

/// <summary>The rows of each class.</summary>
internal static class RowClasses
{
    /// <summary>Returns the rows of each class in random order.</summary>
    public static List<int>[] Shuffled(ReadOnlySpan<int> labels, int seed)
    {
        int count = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0)
            {
                throw new ArgumentException($"The label of row {i} is {labels[i]}; it must not be negative.", nameof(labels));
            }

            count = Math.Max(count, labels[i] + 1);
        }

        var classes = new List<int>[count];
        for (int label = 0; label < count; label++)
        {
            classes[label] = [];
        }

        for (int i = 0; i < labels.Length; i++)
        {
            classes[labels[i]].Add(i);
        }

        var random = new RandomSource(seed);
        foreach (List<int> members in classes)
        {
            random.Shuffle(CollectionsMarshal.AsSpan(members));
        }

        return classes;
    }
}
