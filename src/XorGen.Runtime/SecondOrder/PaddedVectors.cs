using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using XorGen.Numerics;

namespace XorGen.SecondOrder;

/// <summary>
/// Operations on long vectors in double precision, padded with zeros to a multiple of <see cref="Lanes"/>. Every width of
/// the machine's vectors gives the same bits: elements by themselves, or sums in virtual lanes.
/// </summary>
internal static class PaddedVectors
{
    /// <summary>The number of virtual lanes of a sum: element i belongs to lane i modulo 32.</summary>
    public const int Lanes = 32;

    /// <summary>Returns the length that a vector has with its padding.</summary>
    public static int LengthOf(int count) => (count + Lanes - 1) / Lanes * Lanes;

    /// <summary>Returns the sum of a_i b_i.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref double x = ref MemoryMarshal.GetReference(a);
        ref double y = ref MemoryMarshal.GetReference(b);
        return Lanes512Double.IsHardwareAccelerated ? Dot<Vector512<double>, Lanes512Double>(ref x, ref y, a.Length)
            : Lanes256Double.IsHardwareAccelerated ? Dot<Vector256<double>, Lanes256Double>(ref x, ref y, a.Length)
            : Dot<Vector128<double>, Lanes128Double>(ref x, ref y, a.Length);
    }

    /// <summary>Adds <paramref name="factor"/> times x to y.</summary>
    public static void AddScaled(double factor, ReadOnlySpan<double> x, Span<double> y)
    {
        ref double source = ref MemoryMarshal.GetReference(x);
        ref double target = ref MemoryMarshal.GetReference(y);
        if (Lanes512Double.IsHardwareAccelerated)
        {
            AddScaled<Vector512<double>, Lanes512Double>(factor, ref source, ref target, x.Length);
        }
        else if (Lanes256Double.IsHardwareAccelerated)
        {
            AddScaled<Vector256<double>, Lanes256Double>(factor, ref source, ref target, x.Length);
        }
        else
        {
            AddScaled<Vector128<double>, Lanes128Double>(factor, ref source, ref target, x.Length);
        }
    }

    /// <summary>Multiplies a vector by a number.</summary>
    public static void Scale(double factor, Span<double> x)
    {
        foreach (ref double value in x)
        {
            value *= factor;
        }
    }

    /// <summary>Returns the largest |x_i|; NaN where one is.</summary>
    public static double LargestMagnitude(ReadOnlySpan<double> x)
    {
        double largest = 0;
        foreach (double value in x)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    private static double Dot<TVector, TLanes>(ref double a, ref double b, int length)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        Span<double> sums = stackalloc double[Lanes];
        nuint width = (nuint)TLanes.Count;
        for (nuint lane = 0; lane < Lanes; lane += 4 * width)
        {
            TVector sum0 = TLanes.Zero;
            TVector sum1 = TLanes.Zero;
            TVector sum2 = TLanes.Zero;
            TVector sum3 = TLanes.Zero;
            for (nuint i = lane; i < (nuint)length; i += Lanes)
            {
                sum0 = TLanes.FusedMultiplyAdd(TLanes.Load(ref a, i), TLanes.Load(ref b, i), sum0);
                sum1 = TLanes.FusedMultiplyAdd(TLanes.Load(ref a, i + width), TLanes.Load(ref b, i + width), sum1);
                sum2 = TLanes.FusedMultiplyAdd(TLanes.Load(ref a, i + (2 * width)), TLanes.Load(ref b, i + (2 * width)), sum2);
                sum3 = TLanes.FusedMultiplyAdd(TLanes.Load(ref a, i + (3 * width)), TLanes.Load(ref b, i + (3 * width)), sum3);
            }

            TLanes.Store(sum0, ref sums[0], lane);
            TLanes.Store(sum1, ref sums[0], lane + width);
            TLanes.Store(sum2, ref sums[0], lane + (2 * width));
            TLanes.Store(sum3, ref sums[0], lane + (3 * width));
        }

        return VirtualLanes.Sum(ref sums[0], Lanes);
    }

    private static void AddScaled<TVector, TLanes>(double factor, ref double x, ref double y, int length)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector factors = TLanes.Create(factor);
        for (nuint i = 0; i < (nuint)length; i += (nuint)TLanes.Count)
        {
            TLanes.Store(TLanes.FusedMultiplyAdd(factors, TLanes.Load(ref x, i), TLanes.Load(ref y, i)), ref y, i);
        }
    }
}
