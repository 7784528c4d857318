using System.Numerics;
using XorGen.Numerics;

namespace XorGen.Training;

/// <summary>Cuts an epoch into batches of rows, shuffled where asked, through buffers that are allocated once.</summary>
internal sealed class Batches<T, TTarget>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TTarget : unmanaged
{
    private readonly int batchSize;
    private readonly int inputWidth;
    private readonly int targetWidth;
    private readonly int rows;
    private readonly int[]? order;
    private readonly T[] inputBuffer = [];
    private readonly TTarget[] targetBuffer = [];
    private RandomSource random;

    public Batches(int rows, int batchSize, int inputWidth, int targetWidth, TrainingOptions options)
    {
        this.rows = rows;
        this.batchSize = batchSize;
        this.inputWidth = inputWidth;
        this.targetWidth = targetWidth;
        random = new RandomSource(options.ShuffleSeed);
        if (options.Shuffle && batchSize < rows)
        {
            order = new int[rows];
            for (int i = 0; i < rows; i++)
            {
                order[i] = i;
            }

            inputBuffer = new T[batchSize * inputWidth];
            targetBuffer = new TTarget[batchSize * targetWidth];
        }
    }

    /// <summary>Trains on all rows once and returns their mean loss, that of each batch before its step.</summary>
    public double Epoch<TNetwork, TRows>(
        ref TNetwork network, ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, T learningRate)
        where TNetwork : INetwork<T>
        where TRows : ITargetRows<TNetwork, T, TTarget>
    {
        if (batchSize == rows)
        {
            return double.CreateTruncating(TRows.Train(ref network, inputs, targets, learningRate));
        }

        if (order is not null)
        {
            random.Shuffle(order);
        }

        double sum = 0;
        for (int first = 0; first < rows; first += batchSize)
        {
            int count = Math.Min(batchSize, rows - first);
            ReadOnlySpan<T> batchInputs = inputs.Slice(first * inputWidth, count * inputWidth);
            ReadOnlySpan<TTarget> batchTargets = targets.Slice(first * targetWidth, count * targetWidth);
            if (order is not null)
            {
                ReadOnlySpan<int> chosen = order.AsSpan(first, count);
                batchInputs = Gather(inputs, inputWidth, chosen, inputBuffer);
                batchTargets = Gather(targets, targetWidth, chosen, targetBuffer);
            }

            sum += count * double.CreateTruncating(TRows.Train(ref network, batchInputs, batchTargets, learningRate));
        }

        return sum / rows;
    }

    private static ReadOnlySpan<TValue> Gather<TValue>(
        ReadOnlySpan<TValue> source, int width, ReadOnlySpan<int> chosen, TValue[] buffer)
    {
        for (int i = 0; i < chosen.Length; i++)
        {
            source.Slice(chosen[i] * width, width).CopyTo(buffer.AsSpan(i * width, width));
        }

        return buffer.AsSpan(0, chosen.Length * width);
    }
}
