using System.ComponentModel;

namespace XorGen.Unrolled;

/// <summary>A block of neighbouring samples of a batch, as many as there are virtual lanes, and the sums of these lanes.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
/// <param name="inputs">The inputs of the first sample.</param>
/// <param name="targets">The targets of the first sample.</param>
/// <param name="weights">The weight of the first sample, or a null reference.</param>
/// <param name="sums">The sum of the first lane: of the loss, then of the derivative by each parameter.</param>
/// <param name="scale">The factor of each sample's loss, times its weight where it has one.</param>
/// <param name="count">The number of samples that count; those after them are copies that fill the lanes.</param>
/// <param name="sample">The number of the first sample in its batch.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public readonly ref struct LaneBlock<T>(ref T inputs, ref T targets, ref T weights, ref T sums, T scale, int count, int sample)
    where T : unmanaged
{
    internal readonly ref T Inputs = ref inputs;
    internal readonly ref T Targets = ref targets;
    internal readonly ref T Weights = ref weights;
    internal readonly ref T Sums = ref sums;
    internal readonly T Scale = scale;
    internal readonly int Count = count;
    internal readonly int Sample = sample;
}
