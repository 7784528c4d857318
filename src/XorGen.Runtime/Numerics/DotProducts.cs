using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

/// <summary>
/// The sums of layers with few outputs, inputs in the lanes (<see cref="IDenseShape.HasInputsInLanes"/>): a dot product for
/// each output, whose lanes are added by the tree of <see cref="VirtualLanes"/>, four outputs side by side.
/// </summary>
/// <remarks>
/// Product k is added to virtual lane k modulo their number; lane 0 begins with the bias. Written for each width and not
/// over <see cref="ILanes{TVector, T}"/>: the compiler stops inlining into a caller as short as the row's.
/// </remarks>
[CLSCompliant(false)]
public static class DotProducts
{
    /// <summary>Returns <c>z = b + a W</c> for as many outputs as the vector has lanes; zero for those that the layer does not have.</summary>
    /// <param name="a">What the layer takes: <see cref="IDenseShape.InputStride"/> values.</param>
    /// <param name="weights">[output][input], rows of <see cref="IDenseShape.InputStride"/> values, zeros after the inputs.</param>
    /// <param name="biases">The biases.</param>
    /// <param name="first">The first output, a multiple of the number of lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sums<TVector, TLanes, T, TShape>(ref T a, ref T weights, ref T biases, nuint first)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TShape : struct, IDenseShape
    {
        // Groups that the layer does not have are decided on here: what is not called needs not be inlined.
        if (Unsafe.SizeOf<T>() == sizeof(double))
        {
            Vector256<double> four = Unsafe.SizeOf<TVector>() == 64 || first < 4
                ? FourDoubles<TVector, T, TShape>(0, ref a, ref weights, ref biases)
                : TShape.Outputs > 4 ? FourDoubles<TVector, T, TShape>(4, ref a, ref weights, ref biases)
                : Vector256<double>.Zero;
            if (Unsafe.SizeOf<TVector>() == 64)
            {
                return Unsafe.BitCast<Vector512<double>, TVector>(
                    TShape.Outputs > 4
                        ? Vector512.Create(four, FourDoubles<TVector, T, TShape>(4, ref a, ref weights, ref biases))
                        : four.ToVector512());
            }

            return Unsafe.SizeOf<TVector>() == 32 ? Unsafe.BitCast<Vector256<double>, TVector>(four)
                : Unsafe.BitCast<Vector128<double>, TVector>(first % 4 == 0 ? four.GetLower() : four.GetUpper());
        }

        if (Unsafe.SizeOf<TVector>() == 16)
        {
            Vector128<float> four = first == 0 ? FourSingles<TVector, T, TShape>(0, ref a, ref weights, ref biases)
                : first == 4 && TShape.Outputs > 4 ? FourSingles<TVector, T, TShape>(4, ref a, ref weights, ref biases)
                : first == 8 && TShape.Outputs > 8 ? FourSingles<TVector, T, TShape>(8, ref a, ref weights, ref biases)
                : first == 12 && TShape.Outputs > 12 ? FourSingles<TVector, T, TShape>(12, ref a, ref weights, ref biases)
                : Vector128<float>.Zero;
            return Unsafe.BitCast<Vector128<float>, TVector>(four);
        }

        Vector256<float> lower = default;
        if (Unsafe.SizeOf<TVector>() == 64 || first == 0)
        {
            lower = TShape.Outputs > 4
                ? Vector256.Create(
                    FourSingles<TVector, T, TShape>(0, ref a, ref weights, ref biases),
                    FourSingles<TVector, T, TShape>(4, ref a, ref weights, ref biases))
                : FourSingles<TVector, T, TShape>(0, ref a, ref weights, ref biases).ToVector256();
        }

        if (TShape.Outputs <= 8)
        {
            return Unsafe.SizeOf<TVector>() == 64 ? Unsafe.BitCast<Vector512<float>, TVector>(lower.ToVector512())
                : Unsafe.BitCast<Vector256<float>, TVector>(lower);
        }

        Vector256<float> upper = default;
        if (Unsafe.SizeOf<TVector>() == 64 || first == 8)
        {
            upper = TShape.Outputs > 12
                ? Vector256.Create(
                    FourSingles<TVector, T, TShape>(8, ref a, ref weights, ref biases),
                    FourSingles<TVector, T, TShape>(12, ref a, ref weights, ref biases))
                : FourSingles<TVector, T, TShape>(8, ref a, ref weights, ref biases).ToVector256();
        }

        return Unsafe.SizeOf<TVector>() == 64 ? Unsafe.BitCast<Vector512<float>, TVector>(Vector512.Create(lower, upper))
            : Unsafe.BitCast<Vector256<float>, TVector>(first == 0 ? lower : upper);
    }

    /// <summary>Gives the sums of some rows to an epilogue.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="a">Rows of <see cref="IDenseShape.InputStride"/> values.</param>
    /// <param name="weights">[output][input], then the biases.</param>
    /// <param name="epilogue">What becomes of the sums.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static void Compute<TVector, TLanes, T, TShape, TEpilogue>(int rows, ref T a, ref T weights, TEpilogue epilogue)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TShape : struct, IDenseShape
        where TEpilogue : struct, IEpilogue<TVector, T>, allows ref struct
    {
        ref T biases = ref Unsafe.Add(ref weights, TShape.Outputs * TShape.InputStride);
        nuint end = (nuint)(rows * TShape.OutputStride);
        for (nuint offset = 0; offset < end; offset += (nuint)TShape.OutputStride)
        {
            for (nuint j = 0; j < (nuint)TShape.OutputStride; j += (nuint)TLanes.Count)
            {
                epilogue.Apply(Sums<TVector, TLanes, T, TShape>(ref a, ref weights, ref biases, j), offset + j);
            }

            a = ref Unsafe.Add(ref a, TShape.InputStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> FourSingles<TVector, T, TShape>(int first, ref T a, ref T weights, ref T biases)
        where TVector : struct
        where T : unmanaged
        where TShape : struct, IDenseShape
    {
        nuint stride = (nuint)TShape.InputStride;
        ref float x = ref Unsafe.As<T, float>(ref a);
        ref float w = ref Unsafe.As<T, float>(ref Unsafe.Add(ref weights, (nuint)first * stride));
        ref float b = ref Unsafe.As<T, float>(ref Unsafe.Add(ref biases, first));
        return Unsafe.SizeOf<TVector>() == 64 ? FourIn512(TShape.Outputs - first, stride, ref x, ref w, ref b)
            : Unsafe.SizeOf<TVector>() == 32 ? FourIn256(TShape.Outputs - first, stride, ref x, ref w, ref b)
            : FourIn128(TShape.Outputs - first, stride, ref x, ref w, ref b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> FourDoubles<TVector, T, TShape>(int first, ref T a, ref T weights, ref T biases)
        where TVector : struct
        where T : unmanaged
        where TShape : struct, IDenseShape
    {
        nuint stride = (nuint)TShape.InputStride;
        ref double x = ref Unsafe.As<T, double>(ref a);
        ref double w = ref Unsafe.As<T, double>(ref Unsafe.Add(ref weights, (nuint)first * stride));
        ref double b = ref Unsafe.As<T, double>(ref Unsafe.Add(ref biases, first));
        return Unsafe.SizeOf<TVector>() == 64 ? FourIn512(TShape.Outputs - first, stride, ref x, ref w, ref b)
            : Unsafe.SizeOf<TVector>() == 32 ? FourIn256(TShape.Outputs - first, stride, ref x, ref w, ref b)
            : FourIn128(TShape.Outputs - first, stride, ref x, ref w, ref b);
    }

    /// <summary>Returns up to four dot products in vectors of 512 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> FourIn512(int outputs, nuint stride, ref float a, ref float w, ref float b)
    {
        Vector512<float> c0 = Vector512.CreateScalar(b);
        Vector512<float> c1 = Vector512.CreateScalar(outputs > 1 ? Unsafe.Add(ref b, 1) : 0);
        Vector512<float> c2 = Vector512.CreateScalar(outputs > 2 ? Unsafe.Add(ref b, 2) : 0);
        Vector512<float> c3 = Vector512.CreateScalar(outputs > 3 ? Unsafe.Add(ref b, 3) : 0);
        for (nuint k = 0; k < stride; k += 16)
        {
            Vector512<float> x = Vector512.LoadUnsafe(ref a, k);
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref w, k), c0);

            if (outputs > 1)
            {
                c1 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref w, stride + k), c1);
            }

            if (outputs > 2)
            {
                c2 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref w, (2 * stride) + k), c2);
            }

            if (outputs > 3)
            {
                c3 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref w, (3 * stride) + k), c3);
            }
        }

        return VirtualLanes.SumFourSingles(c0, c1, c2, c3);
    }

    /// <summary>Returns up to four dot products in vectors of 256 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> FourIn256(int outputs, nuint stride, ref float a, ref float w, ref float b)
    {
        Vector256<float> c0 = Vector256.CreateScalar(b);
        Vector256<float> c1 = Vector256.CreateScalar(outputs > 1 ? Unsafe.Add(ref b, 1) : 0);
        Vector256<float> c2 = Vector256.CreateScalar(outputs > 2 ? Unsafe.Add(ref b, 2) : 0);
        Vector256<float> c3 = Vector256.CreateScalar(outputs > 3 ? Unsafe.Add(ref b, 3) : 0);
        Vector256<float> d0 = Vector256<float>.Zero;
        Vector256<float> d1 = Vector256<float>.Zero;
        Vector256<float> d2 = Vector256<float>.Zero;
        Vector256<float> d3 = Vector256<float>.Zero;
        for (nuint k = 0; k < stride; k += 16)
        {
            Vector256<float> x0 = Vector256.LoadUnsafe(ref a, k);
            Vector256<float> x1 = Vector256.LoadUnsafe(ref a, k + 8);
            c0 = Vector256.FusedMultiplyAdd(x0, Vector256.LoadUnsafe(ref w, k), c0);
            d0 = Vector256.FusedMultiplyAdd(x1, Vector256.LoadUnsafe(ref w, k + 8), d0);

            if (outputs > 1)
            {
                c1 = Vector256.FusedMultiplyAdd(x0, Vector256.LoadUnsafe(ref w, stride + k), c1);
                d1 = Vector256.FusedMultiplyAdd(x1, Vector256.LoadUnsafe(ref w, stride + k + 8), d1);
            }

            if (outputs > 2)
            {
                c2 = Vector256.FusedMultiplyAdd(x0, Vector256.LoadUnsafe(ref w, (2 * stride) + k), c2);
                d2 = Vector256.FusedMultiplyAdd(x1, Vector256.LoadUnsafe(ref w, (2 * stride) + k + 8), d2);
            }

            if (outputs > 3)
            {
                c3 = Vector256.FusedMultiplyAdd(x0, Vector256.LoadUnsafe(ref w, (3 * stride) + k), c3);
                d3 = Vector256.FusedMultiplyAdd(x1, Vector256.LoadUnsafe(ref w, (3 * stride) + k + 8), d3);
            }
        }

        return VirtualLanes.SumFourSingles(c0 + d0, c1 + d1, c2 + d2, c3 + d3);
    }

    /// <summary>Returns up to four dot products in vectors of 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> FourIn128(int outputs, nuint stride, ref float a, ref float w, ref float b)
    {
        Vector128<float> c0 = Vector128.CreateScalar(b);
        Vector128<float> c1 = Vector128.CreateScalar(outputs > 1 ? Unsafe.Add(ref b, 1) : 0);
        Vector128<float> c2 = Vector128.CreateScalar(outputs > 2 ? Unsafe.Add(ref b, 2) : 0);
        Vector128<float> c3 = Vector128.CreateScalar(outputs > 3 ? Unsafe.Add(ref b, 3) : 0);
        Vector128<float> d0 = Vector128<float>.Zero;
        Vector128<float> d1 = Vector128<float>.Zero;
        Vector128<float> d2 = Vector128<float>.Zero;
        Vector128<float> d3 = Vector128<float>.Zero;
        Vector128<float> e0 = Vector128<float>.Zero;
        Vector128<float> e1 = Vector128<float>.Zero;
        Vector128<float> e2 = Vector128<float>.Zero;
        Vector128<float> e3 = Vector128<float>.Zero;
        Vector128<float> f0 = Vector128<float>.Zero;
        Vector128<float> f1 = Vector128<float>.Zero;
        Vector128<float> f2 = Vector128<float>.Zero;
        Vector128<float> f3 = Vector128<float>.Zero;
        for (nuint k = 0; k < stride; k += 16)
        {
            Vector128<float> x0 = Vector128.LoadUnsafe(ref a, k);
            Vector128<float> x1 = Vector128.LoadUnsafe(ref a, k + 4);
            Vector128<float> x2 = Vector128.LoadUnsafe(ref a, k + 8);
            Vector128<float> x3 = Vector128.LoadUnsafe(ref a, k + 12);
            c0 = Vector128.FusedMultiplyAdd(x0, Vector128.LoadUnsafe(ref w, k), c0);
            d0 = Vector128.FusedMultiplyAdd(x1, Vector128.LoadUnsafe(ref w, k + 4), d0);
            e0 = Vector128.FusedMultiplyAdd(x2, Vector128.LoadUnsafe(ref w, k + 8), e0);
            f0 = Vector128.FusedMultiplyAdd(x3, Vector128.LoadUnsafe(ref w, k + 12), f0);

            if (outputs > 1)
            {
                c1 = Vector128.FusedMultiplyAdd(x0, Vector128.LoadUnsafe(ref w, stride + k), c1);
                d1 = Vector128.FusedMultiplyAdd(x1, Vector128.LoadUnsafe(ref w, stride + k + 4), d1);
                e1 = Vector128.FusedMultiplyAdd(x2, Vector128.LoadUnsafe(ref w, stride + k + 8), e1);
                f1 = Vector128.FusedMultiplyAdd(x3, Vector128.LoadUnsafe(ref w, stride + k + 12), f1);
            }

            if (outputs > 2)
            {
                c2 = Vector128.FusedMultiplyAdd(x0, Vector128.LoadUnsafe(ref w, (2 * stride) + k), c2);
                d2 = Vector128.FusedMultiplyAdd(x1, Vector128.LoadUnsafe(ref w, (2 * stride) + k + 4), d2);
                e2 = Vector128.FusedMultiplyAdd(x2, Vector128.LoadUnsafe(ref w, (2 * stride) + k + 8), e2);
                f2 = Vector128.FusedMultiplyAdd(x3, Vector128.LoadUnsafe(ref w, (2 * stride) + k + 12), f2);
            }

            if (outputs > 3)
            {
                c3 = Vector128.FusedMultiplyAdd(x0, Vector128.LoadUnsafe(ref w, (3 * stride) + k), c3);
                d3 = Vector128.FusedMultiplyAdd(x1, Vector128.LoadUnsafe(ref w, (3 * stride) + k + 4), d3);
                e3 = Vector128.FusedMultiplyAdd(x2, Vector128.LoadUnsafe(ref w, (3 * stride) + k + 8), e3);
                f3 = Vector128.FusedMultiplyAdd(x3, Vector128.LoadUnsafe(ref w, (3 * stride) + k + 12), f3);
            }
        }

        return VirtualLanes.SumFourSingles((c0 + e0) + (d0 + f0), (c1 + e1) + (d1 + f1), (c2 + e2) + (d2 + f2), (c3 + e3) + (d3 + f3));
    }

    /// <summary>Returns up to four dot products in vectors of 512 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> FourIn512(int outputs, nuint stride, ref double a, ref double w, ref double b)
    {
        Vector512<double> c0 = Vector512.CreateScalar(b);
        Vector512<double> c1 = Vector512.CreateScalar(outputs > 1 ? Unsafe.Add(ref b, 1) : 0);
        Vector512<double> c2 = Vector512.CreateScalar(outputs > 2 ? Unsafe.Add(ref b, 2) : 0);
        Vector512<double> c3 = Vector512.CreateScalar(outputs > 3 ? Unsafe.Add(ref b, 3) : 0);
        for (nuint k = 0; k < stride; k += 8)
        {
            Vector512<double> x = Vector512.LoadUnsafe(ref a, k);
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref w, k), c0);

            if (outputs > 1)
            {
                c1 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref w, stride + k), c1);
            }

            if (outputs > 2)
            {
                c2 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref w, (2 * stride) + k), c2);
            }

            if (outputs > 3)
            {
                c3 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref w, (3 * stride) + k), c3);
            }
        }

        return VirtualLanes.SumFourDoubles(c0, c1, c2, c3);
    }

    /// <summary>Returns up to four dot products in vectors of 256 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> FourIn256(int outputs, nuint stride, ref double a, ref double w, ref double b)
    {
        Vector256<double> c0 = Vector256.CreateScalar(b);
        Vector256<double> c1 = Vector256.CreateScalar(outputs > 1 ? Unsafe.Add(ref b, 1) : 0);
        Vector256<double> c2 = Vector256.CreateScalar(outputs > 2 ? Unsafe.Add(ref b, 2) : 0);
        Vector256<double> c3 = Vector256.CreateScalar(outputs > 3 ? Unsafe.Add(ref b, 3) : 0);
        Vector256<double> d0 = Vector256<double>.Zero;
        Vector256<double> d1 = Vector256<double>.Zero;
        Vector256<double> d2 = Vector256<double>.Zero;
        Vector256<double> d3 = Vector256<double>.Zero;
        for (nuint k = 0; k < stride; k += 8)
        {
            Vector256<double> x0 = Vector256.LoadUnsafe(ref a, k);
            Vector256<double> x1 = Vector256.LoadUnsafe(ref a, k + 4);
            c0 = Vector256.FusedMultiplyAdd(x0, Vector256.LoadUnsafe(ref w, k), c0);
            d0 = Vector256.FusedMultiplyAdd(x1, Vector256.LoadUnsafe(ref w, k + 4), d0);

            if (outputs > 1)
            {
                c1 = Vector256.FusedMultiplyAdd(x0, Vector256.LoadUnsafe(ref w, stride + k), c1);
                d1 = Vector256.FusedMultiplyAdd(x1, Vector256.LoadUnsafe(ref w, stride + k + 4), d1);
            }

            if (outputs > 2)
            {
                c2 = Vector256.FusedMultiplyAdd(x0, Vector256.LoadUnsafe(ref w, (2 * stride) + k), c2);
                d2 = Vector256.FusedMultiplyAdd(x1, Vector256.LoadUnsafe(ref w, (2 * stride) + k + 4), d2);
            }

            if (outputs > 3)
            {
                c3 = Vector256.FusedMultiplyAdd(x0, Vector256.LoadUnsafe(ref w, (3 * stride) + k), c3);
                d3 = Vector256.FusedMultiplyAdd(x1, Vector256.LoadUnsafe(ref w, (3 * stride) + k + 4), d3);
            }
        }

        return VirtualLanes.SumFourDoubles(c0 + d0, c1 + d1, c2 + d2, c3 + d3);
    }

    /// <summary>Returns up to four dot products in vectors of 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> FourIn128(int outputs, nuint stride, ref double a, ref double w, ref double b)
    {
        Vector128<double> c0 = Vector128.CreateScalar(b);
        Vector128<double> c1 = Vector128.CreateScalar(outputs > 1 ? Unsafe.Add(ref b, 1) : 0);
        Vector128<double> c2 = Vector128.CreateScalar(outputs > 2 ? Unsafe.Add(ref b, 2) : 0);
        Vector128<double> c3 = Vector128.CreateScalar(outputs > 3 ? Unsafe.Add(ref b, 3) : 0);
        Vector128<double> d0 = Vector128<double>.Zero;
        Vector128<double> d1 = Vector128<double>.Zero;
        Vector128<double> d2 = Vector128<double>.Zero;
        Vector128<double> d3 = Vector128<double>.Zero;
        Vector128<double> e0 = Vector128<double>.Zero;
        Vector128<double> e1 = Vector128<double>.Zero;
        Vector128<double> e2 = Vector128<double>.Zero;
        Vector128<double> e3 = Vector128<double>.Zero;
        Vector128<double> f0 = Vector128<double>.Zero;
        Vector128<double> f1 = Vector128<double>.Zero;
        Vector128<double> f2 = Vector128<double>.Zero;
        Vector128<double> f3 = Vector128<double>.Zero;
        for (nuint k = 0; k < stride; k += 8)
        {
            Vector128<double> x0 = Vector128.LoadUnsafe(ref a, k);
            Vector128<double> x1 = Vector128.LoadUnsafe(ref a, k + 2);
            Vector128<double> x2 = Vector128.LoadUnsafe(ref a, k + 4);
            Vector128<double> x3 = Vector128.LoadUnsafe(ref a, k + 6);
            c0 = Vector128.FusedMultiplyAdd(x0, Vector128.LoadUnsafe(ref w, k), c0);
            d0 = Vector128.FusedMultiplyAdd(x1, Vector128.LoadUnsafe(ref w, k + 2), d0);
            e0 = Vector128.FusedMultiplyAdd(x2, Vector128.LoadUnsafe(ref w, k + 4), e0);
            f0 = Vector128.FusedMultiplyAdd(x3, Vector128.LoadUnsafe(ref w, k + 6), f0);

            if (outputs > 1)
            {
                c1 = Vector128.FusedMultiplyAdd(x0, Vector128.LoadUnsafe(ref w, stride + k), c1);
                d1 = Vector128.FusedMultiplyAdd(x1, Vector128.LoadUnsafe(ref w, stride + k + 2), d1);
                e1 = Vector128.FusedMultiplyAdd(x2, Vector128.LoadUnsafe(ref w, stride + k + 4), e1);
                f1 = Vector128.FusedMultiplyAdd(x3, Vector128.LoadUnsafe(ref w, stride + k + 6), f1);
            }

            if (outputs > 2)
            {
                c2 = Vector128.FusedMultiplyAdd(x0, Vector128.LoadUnsafe(ref w, (2 * stride) + k), c2);
                d2 = Vector128.FusedMultiplyAdd(x1, Vector128.LoadUnsafe(ref w, (2 * stride) + k + 2), d2);
                e2 = Vector128.FusedMultiplyAdd(x2, Vector128.LoadUnsafe(ref w, (2 * stride) + k + 4), e2);
                f2 = Vector128.FusedMultiplyAdd(x3, Vector128.LoadUnsafe(ref w, (2 * stride) + k + 6), f2);
            }

            if (outputs > 3)
            {
                c3 = Vector128.FusedMultiplyAdd(x0, Vector128.LoadUnsafe(ref w, (3 * stride) + k), c3);
                d3 = Vector128.FusedMultiplyAdd(x1, Vector128.LoadUnsafe(ref w, (3 * stride) + k + 2), d3);
                e3 = Vector128.FusedMultiplyAdd(x2, Vector128.LoadUnsafe(ref w, (3 * stride) + k + 4), e3);
                f3 = Vector128.FusedMultiplyAdd(x3, Vector128.LoadUnsafe(ref w, (3 * stride) + k + 6), f3);
            }
        }

        return VirtualLanes.SumFourDoubles((c0 + e0) + (d0 + f0), (c1 + e1) + (d1 + f1), (c2 + e2) + (d2 + f2), (c3 + e3) + (d3 + f3));
    }
}
