using System.Runtime.CompilerServices;
using XorGen.Numerics;

namespace XorGen.Benchmarks.Kernels;

/// <summary>The most fused multiply-adds that a core does: twelve sums side by side, nothing loaded, nothing stored.</summary>
internal static class FusedMultiplyAddLoop
{
    private const int Sums = 12;

    /// <summary>Gets the number of floating-point operations of a step of the loop.</summary>
    public static int Operations<TVector, TLanes>()
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float> => 2 * Sums * TLanes.Count;

    /// <summary>Takes some steps. The clock stays outside: across a call the sums would not stay in registers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run<TVector, TLanes>(int steps, ref float result)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector a = TLanes.Create(0.9999f);
        TVector b = TLanes.Create(1.0001f);
        TVector c0 = a, c1 = b, c2 = a, c3 = b, c4 = a, c5 = b, c6 = a, c7 = b, c8 = a, c9 = b, c10 = a, c11 = b;
        for (int i = 0; i < steps; i++)
        {
            c0 = TLanes.FusedMultiplyAdd(c0, a, b);
            c1 = TLanes.FusedMultiplyAdd(c1, a, b);
            c2 = TLanes.FusedMultiplyAdd(c2, a, b);
            c3 = TLanes.FusedMultiplyAdd(c3, a, b);
            c4 = TLanes.FusedMultiplyAdd(c4, a, b);
            c5 = TLanes.FusedMultiplyAdd(c5, a, b);
            c6 = TLanes.FusedMultiplyAdd(c6, a, b);
            c7 = TLanes.FusedMultiplyAdd(c7, a, b);
            c8 = TLanes.FusedMultiplyAdd(c8, a, b);
            c9 = TLanes.FusedMultiplyAdd(c9, a, b);
            c10 = TLanes.FusedMultiplyAdd(c10, a, b);
            c11 = TLanes.FusedMultiplyAdd(c11, a, b);
        }

        TVector sum = TLanes.Add(TLanes.Add(TLanes.Add(c0, c1), TLanes.Add(c2, c3)), TLanes.Add(TLanes.Add(c4, c5), TLanes.Add(c6, c7)));
        TLanes.Store(TLanes.Add(sum, TLanes.Add(TLanes.Add(c8, c9), TLanes.Add(c10, c11))), ref result, 0);
    }
}
