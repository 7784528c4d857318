using System.Diagnostics;
using System.Runtime.Intrinsics;
using XorGen.Benchmarks.Measurement;
using XorGen.Blocked;
using XorGen.Numerics;

namespace XorGen.Benchmarks.Kernels;

/// <summary>Measures the matrix kernels at 784-128 beside the peak of the core, by turns, in one process.</summary>
internal static unsafe class KernelMeasurement
{
    private const int Rows = 64;
    private const int PeakSteps = 20_000;
    private const int Calls = 8;

    /// <summary>Measures at the widest vectors that the runtime uses, and, where these are of 256 bits, at 128 bits too.</summary>
    public static IEnumerable<KernelSpeed> Run(int rounds)
    {
        if (Lanes512Single.IsHardwareAccelerated)
        {
            yield return Measure<Vector512<float>, Lanes512Single>(rounds);
        }
        else if (Lanes256Single.IsHardwareAccelerated)
        {
            yield return Measure<Vector256<float>, Lanes256Single>(rounds);
            yield return Measure<Vector128<float>, Lanes128Single>(rounds);
        }
    }

    private static KernelSpeed Measure<TVector, TLanes>(int rounds)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        const double Product = 2.0 * Rows * 784 * 128 * Calls;
        float* inputs = Numbers(Rows * 784);
        float* deltas = Numbers(Rows * 128);
        float* weights = Numbers(785 * 128);
        float* sums = Numbers(Rows * 128);
        var pass = new BlockedPass<float>(weights, sums, null, inputs, null, null, null, Rows, isFirst: true, scale: 1);
        double peak = double.PositiveInfinity, forward = double.PositiveInfinity, gradient = double.PositiveInfinity;
        for (int round = 0; round < rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            FusedMultiplyAddLoop.Run<TVector, TLanes>(PeakSteps, ref *sums);
            peak = Math.Min(peak, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
            start = Stopwatch.GetTimestamp();
            for (int call = 0; call < Calls; call++)
            {
                DenseKernels.ForwardSums<TVector, TLanes, float, WideLayer>(Rows, ref *inputs, ref *weights, ref *sums);
            }

            forward = Math.Min(forward, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
            start = Stopwatch.GetTimestamp();
            for (int call = 0; call < Calls; call++)
            {
                DenseKernels.Update<TVector, TLanes, float, WideLayer, GradientDescentStep>(pass, WorkPart.Whole, ref *inputs, ref *deltas, 0, new(1e-6f), new(1e-6f));
            }

            gradient = Math.Min(gradient, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        return new(
            32 * TLanes.Count,
            (double)PeakSteps * FusedMultiplyAddLoop.Operations<TVector, TLanes>() / peak,
            Product / forward,
            Product / gradient);
    }

    /// <summary>Numbers that stay finite.</summary>
    private static float* Numbers(int count)
    {
        float* numbers = AlignedMemory.Allocate(count);
        for (int i = 0; i < count; i++)
        {
            numbers[i] = ((i % 37) - 18) / 64f;
        }

        return numbers;
    }
}
