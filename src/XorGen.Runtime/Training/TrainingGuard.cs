using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace XorGen.Training;

/// <summary>Notices when two threads change one network at once. A field of generated networks that are classes.</summary>
/// <remarks>
/// It is no lock: nobody waits. <see cref="EnterFit"/> is atomic, so of two calls of Fit that overlap one always throws, and so does every step that
/// another thread begins while Fit runs, its callbacks included. Single steps, which may take no more than 40 ns, cost an atomic operation
/// too much: <see cref="Enter"/> reads and writes without one, so two threads that enter within the same few nanoseconds are not noticed in that step, but
/// in one of the next. A thread may enter again what it has entered itself: a callback of Fit may train.
/// </remarks>
public struct TrainingGuard
{
    // The number of the thread that changes the network; 0 for none.
    private int thread;

    /// <summary>Enters for a step, or to set parameters.</summary>
    /// <returns>What leaves, when it is disposed of.</returns>
    /// <exception cref="InvalidOperationException">Another thread has entered.</exception>
    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scope Enter()
    {
        int own = Environment.CurrentManagedThreadId;
        int present = thread;
        if (present != own)
        {
            if (present != 0)
            {
                Throw();
            }

            thread = own;
        }

        return new Scope(ref thread, present);
    }

    /// <summary>Enters for a whole training.</summary>
    /// <returns>What leaves, when it is disposed of.</returns>
    /// <exception cref="InvalidOperationException">Another thread has entered.</exception>
    [UnscopedRef]
    public Scope EnterFit()
    {
        int own = Environment.CurrentManagedThreadId;
        int present = Interlocked.CompareExchange(ref thread, own, 0);
        if (present != 0 && present != own)
        {
            Throw();
        }

        return new Scope(ref thread, present);
    }

    [DoesNotReturn]
    private static void Throw() => throw new InvalidOperationException(
        "Another thread is training this network. A network may be trained by one thread at a time: give each thread a network of its own, or a lock.");

    /// <summary>Leaves at the end of a using statement.</summary>
    public readonly ref struct Scope
    {
        private readonly ref int thread;
        private readonly int before;

        internal Scope(ref int thread, int before)
        {
            this.thread = ref thread;
            this.before = before;
        }

        /// <summary>Leaves: to whoever had entered before.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Dispose() => thread = before;
    }
}
