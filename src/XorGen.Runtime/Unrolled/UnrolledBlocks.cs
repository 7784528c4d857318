using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using XorGen.Numerics;

namespace XorGen.Unrolled;

/// <summary>Passes blocks of samples through an unrolled network, with vectors of a given width.</summary>
internal static class UnrolledBlocks<T, TState, TNetwork>
    where T : unmanaged
    where TState : unmanaged
    where TNetwork : struct, IUnrolledNetwork<T, TState>
{
    /// <summary>A training step as one kernel, on at most as many samples as there are lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Step<V, L>(ref TState state, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, int count, T learningRate)
        where V : struct
        where L : struct, ILanes<V, T>
    {
        if (count == L.Count && labels.IsEmpty)
        {
            V weight = L.Create(Rounding.To<T>(1.0 / (L.Count * (double)TNetwork.LossDivisor)));
            return TNetwork.Step<V, L>(
                ref state, ref MemoryMarshal.GetReference(inputs), ref MemoryMarshal.GetReference(targets), weight, learningRate);
        }

        return StepPadded<V, L>(ref state, inputs, targets, labels, count, learningRate);
    }

    /// <summary>Passes a block of as many samples as there are virtual lanes, one vector of them after the other.</summary>
    public static void Pass<V, L, TPass>(ref TState state, in LaneBlock<T> block, int lanes)
        where V : struct
        where L : struct, ILanes<V, T>
        where TPass : struct, IPass
    {
        for (int lane = 0; lane < lanes; lane += L.Count)
        {
            ref T x = ref Unsafe.Add(ref block.Inputs, lane * TNetwork.InputCount);
            ref T y = ref Unsafe.Add(ref block.Targets, lane * TNetwork.TargetCount);

            // The factor of a sample is its weight over the sum of all, 1 / samples without weights, and zero where it only fills the lanes.
            V mask = L.FirstLanes(block.Count - lane);
            V weight = L.And(mask, L.Create(block.Scale));
            if (!Unsafe.IsNullRef(ref block.Weights))
            {
                weight = L.Multiply(weight, L.Load(ref block.Weights, (nuint)lane));
            }

            TNetwork.Pass<V, L, TPass>(ref state, ref x, ref y, in mask, in weight, ref Unsafe.Add(ref block.Sums, lane), (nuint)lanes, block.Sample + lane);
        }
    }

    /// <summary>Predicts samples as long as they fill whole vectors, and returns the number of the first that is left.</summary>
    public static int Predict<V, L>(ref TState state, ref T inputs, ref T outputs, int first, int samples)
        where V : struct
        where L : struct, ILanes<V, T>
    {
        if (TNetwork.OutputCount > 1)
        {
            return PredictColumns<V, L>(ref state, ref inputs, ref outputs, first, samples);
        }

        for (; first + L.Count <= samples; first += L.Count)
        {
            TNetwork.Pass<V, L, PredictionPass>(
                ref state, ref Unsafe.Add(ref inputs, first * TNetwork.InputCount), ref Unsafe.NullRef<T>(), in Unsafe.NullRef<V>(), in Unsafe.NullRef<V>(), ref Unsafe.Add(ref outputs, first), (nuint)L.Count, 0);
        }

        return first;
    }

    private static int PredictColumns<V, L>(ref TState state, ref T inputs, ref T outputs, int first, int samples)
        where V : struct
        where L : struct, ILanes<V, T>
    {
        Span<T> columns = stackalloc T[L.Count * TNetwork.OutputCount];
        for (; first + L.Count <= samples; first += L.Count)
        {
            TNetwork.Pass<V, L, PredictionPass>(
                ref state, ref Unsafe.Add(ref inputs, first * TNetwork.InputCount), ref Unsafe.NullRef<T>(), in Unsafe.NullRef<V>(), in Unsafe.NullRef<V>(), ref columns[0], (nuint)L.Count, 0);
            RowBlocks.Interleave(ref columns[0], L.Count, ref Unsafe.Add(ref outputs, first * TNetwork.OutputCount), TNetwork.OutputCount);
        }

        return first;
    }

    /// <summary>Fills the lanes with copies of the last sample, whose weight is zero.</summary>
    private static T StepPadded<V, L>(ref TState state, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, int count, T learningRate)
        where V : struct
        where L : struct, ILanes<V, T>
    {
        Span<T> x = stackalloc T[L.Count * TNetwork.InputCount];
        Span<T> y = stackalloc T[L.Count * TNetwork.TargetCount];
        RowBlocks.RepeatLast(inputs, TNetwork.InputCount, x);
        if (labels.IsEmpty)
        {
            RowBlocks.RepeatLast(targets, TNetwork.TargetCount, y);
        }
        else
        {
            LabelTargets.Write(labels, y, TNetwork.TargetCount);
        }

        V weight = L.And(L.FirstLanes(count), L.Create(Rounding.To<T>(1.0 / (count * (double)TNetwork.LossDivisor))));
        return TNetwork.Step<V, L>(ref state, ref x[0], ref y[0], weight, learningRate);
    }
}
