using System.Numerics;

namespace XorGen.Numerics;

/// <summary>A pass as work for several threads.</summary>
internal sealed class TiledJob<T, TKernels, TUpdate> : WorkerJob
    where T : unmanaged, IFloatingPointIeee754<T>
    where TKernels : struct, ITiledKernels<T>
    where TUpdate : struct, IParameterUpdate<T>
{
    /// <summary>A thread's share is cut into so many pieces, of which others may take some.</summary>
    private const int Pieces = 4;

    [ThreadStatic]
    private static TiledJob<T, TKernels, TUpdate>? instance;

    private readonly PartQueue queue = new();
    private TiledPass<T> pass;
    private bool isLast;
    private TUpdate weights;
    private TUpdate biases;
    private int threads;
    private bool isUpdate;

    /// <summary>Runs the pass on several threads, unless it is too small or they are busy.</summary>
    public static bool TryRun(in TiledPass<T> pass, int mostThreads, bool isLast, TUpdate weights, TUpdate biases)
    {
        if (mostThreads < 2)
        {
            return false;
        }

        int threads = WorkerTeam.Members(mostThreads, pass.Rows * (long)TKernels.MultiplyAdds);
        if (threads < 2 || !WorkerTeam.TryEnter(threads))
        {
            return false;
        }

        try
        {
            TiledJob<T, TKernels, TUpdate> job = instance ??= new TiledJob<T, TKernels, TUpdate>();
            job.pass = pass;
            job.isLast = isLast;
            job.weights = weights;
            job.biases = biases;
            job.threads = threads;
            job.Run(false);
            if (pass.IsTraining)
            {
                job.Run(true);
            }

            return true;
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
            var part = new WorkPart((range * Pieces) + piece, threads * Pieces);
            if (isUpdate)
            {
                TiledTraining<T, TKernels>.Update(pass, part, isLast, weights, biases);
            }
            else
            {
                (int begin, int end) = part.Cut(pass.Rows, VirtualLanes.Count<T>());
                TiledTraining<T, TKernels>.PassRows(pass, begin, end);
            }
        }
    }

    public override void EnsureCallable() => TKernels.EnsureCallable();

    private void Run(bool updates)
    {
        isUpdate = updates;
        queue.Reset(threads, Pieces);
        WorkerTeam.Run(this, threads);
    }
}
