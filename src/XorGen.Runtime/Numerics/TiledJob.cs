using System.Numerics;

namespace XorGen.Numerics;

/// <summary>A pass as work for several threads.</summary>
internal sealed class TiledJob<T, TKernels, TUpdate> : WorkerJob
    where T : unmanaged, IFloatingPointIeee754<T>
    where TKernels : struct, ITiledKernels<T>
    where TUpdate : struct, IParameterUpdate<T>
{
    /// <summary>
    /// The fewest multiply-adds of a row's forward pass, times rows, that are worth a thread. Each step moves half of the
    /// changed weights from one core's cache to the other's: measured with two threads (Zen 5), 1.2 million a thread made
    /// training slower by a quarter, 3.3 million made it faster by an eighth, 13 million by half.
    /// </summary>
    private const long FewestMultiplyAdds = 3_000_000;

    [ThreadStatic]
    private static TiledJob<T, TKernels, TUpdate>? instance;

    private TiledPass<T> pass;
    private bool isLast;
    private TUpdate weights;
    private TUpdate biases;
    private bool isUpdate;

    /// <summary>Runs the pass on several threads, unless it is too small or they are busy.</summary>
    public static bool TryRun(in TiledPass<T> pass, int threads, bool isLast, TUpdate weights, TUpdate biases)
    {
        if (threads < 2)
        {
            return false;
        }

        int parts = (int)Math.Min(threads, pass.Rows * (long)TKernels.MultiplyAdds / FewestMultiplyAdds);
        if (parts < 2 || !WorkerTeam.TryEnter())
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
            job.isUpdate = false;
            WorkerTeam.Run(job, parts);
            job.isUpdate = true;
            WorkerTeam.Run(job, parts);
            return true;
        }
        finally
        {
            WorkerTeam.Exit();
        }
    }

    public override void Execute(WorkPart part)
    {
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
