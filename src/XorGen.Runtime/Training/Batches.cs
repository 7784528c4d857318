using System.Numerics;
using XorGen.Numerics;

namespace XorGen.Training;

/// <summary>Cuts an epoch into batches of rows, shuffled where asked, through buffers that are allocated once.</summary>
internal sealed class Batches<T, TTarget>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TTarget : unmanaged
{
    private readonly int rows;
    private readonly int batchSize;
    private readonly int shuffleSeed;
    private readonly int mostThreads;
    private readonly int[] order = [];
    private readonly RowBuffer<T, TTarget>? buffer;

    public Batches(in TrainingRows<T, TTarget> rows, int batchSize, int mostThreads, TrainingOptions options)
    {
        this.rows = rows.Count;
        this.batchSize = batchSize;
        Count = (int)(((long)this.rows + batchSize - 1) / batchSize);
        shuffleSeed = options.ShuffleSeed;
        this.mostThreads = mostThreads;
        if (options.Shuffle && Count > 1)
        {
            order = new int[this.rows];
            buffer = new RowBuffer<T, TTarget>(batchSize, rows.InputWidth, rows.TargetWidth, !rows.Weights.IsEmpty);
        }
    }

    /// <summary>Gets the number of batches in an epoch.</summary>
    public int Count { get; }

    /// <summary>Puts the rows in the order of an epoch, which follows from the seed and the epoch's number alone.</summary>
    public void Shuffle(int epoch)
    {
        if (buffer is null)
        {
            return;
        }

        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        new RandomSource(((ulong)(uint)epoch << 32) | (uint)shuffleSeed).Shuffle(order);
    }

    /// <summary>Returns a batch of the epoch.</summary>
    public TrainingRows<T, TTarget> Batch(in TrainingRows<T, TTarget> data, int index)
    {
        int first = index * batchSize;
        int count = Math.Min(batchSize, rows - first);
        return buffer is null ? data.Slice(first, count) : buffer.Gather(data, order.AsSpan(first, count), mostThreads);
    }
}
