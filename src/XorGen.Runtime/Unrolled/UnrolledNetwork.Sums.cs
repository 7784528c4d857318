using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using XorGen.Numerics;

namespace XorGen.Unrolled;

/// <summary>
/// The loss and the gradient of a batch: one sample in each lane, sums over the samples in virtual lanes, whose number depends on the number of
/// samples alone, so that every vector width gives the same bits.
/// </summary>
public partial struct UnrolledNetwork<T, TVectors, TState, TOptimizer, TNetwork>
{
    private const int MostLanes = 16;

    /// <summary>Returns the mean loss of a batch.</summary>
    public readonly T Evaluate(scoped in Batch<T> batch)
    {
        int lanes = TVectors.LanesFor(batch.Count);
        Span<T> sums = stackalloc T[MostLanes];
        Begin(sums);
        Sum<EvaluationPass>(ref State, batch, ref sums[0], lanes);
        return VirtualLanes.Sum(sums[..lanes]);
    }

    /// <summary>Computes the mean loss of a batch and stores its gradient.</summary>
    public T Backward(scoped in Batch<T> batch)
    {
        int before = TNetwork.IsStruct ? 0 : guard.Enter();
        T loss = ComputeGradient(batch);
        guard.Exit(before);
        return loss;
    }

    private T ComputeGradient(scoped in Batch<T> batch)
    {
        int lanes = TVectors.LanesFor(batch.Count);

        // The loss, then the derivative by each parameter: a sum in each virtual lane.
        Span<T> sums = stackalloc T[(1 + TNetwork.ParameterCount) * MostLanes];
        sums = sums[..((1 + TNetwork.ParameterCount) * lanes)];
        sums.Fill(Rounding.To<T>(-0.0));
        Sum<TrainingPass>(ref state, batch, ref sums[0], lanes);
        Span<T> gradient = Numbers(1);
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] = VirtualLanes.Sum(sums.Slice((1 + i) * lanes, lanes));
        }

        return VirtualLanes.Sum(sums[..lanes]);
    }

    /// <summary>Sets sums to -0: to add to it changes nothing, not even the sign of a zero.</summary>
    private static void Begin(Span<T> sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = Rounding.To<T>(-0.0);
        }
    }

    /// <summary>Adds up blocks of as many samples as there are virtual lanes.</summary>
    private static void Sum<TPass>(ref TState state, scoped in Batch<T> batch, ref T sums, int lanes)
        where TPass : struct, IPass
    {
        double total = batch.Weights.IsEmpty ? batch.Count : RowWeights.Sum(batch.Weights);
        T scale = Rounding.To<T>(1.0 / (total * TNetwork.LossDivisor));
        int first = 0;
        if (batch.Labels.IsEmpty)
        {
            ref T x = ref MemoryMarshal.GetReference(batch.Inputs);
            ref T y = ref MemoryMarshal.GetReference(batch.Targets);
            for (; first + lanes <= batch.Count; first += lanes)
            {
                var block = new LaneBlock<T>(
                    ref Unsafe.Add(ref x, first * TNetwork.InputCount),
                    ref Unsafe.Add(ref y, first * TNetwork.TargetCount),
                    ref batch.Weights.IsEmpty ? ref Unsafe.NullRef<T>() : ref Unsafe.Add(ref MemoryMarshal.GetReference(batch.Weights), first),
                    ref sums,
                    scale,
                    lanes,
                    first);
                TVectors.Pass<TState, TNetwork, TPass>(ref state, block, lanes);
            }
        }

        if (first < batch.Count)
        {
            SumRest<TPass>(ref state, batch, first, scale, ref sums, lanes);
        }
    }

    /// <summary>Adds up the samples that do not fill the lanes, or that have labels, from copies.</summary>
    /// <remarks>
    /// Separate from Sum: the JIT has no on-stack replacement for a method with stackalloc, so one that also has a loop is fully optimised at its first
    /// call, which start-up pays for.
    /// </remarks>
    private static void SumRest<TPass>(ref TState state, scoped in Batch<T> batch, int first, T scale, ref T sums, int lanes)
        where TPass : struct, IPass
    {
        Span<T> x = stackalloc T[MostLanes * TNetwork.InputCount];
        Span<T> y = stackalloc T[MostLanes * TNetwork.TargetCount];
        Span<T> weights = stackalloc T[MostLanes];
        x = x[..(lanes * TNetwork.InputCount)];
        y = y[..(lanes * TNetwork.TargetCount)];
        for (; first < batch.Count; first += lanes)
        {
            int count = Math.Min(lanes, batch.Count - first);
            RowBlocks.RepeatLast(batch.Inputs.Slice(first * TNetwork.InputCount, count * TNetwork.InputCount), TNetwork.InputCount, x);
            if (batch.Labels.IsEmpty)
            {
                RowBlocks.RepeatLast(batch.Targets.Slice(first * TNetwork.TargetCount, count * TNetwork.TargetCount), TNetwork.TargetCount, y);
            }
            else
            {
                LabelTargets.Write(batch.Labels.Slice(first, count), y, TNetwork.TargetCount);
            }

            if (!batch.Weights.IsEmpty)
            {
                batch.Weights.Slice(first, count).CopyTo(weights);
            }

            var block = new LaneBlock<T>(
                ref x[0], ref y[0], ref batch.Weights.IsEmpty ? ref Unsafe.NullRef<T>() : ref weights[0], ref sums, scale, count, first);
            TVectors.Pass<TState, TNetwork, TPass>(ref state, block, lanes);
        }
    }
}
