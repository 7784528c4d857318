using XorGen.Numerics;

namespace XorGen.Training;

/// <summary>Copies of chosen rows, which threads share where there is enough to copy.</summary>
internal sealed unsafe class RowCopies : WorkerJob
{
    /// <summary>The fewest bytes that are worth a thread: some 20 µs.</summary>
    private const long FewestBytes = 1 << 17;

    private const int Pieces = 4;

    private readonly PartQueue queue = new();
    private byte* source;
    private byte* destination;
    private int* chosen;
    private nint bytesOfRow;
    private int count;
    private int threads;

    /// <summary>Copies rows, in the order of their indices.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="indices">The rows to be copied.</param>
    /// <param name="copies">Receives them, one after the other.</param>
    /// <param name="mostThreads">The most threads, the calling one among them.</param>
    public void Copy<T>(ReadOnlySpan<T> rows, int width, ReadOnlySpan<int> indices, Span<T> copies, int mostThreads)
        where T : unmanaged
    {
        threads = (int)Math.Min(mostThreads, (long)indices.Length * width * sizeof(T) / FewestBytes);
        if (threads < 2 || !WorkerTeam.TryEnter(threads))
        {
            for (int i = 0; i < indices.Length; i++)
            {
                rows.Slice(indices[i] * width, width).CopyTo(copies.Slice(i * width, width));
            }

            return;
        }

        try
        {
            fixed (T* from = rows, to = copies)
            fixed (int* first = indices)
            {
                source = (byte*)from;
                destination = (byte*)to;
                chosen = first;
                bytesOfRow = (nint)width * sizeof(T);
                count = indices.Length;
                queue.Reset(threads, Pieces);
                WorkerTeam.Run(this, threads);
            }
        }
        finally
        {
            WorkerTeam.Exit();
        }
    }

    public override void Execute(int member)
    {
        while (queue.TryTake(member, out int range, out int piece))
        {
            (int begin, int end) = new WorkPart((range * Pieces) + piece, threads * Pieces).Cut(count, 1);
            for (int i = begin; i < end; i++)
            {
                Buffer.MemoryCopy(source + (chosen[i] * bytesOfRow), destination + (i * bytesOfRow), bytesOfRow, bytesOfRow);
            }
        }
    }
}
