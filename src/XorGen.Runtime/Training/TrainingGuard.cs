using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace XorGen.Training;

/// <summary>Notices when two threads change one network at once. Networks that are classes have one.</summary>
/// <remarks>
/// It is no lock: nobody waits. <see cref="EnterFit"/> is atomic, so of two calls of Fit that overlap one always throws, and so does every step that
/// another thread begins while Fit runs, its callbacks included. Single steps, which may take no more than 40 ns, can afford neither an atomic
/// operation nor the number of their thread: <see cref="Enter"/> only sets a mark, so two threads that enter within the same few nanoseconds are not noticed in
/// that step, but in one of the next. Within Fit its own thread may enter: a callback may train.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "Guards are not compared.")]
public struct TrainingGuard
{
    private const int Step = -1;

    // 0; or the number of the thread that is in Fit; or Step while a step, or what sets parameters, is under way.
    private int mark;

    /// <summary>Enters for a step, or to set parameters. Between this and <see cref="Exit"/> nothing may enter again, the own thread included.</summary>
    /// <returns>What <see cref="Exit"/> takes.</returns>
    /// <exception cref="InvalidOperationException">Another thread has entered.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Enter()
    {
        int before = mark;
        if (before != 0)
        {
            ThrowUnlessOwn(before);
        }

        mark = Step;
        return before;
    }

    /// <summary>Enters for a whole training.</summary>
    /// <returns>What <see cref="Exit"/> takes.</returns>
    /// <exception cref="InvalidOperationException">Another thread has entered.</exception>
    public int EnterFit()
    {
        int before = Interlocked.CompareExchange(ref mark, Environment.CurrentManagedThreadId, 0);
        if (before != 0)
        {
            ThrowUnlessOwn(before);
        }

        return before;
    }

    /// <summary>Leaves, to what was before.</summary>
    /// <param name="before">What was returned by the method that has entered.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit(int before) => mark = before;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowUnlessOwn(int before)
    {
        if (before != Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException(
                "Another thread is training this network. A network may be trained by one thread at a time: give each thread a network of its own, or a lock.");
        }
    }
}
