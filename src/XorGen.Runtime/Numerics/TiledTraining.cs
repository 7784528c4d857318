using System.Numerics;
using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>
/// Takes batches through a network, block after block: first all rows, to their losses and derivatives, then all
/// parameters, each of which needs all rows. Threads share the rows, then the parameters; no sum is ever cut.
/// </summary>
/// <typeparam name="T">The type of a value.</typeparam>
/// <typeparam name="TKernels">The network.</typeparam>
[CLSCompliant(false)]
public static unsafe class TiledTraining<T, TKernels>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TKernels : struct, ITiledKernels<T>
{
    /// <summary>Returns the mean loss.</summary>
    /// <param name="parameters">The block of parameters.</param>
    /// <param name="inputs">Rows of inputs.</param>
    /// <param name="targets">Rows of targets, or empty.</param>
    /// <param name="labels">The class of each row, or empty.</param>
    /// <param name="rowWeights">The weight of each row, or empty.</param>
    /// <param name="scale">The factor of a row's loss, times its weight, in the mean.</param>
    public static T Evaluate(
        ref T parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, ReadOnlySpan<T> rowWeights, T scale) =>
        Run(ref parameters, ref Unsafe.NullRef<T>(), inputs, targets, labels, rowWeights, scale, 1, default(KeepGradient<T>), default);

    /// <summary>Returns the mean loss and gives the gradient of it to an update.</summary>
    /// <param name="parameters">The block of parameters.</param>
    /// <param name="training">The block of the gradient, and what follows it.</param>
    /// <param name="inputs">Rows of inputs.</param>
    /// <param name="targets">Rows of targets, or empty.</param>
    /// <param name="labels">The class of each row, or empty.</param>
    /// <param name="rowWeights">The weight of each row, or empty.</param>
    /// <param name="scale">The factor of a row's loss, times its weight, in the mean.</param>
    /// <param name="threads">The most threads to be used.</param>
    /// <param name="weights">What becomes of the gradients of weights.</param>
    /// <param name="biases">What becomes of the gradients of biases.</param>
    /// <param name="dropoutPosition">The position in the random sequence of dropout, where the network has it.</param>
    public static T Run<TUpdate>(
        ref T parameters,
        ref T training,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<T> targets,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<T> rowWeights,
        T scale,
        int threads,
        TUpdate weights,
        TUpdate biases,
        double dropoutPosition = 0)
        where TUpdate : struct, IParameterUpdate<T>
    {
        Span<T> scratch = Scratch<T>.Get(TKernels.ScratchLength);
        int rows = inputs.Length / TKernels.InputCount;
        double total = 0;
        var gradient = new ManyRowsGradient<T>(rows, TKernels.BlockRows, TKernels.GradientLength, isTraining: !Unsafe.IsNullRef(ref training));
        fixed (T* parametersPointer = &parameters, trainingPointer = &training, scratchPointer = scratch)
        fixed (T* inputsPointer = inputs, targetsPointer = targets, rowWeightsPointer = rowWeights)
        fixed (int* labelsPointer = labels)
        {
            for (int first = 0; first < rows; first += TKernels.BlockRows)
            {
                int count = Math.Min(TKernels.BlockRows, rows - first);
                var pass = new TiledPass<T>(
                    parametersPointer,
                    trainingPointer,
                    scratchPointer,
                    inputsPointer + ((nint)first * TKernels.InputCount),
                    targetsPointer == null ? null : targetsPointer + ((nint)first * TKernels.TargetCount),
                    labelsPointer == null ? null : labelsPointer + first,
                    rowWeightsPointer == null ? null : rowWeightsPointer + first,
                    count,
                    gradient.Begins(first, ref training),
                    scale)
                {
                    FirstRow = first,
                    DropoutPosition = dropoutPosition,
                };
                bool isLast = first + count == rows;
                if (pass.IsTraining && first == 0)
                {
                    TKernels.Prepare(pass);
                }

                if (!TiledJob<T, TKernels, TUpdate>.TryRun(pass, threads, isLast, weights, biases))
                {
                    PassRows(pass, 0, count);
                    Update(pass, WorkPart.Whole, isLast, weights, biases);
                }

                total = AddLosses(total, scratch[TKernels.Losses..], count);
            }
        }

        return T.CreateTruncating(total * double.CreateTruncating(scale));
    }

    /// <summary>Passes rows in lots that leave their intermediate values in a cache.</summary>
    internal static void PassRows(in TiledPass<T> pass, int begin, int end)
    {
        const int Lot = 64;
        for (int first = begin; first < end; first += Lot)
        {
            TKernels.PassRows(pass, first, Math.Min(Lot, end - first));
        }
    }

    /// <summary>Computes the gradients; the last pass of a step has all of them and gives them to the update.</summary>
    internal static void Update<TUpdate>(in TiledPass<T> pass, WorkPart part, bool isLast, TUpdate weights, TUpdate biases)
        where TUpdate : struct, IParameterUpdate<T>
    {
        if (!pass.IsTraining)
        {
            return;
        }

        if (isLast)
        {
            TKernels.Update(pass, part, weights, biases);
        }
        else
        {
            TKernels.Update<KeepGradient<T>>(pass, part, default, default);
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
}
