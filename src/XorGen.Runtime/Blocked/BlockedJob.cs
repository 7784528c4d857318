using System.Numerics;
using XorGen.Numerics;

namespace XorGen.Blocked;

/// <summary>A pass as work for several threads.</summary>
internal sealed class BlockedJob<T, TVectors, TNetwork, TUpdate> : WorkerJob
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVectors : struct, IVectors<T>
    where TNetwork : struct, IBlockedNetwork<T>
    where TUpdate : struct, IParameterUpdate<T>
{
    /// <summary>A thread's share is cut into so many pieces, of which others may take some.</summary>
    private const int Pieces = 4;

    [ThreadStatic]
    private static BlockedJob<T, TVectors, TNetwork, TUpdate>? instance;

    private readonly PartQueue queue = new();
    private BlockedPass<T> pass;
    private bool isLast;
    private TUpdate weights;
    private TUpdate biases;
    private int threads;
    private bool isUpdate;

    /// <summary>Runs the pass on several threads, unless it is too small or they are busy.</summary>
    public static bool TryRun(in BlockedPass<T> pass, int mostThreads, bool isLast, TUpdate weights, TUpdate biases)
    {
        if (mostThreads < 2)
        {
            return false;
        }

        int threads = WorkerTeam.Members(mostThreads, pass.Rows * (long)TNetwork.MultiplyAdds);
        if (threads < 2 || !WorkerTeam.TryEnter(threads))
        {
            return false;
        }

        try
        {
            BlockedJob<T, TVectors, TNetwork, TUpdate> job = instance ??= new BlockedJob<T, TVectors, TNetwork, TUpdate>();
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
                BlockedTraining<T, TVectors, TNetwork>.Update(pass, part, isLast, weights, biases);
            }
            else
            {
                (int begin, int end) = part.Cut(pass.Rows, VirtualLanes.Count<T>());
                BlockedTraining<T, TVectors, TNetwork>.PassRows(pass, begin, end);
            }
        }
    }

    public override void EnsureCallable() => TNetwork.EnsureCallable();

    private void Run(bool updates)
    {
        isUpdate = updates;
        queue.Reset(threads, Pieces);
        WorkerTeam.Run(this, threads);
    }
}
