using System.Diagnostics;
using System.Runtime.CompilerServices;
using XorGen.Benchmarks.Works;

namespace XorGen.Benchmarks.Peers;

/// <summary>One peer at one work. It first shows that its results are right, and is then timed.</summary>
internal abstract class Contender(Work work) : IDisposable
{
    /// <summary>Where results go, so that no compiler can leave out the work that makes them.</summary>
    private static double sink;

    public Work Work { get; } = work;

    /// <summary>Gets a value indicating whether the JIT compiles the work anew once it is known to be hot.</summary>
    public virtual bool IsManaged => true;

    protected Problem Problem => Work.Problem;

    /// <summary>Does the work many times. The loop is in the peer's own language.</summary>
    public abstract void Run(long operations);

    /// <summary>Returns the outputs of the first rows, as the timed code computes them.</summary>
    public abstract double[] Outputs(int rows);

    /// <summary>Starts from the problem's parameters, takes the first steps over its batches, and returns the parameters.</summary>
    public abstract double[] ParametersAfter(int steps);

    /// <summary>Does the work many times and returns the nanoseconds that it took.</summary>
    public virtual double Time(long operations)
    {
        long start = Stopwatch.GetTimestamp();
        Run(operations);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static void Keep(double result) => Volatile.Write(ref sink, result);
}
