using System.Diagnostics;

namespace XorGen.Numerics;

/// <summary>Work that the members of a team share among themselves.</summary>
internal abstract class WorkerJob
{
    /// <summary>Does what a member takes of it, until nothing is left.</summary>
    /// <param name="member">The number of the thread in the team, from 0.</param>
    public abstract void Execute(int member);

    /// <summary>Returns when the code that Execute calls may be called by this thread: the static constructors of its types have run.</summary>
    /// <remarks>
    /// Only workers call it, before they take part in a job. A type's static constructor, or a module initializer, that trains a network
    /// keeps all other threads out of that type, or module, until it ends: a worker that had already taken a piece of the work would wait for
    /// the constructor, and the constructor for the worker.
    /// </remarks>
    public virtual void EnsureCallable()
    {
    }
}

/// <summary>
/// Threads that wait for jobs. Between two jobs they look for the next one for a while before they sleep: the steps of a
/// training follow each other within microseconds, and a thread that is woken comes late, perhaps on the core of the one that woke it.
/// </summary>
internal static class WorkerTeam
{
    /// <summary>The fewest multiply-adds of a step's forward pass that are worth a thread.</summary>
    private const long FewestMultiplyAdds = 3_000_000;

    private const int Closed = int.MinValue;

    private static readonly Lock Gate = new();
    private static Worker[] workers = [];
    private static WorkerJob? current;
    private static int currentMembers;

    // The number of workers in the current job; negative between jobs, when none may join.
    private static int inside = Closed;

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
    /// <remarks>
    /// The calling thread does all that no worker has taken, and then waits for the workers that are in the job, not for those
    /// that have not come: one may be kept from it for as long as the caller's own static constructor runs.
    /// </remarks>
    public static void Run(WorkerJob job, int members)
    {
        current = job;
        currentMembers = members;
        Volatile.Write(ref inside, 0);
        for (int i = 1; i < members; i++)
        {
            workers[i - 1].Post();
        }

        try
        {
            job.Execute(0);
        }
        finally
        {
            // What the others work in stays where it is until they are done.
            for (int looks = 0; Volatile.Read(ref inside) > 0 || Interlocked.CompareExchange(ref inside, Closed, 0) > 0; looks++)
            {
                LookAgain(looks);
            }
        }
    }

    /// <summary>Lets a worker into the current job, unless it is another one than that, or over.</summary>
    private static bool TryJoin(WorkerJob job, int member)
    {
        int count = Volatile.Read(ref inside);
        while (count >= 0)
        {
            int seen = Interlocked.CompareExchange(ref inside, count + 1, count);
            if (seen == count)
            {
                // Now it cannot end before this worker leaves.
                if (ReferenceEquals(current, job) && member < currentMembers)
                {
                    return true;
                }

                Interlocked.Decrement(ref inside);
                return false;
            }

            count = seen;
        }

        return false;
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
        private int posted;
        private bool isAsleep;

        public Worker(int member)
        {
            this.member = member;
            var thread = new Thread(Work) { IsBackground = true, Name = $"XorGen worker {member}" };

            // Without the context of the caller, which would live as long as the thread.
            thread.UnsafeStart();
        }

        public void Post()
        {
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
            int done = 0;
            while (true)
            {
                // Who comes late finds several jobs posted, of which the last is the one to be done, if it is not done yet.
                done = Wait(done);
                WorkerJob job = Volatile.Read(ref current)!;
                job.EnsureCallable();
                if (TryJoin(job, member))
                {
                    job.Execute(member);
                    Interlocked.Decrement(ref inside);
                }
            }
        }

        /// <summary>Waits until more jobs were posted than those that are known of, and returns how many.</summary>
        private int Wait(int done)
        {
            long start = Stopwatch.GetTimestamp();
            for (int looks = 0; (looks & 63) != 63 || Stopwatch.GetTimestamp() - start < Patience; looks++)
            {
                int now = Volatile.Read(ref posted);
                if (now != done)
                {
                    return now;
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
                return Volatile.Read(ref posted);
            }
        }
    }
}
