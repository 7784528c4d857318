namespace XorGen.Numerics;

/// <summary>Work in parts that do not depend on each other.</summary>
internal abstract class WorkerJob
{
    /// <summary>Does a part of it.</summary>
    public abstract void Execute(WorkPart part);
}

/// <summary>
/// Threads that wait for parts of a job. Between two jobs they look for the next one for a while before they sleep: the
/// steps of a training follow each other within microseconds.
/// </summary>
internal static class WorkerTeam
{
    private static readonly Lock Gate = new();
    private static Worker[] workers = [];
    private static int unfinished;

    /// <summary>Takes the team, unless another thread has it: that one's steps go on, and this one works alone.</summary>
    public static bool TryEnter() => Gate.TryEnter();

    /// <summary>Gives the team back.</summary>
    public static void Exit() => Gate.Exit();

    /// <summary>Does all parts of a job, the first on this thread. Only between TryEnter and Exit.</summary>
    public static void Run(WorkerJob job, int parts)
    {
        Grow(parts - 1);
        Volatile.Write(ref unfinished, parts - 1);
        for (int i = 1; i < parts; i++)
        {
            workers[i - 1].Post(job, new WorkPart(i, parts));
        }

        job.Execute(new WorkPart(0, parts));
        var spinner = new SpinWait();
        while (Volatile.Read(ref unfinished) > 0)
        {
            spinner.SpinOnce(sleep1Threshold: -1);
        }
    }

    private static void Grow(int count)
    {
        int before = workers.Length;
        if (before >= count)
        {
            return;
        }

        Array.Resize(ref workers, count);
        for (int i = before; i < count; i++)
        {
            workers[i] = new Worker(i + 1);
        }
    }

    private sealed class Worker
    {
        /// <summary>Some 50 µs.</summary>
        private const int MostSpins = 2_000;

        private readonly object sleep = new();
        private WorkerJob? job;
        private WorkPart part;
        private int posted;
        private bool isAsleep;

        public Worker(int number)
        {
            var thread = new Thread(Work) { IsBackground = true, Name = $"XorGen worker {number}" };
            thread.Start();
        }

        public void Post(WorkerJob next, WorkPart nextPart)
        {
            job = next;
            part = nextPart;
            Interlocked.Increment(ref posted);
            if (Volatile.Read(ref isAsleep))
            {
                lock (sleep)
                {
                    Monitor.Pulse(sleep);
                }
            }
        }

        private void Work()
        {
            for (int done = 0; ; done++)
            {
                Wait(done);
                job!.Execute(part);
                Interlocked.Decrement(ref unfinished);
            }
        }

        private void Wait(int done)
        {
            for (int spins = 0; spins < MostSpins; spins++)
            {
                if (Volatile.Read(ref posted) != done)
                {
                    return;
                }

                Thread.SpinWait(1);
            }

            lock (sleep)
            {
                Volatile.Write(ref isAsleep, true);
                Interlocked.MemoryBarrier();
                while (Volatile.Read(ref posted) == done)
                {
                    Monitor.Wait(sleep);
                }

                Volatile.Write(ref isAsleep, false);
            }
        }
    }
}
