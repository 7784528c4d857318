using System.Diagnostics;

namespace XorGen.Numerics;

/// <summary>Work that the members of a team share among themselves.</summary>
internal abstract class WorkerJob
{
    /// <summary>Does what a member takes of it, until nothing is left.</summary>
    /// <param name="member">The number of the thread in the team, from 0.</param>
    public abstract void Execute(int member);
}

/// <summary>
/// Threads that wait for jobs. Between two jobs they look for the next one for a while before they sleep: the steps of a
/// training follow each other within microseconds, and a thread that is woken comes late, perhaps on the core of the one that woke it.
/// </summary>
internal static class WorkerTeam
{
    /// <summary>The fewest multiply-adds of a step's forward pass that are worth a thread.</summary>
    private const long FewestMultiplyAdds = 3_000_000;

    private static readonly Lock Gate = new();
    private static Worker[] workers = [];
    private static int unfinished;

    /// <summary>Returns how many threads are worth using.</summary>
    /// <param name="most">The most that may be used.</param>
    /// <param name="multiplyAdds">The number of multiply-adds of the step's forward pass.</param>
    public static int Members(int most, long multiplyAdds) => (int)Math.Min(most, multiplyAdds / FewestMultiplyAdds);

    /// <summary>Takes the team, unless another thread has it, or so many threads cannot be had: then the steps of this one are its own work.</summary>
    /// <param name="members">The number of threads, the calling one among them.</param>
    public static bool TryEnter(int members)
    {
        if (!Gate.TryEnter())
        {
            return false;
        }

        try
        {
            while (workers.Length < members - 1)
            {
                workers = [.. workers, new Worker(workers.Length + 1)];
            }

            return true;
        }
        catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException)
        {
            Gate.Exit();
            return false;
        }
        catch
        {
            Gate.Exit();
            throw;
        }
    }

    /// <summary>Gives the team back.</summary>
    public static void Exit() => Gate.Exit();

    /// <summary>Does a job. Only between TryEnter, for as many members at least, and Exit.</summary>
    public static void Run(WorkerJob job, int members)
    {
        Volatile.Write(ref unfinished, members - 1);
        for (int i = 1; i < members; i++)
        {
            workers[i - 1].Post(job);
        }

        try
        {
            job.Execute(0);
        }
        finally
        {
            // What the others work in stays where it is until they are done.
            for (int looks = 0; Volatile.Read(ref unfinished) > 0; looks++)
            {
                LookAgain(looks);
            }
        }
    }

    /// <summary>Lets a moment pass: now and then another thread may have the core, which may be the one that is waited for.</summary>
    private static void LookAgain(int looks)
    {
        if ((looks & 63) == 63)
        {
            Thread.Yield();
        }
        else
        {
            Thread.SpinWait(1);
        }
    }

    private sealed class Worker
    {
        private static readonly long Patience = Stopwatch.Frequency / 1000;

        private readonly object sleep = new();
        private readonly int member;
        private WorkerJob? job;
        private int posted;
        private bool isAsleep;

        public Worker(int member)
        {
            this.member = member;
            var thread = new Thread(Work) { IsBackground = true, Name = $"XorGen worker {member}" };

            // Without the context of the caller, which would live as long as the thread.
            thread.UnsafeStart();
        }

        public void Post(WorkerJob next)
        {
            job = next;
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
                job!.Execute(member);
                Interlocked.Decrement(ref unfinished);
            }
        }

        private void Wait(int done)
        {
            long start = Stopwatch.GetTimestamp();
            for (int looks = 0; (looks & 63) != 63 || Stopwatch.GetTimestamp() - start < Patience; looks++)
            {
                if (Volatile.Read(ref posted) != done)
                {
                    return;
                }

                LookAgain(looks);
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
