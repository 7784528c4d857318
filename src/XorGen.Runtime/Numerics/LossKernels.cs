using System.Numerics;
using System.Runtime.CompilerServices;
using XorGen.Blocked;

namespace XorGen.Numerics;

/// <summary>Losses of the output layer where it is one of each output by itself, and their derivatives.</summary>
/// <remarks>
/// The loss of each group of as many rows as a 512-bit vector has lanes is kept; these are added up, in double precision, in order. A group's
/// loss is summed in virtual lanes, that of column j in lane j modulo their number, row after row.
/// </remarks>
[CLSCompliant(false)]
public static class LossKernels
{
    /// <summary>Computes the losses of some rows and turns z to the scaled derivative by z.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="first">The first row, the first of a group.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="z">z of the first row; receives the derivative.</param>
    /// <param name="targets">Memory for the targets, as z.</param>
    /// <param name="losses">Receives the loss of each group.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Elementwise<TVector, TLanes, T, TShape, TLoss>(
        in BlockedPass<T> pass, int first, int rows, ref T z, ref T targets, ref T losses)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged, INumberBase<T>
        where TShape : struct, IDenseShape
        where TLoss : struct, IElementwiseLoss<T>
    {
        CopyTargets<TVector, TLanes, T, TShape>(pass, first, rows, ref targets);
        int group = VirtualLanes.Count<T>();
        Span<T> lanes = stackalloc T[group];
        TVector scale = TLanes.Create(pass.Scale);
        for (int begin = 0; begin < rows; begin += group)
        {
            lanes.Clear();
            int end = Math.Min(begin + group, rows);
            for (int column = 0; column < TShape.OutputStride; column += TLanes.Count)
            {
                TVector mask = TLanes.FirstLanes(TShape.Outputs - column);
                nuint lane = (nuint)(column % group);
                TVector sum = TLanes.Load(ref lanes[0], lane);
                for (int row = begin; row < end; row++)
                {
                    nuint offset = (nuint)((row * TShape.OutputStride) + column);
                    TVector before = TLanes.Load(ref z, offset);
                    TVector a = TLoss.Activate<TVector, TLanes>(before);
                    TVector y = TLanes.Load(ref targets, offset);
                    TVector value = TLoss.Value<TVector, TLanes>(before, a, y);
                    TVector d = TLanes.Multiply(TLoss.Derivative<TVector, TLanes>(before, a, y), scale);
                    if (pass.HasRowWeights)
                    {
                        TVector weight = TLanes.Create(pass.RowWeight(first + row));
                        value = TLanes.Multiply(value, weight);
                        d = TLanes.Multiply(d, weight);
                    }

                    sum = TLanes.Add(sum, TLanes.Select(mask, value, TLanes.Zero));
                    TLanes.Store(TLanes.Select(mask, d, TLanes.Zero), ref z, offset);
                }

                TLanes.Store(sum, ref lanes[0], lane);
            }

            Unsafe.Add(ref losses, begin / group) = VirtualLanes.Sum<T>(lanes);
        }
    }

    /// <summary>Copies targets, or labels as rows with a 1, to rows of whole vectors.</summary>
    private static void CopyTargets<TVector, TLanes, T, TShape>(in BlockedPass<T> pass, int first, int rows, ref T destination)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged, INumberBase<T>
        where TShape : struct, IDenseShape
    {
        if (pass.HasLabels)
        {
            Span<T> memory = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref destination, rows * TShape.OutputStride);
            RowBlocks.OneHot(pass.Labels(first, rows), memory, TShape.OutputStride);
        }
        else
        {
            RowBlocks.SpreadVectors<TVector, TLanes, T>(pass.Targets(first, rows, TShape.Outputs), TShape.Outputs, ref destination, TShape.OutputStride);
        }
    }
}
