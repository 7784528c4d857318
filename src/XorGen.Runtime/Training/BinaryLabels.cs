using System.ComponentModel;
using System.Numerics;
using XorGen.Numerics;

namespace XorGen.Training;

/// <summary>
/// Class labels 0 and 1 of networks with a single output, which generated code turns into target values: 0 and 1 for binary_cross_entropy,
/// -1 and 1 for the hinge losses. So labels give the bits that those targets give, in every layout.
/// </summary>
/// <remarks>
/// The values of a call are in memory of the calling thread, which grows to the largest number of rows; <c>Fit</c> makes them once, and its
/// steps read them as they read any targets.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BinaryLabels
{
    /// <summary>Returns the target value of each label, valid until the next call on this thread.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="inputs">The rows that the labels are of.</param>
    /// <param name="inputCount">The number of inputs of a row.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="negative">The target of class 0, 0 or -1; that of class 1 is 1.</param>
    /// <exception cref="ArgumentException">There are not as many labels as rows, or one is neither 0 nor 1.</exception>
    public static ReadOnlySpan<T> ToTargets<T>(ReadOnlySpan<T> inputs, int inputCount, ReadOnlySpan<int> labels, T negative)
        where T : unmanaged, INumberBase<T>
    {
        Check.SomeRows(inputs.Length, inputCount, labels.Length, 1, nameof(inputs), nameof(labels));
        Span<T> targets = ThreadMemory<T>.Get(labels.Length);
        Fill(labels, targets, negative);
        return targets;
    }

    /// <summary>Returns the share of rows whose output is on their label's side of the threshold that <see cref="ClassRule"/> gives the network.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of inputs.</param>
    /// <param name="labels">The class of each row, 0 or 1.</param>
    /// <exception cref="ArgumentException">A span has another length, or a label is neither 0 nor 1.</exception>
    public static double Accuracy<TNetwork, T>(in TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels)
        where TNetwork : INetwork<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const int Chunk = 64;
        NetworkDescription description = network.Description;
        int width = description.InputCount;
        int rows = Check.SomeRows(inputs.Length, width, labels.Length, 1, nameof(inputs), nameof(labels));
        Check.Labels(labels, 2, nameof(labels));
        double threshold = ClassRule.ThresholdOf(description);
        Span<T> outputs = stackalloc T[Chunk];
        int correct = 0;
        for (int first = 0; first < rows; first += Chunk)
        {
            int count = Math.Min(Chunk, rows - first);
            network.Predict(inputs.Slice(first * width, count * width), outputs[..count]);
            for (int i = 0; i < count; i++)
            {
                correct += ClassRule.OfOne(outputs[i], threshold) == labels[first + i] ? 1 : 0;
            }
        }

        return (double)correct / rows;
    }

    /// <summary>Whether a network takes labels 0 and 1 for its single output.</summary>
    internal static bool AreTakenBy(NetworkDescription description) =>
        description.OutputCount == 1 && TargetDomains.Of(description.Loss) is TargetDomain.ZeroToOne or TargetDomain.MinusOneOrOne;

    /// <summary>Returns the target of class 0 of a loss, that of class 1 being 1.</summary>
    internal static T Negative<T>(string loss)
        where T : unmanaged, INumberBase<T> => TargetDomains.Of(loss) == TargetDomain.MinusOneOrOne ? -T.One : T.Zero;

    /// <summary>Returns the target values of labels, in an array of their own.</summary>
    /// <exception cref="ArgumentException">A label is neither 0 nor 1.</exception>
    internal static T[] NewTargets<T>(ReadOnlySpan<int> labels, string loss)
        where T : unmanaged, INumberBase<T>
    {
        var targets = new T[labels.Length];
        Fill(labels, targets, Negative<T>(loss));
        return targets;
    }

    /// <summary>Returns labels, 1 where the value is true, valid until the next call on this thread.</summary>
    internal static ReadOnlySpan<int> Of(ReadOnlySpan<bool> labels)
    {
        Span<int> numbers = ThreadMemory<int>.Get(labels.Length);
        Fill(labels, numbers);
        return numbers;
    }

    internal static void Fill(ReadOnlySpan<bool> labels, Span<int> numbers)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            numbers[i] = labels[i] ? 1 : 0;
        }
    }

    private static void Fill<T>(ReadOnlySpan<int> labels, Span<T> targets, T negative)
        where T : unmanaged, INumberBase<T>
    {
        int bits = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            bits |= labels[i];
            targets[i] = labels[i] == 0 ? negative : T.One;
        }

        if ((bits & ~1) != 0)
        {
            Check.Labels(labels, 2, nameof(labels));
        }
    }

    private static class ThreadMemory<T>
        where T : unmanaged
    {
        [ThreadStatic]
        private static T[]? memory;

        public static Span<T> Get(int length)
        {
            T[]? present = memory;
            if (present is null || present.Length < length)
            {
                memory = present = new T[Math.Max(length, (int)Math.Min(Array.MaxLength, 2L * (present?.Length ?? 8)))];
            }

            return present.AsSpan(0, length);
        }
    }
}
