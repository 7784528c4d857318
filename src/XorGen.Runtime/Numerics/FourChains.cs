using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>
/// The inner loop of a matrix product whose sums are made in four chains and whose rows are one vector: the chains of four
/// rows are in sixteen registers, where <see cref="RegisterTile"/> would go over the rows four times.
/// </summary>
internal static class FourChains
{
    /// <summary>The rows of a tile.</summary>
    public const int Rows = 4;

    /// <summary>Computes tiles, one below the other.</summary>
    /// <inheritdoc cref="RegisterTile.Compute"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Compute<TVector, TLanes, T, TShape, TEpilogue>(
        int tiles, int depth, ref T a, ref T b, ref T start, nint startStride, ref T buffer, TEpilogue epilogue, nuint offset)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TShape : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TVector, T>, allows ref struct
    {
        nint stride = TShape.LeftRowStride;
        nint step = TShape.LeftColumnStride;
        nuint count = (nuint)TLanes.Count;
        for (; tiles > 0; tiles--)
        {
            bool isNull = Unsafe.IsNullRef(ref start);
            TVector c00 = isNull ? TLanes.Zero : TLanes.Load(ref start, 0);
            TVector c01 = TLanes.Zero;
            TVector c02 = TLanes.Zero;
            TVector c03 = TLanes.Zero;
            TVector c10 = isNull ? TLanes.Zero : TLanes.Load(ref Unsafe.Add(ref start, 1 * startStride), 0);
            TVector c11 = TLanes.Zero;
            TVector c12 = TLanes.Zero;
            TVector c13 = TLanes.Zero;
            TVector c20 = isNull ? TLanes.Zero : TLanes.Load(ref Unsafe.Add(ref start, 2 * startStride), 0);
            TVector c21 = TLanes.Zero;
            TVector c22 = TLanes.Zero;
            TVector c23 = TLanes.Zero;
            TVector c30 = isNull ? TLanes.Zero : TLanes.Load(ref Unsafe.Add(ref start, 3 * startStride), 0);
            TVector c31 = TLanes.Zero;
            TVector c32 = TLanes.Zero;
            TVector c33 = TLanes.Zero;
            ref T x = ref a;
            ref T w = ref b;
            for (int k = depth; k > 0; k -= 4)
            {
                TVector row = TLanes.Load(ref w, 0);
                c00 = TLanes.FusedMultiplyAdd(TLanes.Create(x), row, c00);
                c10 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, stride)), row, c10);
                c20 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, (2 * stride))), row, c20);
                c30 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, (3 * stride))), row, c30);

                if (k <= 1)
                {
                    break;
                }

                row = TLanes.Load(ref w, (nuint)(1 * TShape.Columns));
                c01 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, step)), row, c01);
                c11 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, stride + step)), row, c11);
                c21 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, (2 * stride) + step)), row, c21);
                c31 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, (3 * stride) + step)), row, c31);

                if (k <= 2)
                {
                    break;
                }

                row = TLanes.Load(ref w, (nuint)(2 * TShape.Columns));
                c02 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, (2 * step))), row, c02);
                c12 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, stride + (2 * step))), row, c12);
                c22 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, (2 * stride) + (2 * step))), row, c22);
                c32 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, (3 * stride) + (2 * step))), row, c32);

                if (k <= 3)
                {
                    break;
                }

                row = TLanes.Load(ref w, (nuint)(3 * TShape.Columns));
                c03 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, (3 * step))), row, c03);
                c13 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, stride + (3 * step))), row, c13);
                c23 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, (2 * stride) + (3 * step))), row, c23);
                c33 = TLanes.FusedMultiplyAdd(TLanes.Create(Unsafe.Add(ref x, (3 * stride) + (3 * step))), row, c33);

                x = ref Unsafe.Add(ref x, 4 * step);
                w = ref Unsafe.Add(ref w, 4 * TShape.Columns);
            }

            TLanes.Store(TLanes.Add(TLanes.Add(c00, c02), TLanes.Add(c01, c03)), ref buffer, 0);
            TLanes.Store(TLanes.Add(TLanes.Add(c10, c12), TLanes.Add(c11, c13)), ref buffer, count);
            TLanes.Store(TLanes.Add(TLanes.Add(c20, c22), TLanes.Add(c21, c23)), ref buffer, 2 * count);
            TLanes.Store(TLanes.Add(TLanes.Add(c30, c32), TLanes.Add(c31, c33)), ref buffer, 3 * count);
            for (nuint r = 0; r < Rows; r++)
            {
                epilogue.Apply(TLanes.Load(ref buffer, r * count), offset);
                offset += (nuint)TShape.Columns;
            }

            a = ref Unsafe.Add(ref a, Rows * stride);
            start = ref isNull ? ref start : ref Unsafe.Add(ref start, Rows * startStride);
        }
    }
}
