using System.Numerics;
using XorGen.Numerics;
using System.Runtime.CompilerServices;

namespace XorGen.Blocked;

/// <summary>
/// Takes batches through a network, block after block: first all rows, to their losses and derivatives, then all
/// parameters, each of which needs all rows. Threads share the rows, then the parameters; no sum is ever cut.
/// </summary>
/// <typeparam name="T">The type of a value.</typeparam>
/// <typeparam name="TVectors">The vectors of that type.</typeparam>
/// <typeparam name="TNetwork">The network.</typeparam>
internal static unsafe class BlockedTraining<T, TVectors, TNetwork>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVectors : struct, IVectors<T>
    where TNetwork : struct, IBlockedNetwork<T>
{
    /// <summary>Returns the mean loss and, where there is memory for training, gives the gradient of it to an update.</summary>
    /// <param name="parameters">The block of parameters.</param>
    /// <param name="training">The block of the gradient, and what follows it; or a null reference.</param>
    /// <param name="batch">The samples.</param>
    /// <param name="threads">The most threads to be used.</param>
    /// <param name="weights">Consumes the gradients of weights.</param>
    /// <param name="biases">Consumes the gradients of biases.</param>
    /// <param name="dropoutPosition">The position in the random sequence of dropout, where the network has it.</param>
    public static T Run<TUpdate>(
        ref T parameters, ref T training, scoped in Batch<T> batch, int threads, TUpdate weights, TUpdate biases, double dropoutPosition)
        where TUpdate : struct, IParameterUpdate<T>
    {
        double totalWeight = batch.Weights.IsEmpty ? batch.Count : RowWeights.Sum(batch.Weights);
        T scale = Rounding.To<T>(1.0 / (totalWeight * TNetwork.LossDivisor));
        Span<T> scratch = Scratch<T>.Get(TNetwork.TrainingLength);
        int rows = batch.Count;
        double total = 0;
        fixed (T* parametersPointer = &parameters, trainingPointer = &training, scratchPointer = scratch)
        fixed (T* inputsPointer = batch.Inputs, targetsPointer = batch.Targets, rowWeightsPointer = batch.Weights)
        fixed (int* labelsPointer = batch.Labels)
        {
            for (int first = 0; first < rows; first += TNetwork.BlockRows)
            {
                int count = Math.Min(TNetwork.BlockRows, rows - first);
                var pass = new BlockedPass<T>(
                    parametersPointer,
                    trainingPointer,
                    scratchPointer,
                    inputsPointer + ((nint)first * TNetwork.InputCount),
                    targetsPointer == null ? null : targetsPointer + ((nint)first * TNetwork.TargetCount),
                    labelsPointer == null ? null : labelsPointer + first,
                    rowWeightsPointer == null ? null : rowWeightsPointer + first,
                    count,
                    first == 0,
                    scale)
                {
                    FirstRow = first,
                    DropoutPosition = dropoutPosition,
                };
                bool isLast = first + count == rows;
                if (pass.IsTraining && pass.IsFirst)
                {
                    TNetwork.Prepare(pass);
                }

                if (!BlockedJob<T, TVectors, TNetwork, TUpdate>.TryRun(pass, threads, isLast, weights, biases))
                {
                    PassRows(pass, 0, count);
                    Update(pass, WorkPart.Whole, isLast, weights, biases);
                }

                total = AddLosses(total, scratch[TNetwork.LossOffset..], count);
            }
        }

        return T.CreateTruncating(total * double.CreateTruncating(scale));
    }

    /// <summary>Passes rows in lots that leave their intermediate values in a cache.</summary>
    internal static void PassRows(in BlockedPass<T> pass, int begin, int end)
    {
        const int Lot = 64;
        for (int first = begin; first < end; first += Lot)
        {
            var action = new PassAction(in pass, first, Math.Min(Lot, end - first));
            TVectors.AtWidest(ref action);
        }
    }

    /// <summary>Computes the gradients; the last pass of a step has all of them and gives them to the update.</summary>
    internal static void Update<TUpdate>(in BlockedPass<T> pass, WorkPart part, bool isLast, TUpdate weights, TUpdate biases)
        where TUpdate : struct, IParameterUpdate<T>
    {
        if (!pass.IsTraining)
        {
            return;
        }

        if (isLast)
        {
            var action = new UpdateAction<TUpdate>(in pass, part, weights, biases);
            TVectors.AtWidest(ref action);
        }
        else
        {
            var action = new UpdateAction<KeepGradient<T>>(in pass, part, default, default);
            TVectors.AtWidest(ref action);
        }
    }

    private static double AddLosses(double total, ReadOnlySpan<T> losses, int rows)
    {
        int group = VirtualLanes.Count<T>();
        for (int i = 0; i * group < rows; i++)
        {
            total += double.CreateTruncating(losses[i]);
        }

        return total;
    }

    private readonly ref struct PassAction(ref readonly BlockedPass<T> pass, int first, int rows) : IVectorAction<T>
    {
        private readonly ref readonly BlockedPass<T> pass = ref pass;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<V, L>()
            where V : struct
            where L : struct, ILanes<V, T>
            => TNetwork.Pass<V, L>(in pass, first, rows);
    }

    private readonly ref struct UpdateAction<TUpdate>(ref readonly BlockedPass<T> pass, WorkPart part, TUpdate weights, TUpdate biases) : IVectorAction<T>
        where TUpdate : struct, IParameterUpdate<T>
    {
        private readonly ref readonly BlockedPass<T> pass = ref pass;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<V, L>()
            where V : struct
            where L : struct, ILanes<V, T>
            => TNetwork.Update<V, L, TUpdate>(in pass, part, weights, biases);
    }
}
