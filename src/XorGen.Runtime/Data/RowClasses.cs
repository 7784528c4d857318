using System.Runtime.InteropServices;
using XorGen.Numerics;

namespace XorGen;

/// <summary>The rows of each class.</summary>
internal static class RowClasses
{
    /// <summary>Returns the rows of each class that occurs, in the order of the classes, each in random order.</summary>
    public static List<int>[] Shuffled(ReadOnlySpan<int> labels, int seed)
    {
        var classes = new SortedDictionary<int, List<int>>();
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0)
            {
                throw new ArgumentException($"The label of row {i} is {labels[i]}; it must not be negative.", nameof(labels));
            }

            if (!classes.TryGetValue(labels[i], out List<int>? members))
            {
                classes.Add(labels[i], members = []);
            }

            members.Add(i);
        }

        var random = new RandomSource(seed);
        foreach (List<int> members in classes.Values)
        {
            random.Shuffle(CollectionsMarshal.AsSpan(members));
        }

        return [.. classes.Values];
    }
}
