using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using XorGen.Numerics;

namespace XorGen.SecondOrder;

/// <summary>
/// A symmetric matrix in double precision, and its Cholesky factor. Rows are padded like <see cref="PaddedVectors"/>; the upper
/// triangle counts, what is below the diagonal is scratch.
/// </summary>
/// <remarks>
/// Every element is its start and then products, each by a fused multiply-add, in the order of the summed index: the same
/// bits for every vector width.
/// </remarks>
/// <param name="size">The number of rows.</param>
internal sealed class SymmetricMatrix(int size)
{
    /// <summary>The rows and columns of a tile. Two vectors of 512 bits are sixteen columns.</summary>
    private const int TileRows = 4;
    private const int TileColumns = 16;

    private readonly int stride = PaddedVectors.LengthOf(size);
    private readonly double[] elements = new double[PaddedVectors.LengthOf(size) * PaddedVectors.LengthOf(size)];

    /// <summary>Gets the largest element on the diagonal.</summary>
    public double LargestDiagonal
    {
        get
        {
            double largest = 0;
            for (int i = 0; i < size; i++)
            {
                largest = Math.Max(largest, elements[(i * stride) + i]);
            }

            return largest;
        }
    }

    /// <summary>Sets all elements to zero.</summary>
    public void Clear() => elements.AsSpan().Clear();

    /// <summary>Adds the transpose of some rows times themselves.</summary>
    /// <param name="rows">Rows of the padded length.</param>
    /// <param name="count">The number of rows.</param>
    public void AddProducts(ReadOnlySpan<double> rows, int count)
    {
        for (int i = 0; i < size; i += TileRows)
        {
            AddToTileRow(i, ref MemoryMarshal.GetReference(rows), count, 1);
        }
    }

    /// <summary>Becomes the upper triangular U with UᵀU = <paramref name="matrix"/> + <paramref name="damping"/> I.</summary>
    /// <returns>Whether there is one: whether the sum is positive definite to the precision of the numbers.</returns>
    public bool Factorize(SymmetricMatrix matrix, double damping)
    {
        matrix.elements.CopyTo(elements, 0);
        for (int i = 0; i < size; i++)
        {
            elements[(i * stride) + i] += damping;
        }

        for (int first = 0; first < size; first += TileRows)
        {
            // What the rows above contribute to four rows, then those to each other.
            AddToTileRow(first, ref elements[0], first, -1);
            for (int i = first; i < Math.Min(first + TileRows, size); i++)
            {
                for (int k = first; k < i; k++)
                {
                    PaddedVectors.AddScaled(-elements[(k * stride) + i], RowFrom(k, i), RowFrom(i, i));
                }

                double pivot = elements[(i * stride) + i];
                if (!(pivot > 0) || double.IsInfinity(pivot))
                {
                    return false;
                }

                Span<double> row = RowFrom(i, i);
                PaddedVectors.Scale(1 / Math.Sqrt(pivot), row);
                row[..(i - Aligned(i))].Clear();
            }
        }

        return true;
    }

    /// <summary>Solves UᵀU x = b, this being U.</summary>
    /// <param name="b">The right-hand side, padded; used as scratch.</param>
    /// <param name="x">Receives the solution, padded with zeros.</param>
    public void Solve(Span<double> b, Span<double> x)
    {
        // Uᵀ y = b, from the first row on: y takes the place of b.
        for (int k = 0; k < size; k++)
        {
            double y = b[k] / elements[(k * stride) + k];
            int start = Aligned(k);
            PaddedVectors.AddScaled(-y, RowFrom(k, k), b[start..]);
            b[k] = y;
        }

        // U x = y, from the last row on: x is still zero where it is not known.
        x.Clear();
        for (int i = size - 1; i >= 0; i--)
        {
            double sum = PaddedVectors.Dot(RowFrom(i, i), x[Aligned(i)..]);
            x[i] = (b[i] - sum) / elements[(i * stride) + i];
        }
    }

    private static int Aligned(int column) => column / PaddedVectors.Lanes * PaddedVectors.Lanes;

    /// <summary>A row from the padded group of columns that holds a column on.</summary>
    private Span<double> RowFrom(int row, int column) => elements.AsSpan((row * stride) + Aligned(column), stride - Aligned(column));

    private void AddToTileRow(int first, ref double rows, int count, double sign)
    {
        ref double target = ref elements[first * stride];
        if (Lanes512Double.IsHardwareAccelerated)
        {
            AddToTileRow<Vector512<double>, Lanes512Double>(ref target, first, ref rows, count, sign);
        }
        else if (Lanes256Double.IsHardwareAccelerated)
        {
            AddToTileRow<Vector256<double>, Lanes256Double>(ref target, first, ref rows, count, sign);
        }
        else
        {
            AddToTileRow<Vector128<double>, Lanes128Double>(ref target, first, ref rows, count, sign);
        }
    }

    /// <summary>Adds sign · Σ_k rows[k][i] rows[k][j] to four rows i, from the diagonal on.</summary>
    private void AddToTileRow<TVector, TLanes>(ref double target, int first, ref double rows, int count, double sign)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        for (int column = first / TileColumns * TileColumns; column < stride; column += 2 * TLanes.Count)
        {
            AddToTile<TVector, TLanes>(ref Unsafe.Add(ref target, column), ref Unsafe.Add(ref rows, first), ref Unsafe.Add(ref rows, column), count, sign);
        }
    }

    private void AddToTile<TVector, TLanes>(ref double target, ref double left, ref double right, int count, double sign)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        nuint width = (nuint)TLanes.Count;
        nuint next = (nuint)stride;
        TVector c00 = TLanes.Load(ref target, 0);
        TVector c01 = TLanes.Load(ref target, width);
        TVector c10 = TLanes.Load(ref target, next);
        TVector c11 = TLanes.Load(ref target, next + width);
        TVector c20 = TLanes.Load(ref target, 2 * next);
        TVector c21 = TLanes.Load(ref target, (2 * next) + width);
        TVector c30 = TLanes.Load(ref target, 3 * next);
        TVector c31 = TLanes.Load(ref target, (3 * next) + width);
        for (int k = 0; k < count; k++)
        {
            TVector b0 = TLanes.Load(ref right, 0);
            TVector b1 = TLanes.Load(ref right, width);
            TVector a0 = TLanes.Create(sign * left);
            TVector a1 = TLanes.Create(sign * Unsafe.Add(ref left, 1));
            TVector a2 = TLanes.Create(sign * Unsafe.Add(ref left, 2));
            TVector a3 = TLanes.Create(sign * Unsafe.Add(ref left, 3));
            c00 = TLanes.FusedMultiplyAdd(a0, b0, c00);
            c01 = TLanes.FusedMultiplyAdd(a0, b1, c01);
            c10 = TLanes.FusedMultiplyAdd(a1, b0, c10);
            c11 = TLanes.FusedMultiplyAdd(a1, b1, c11);
            c20 = TLanes.FusedMultiplyAdd(a2, b0, c20);
            c21 = TLanes.FusedMultiplyAdd(a2, b1, c21);
            c30 = TLanes.FusedMultiplyAdd(a3, b0, c30);
            c31 = TLanes.FusedMultiplyAdd(a3, b1, c31);
            left = ref Unsafe.Add(ref left, stride);
            right = ref Unsafe.Add(ref right, stride);
        }

        TLanes.Store(c00, ref target, 0);
        TLanes.Store(c01, ref target, width);
        TLanes.Store(c10, ref target, next);
        TLanes.Store(c11, ref target, next + width);
        TLanes.Store(c20, ref target, 2 * next);
        TLanes.Store(c21, ref target, (2 * next) + width);
        TLanes.Store(c30, ref target, 3 * next);
        TLanes.Store(c31, ref target, (3 * next) + width);
    }
}
