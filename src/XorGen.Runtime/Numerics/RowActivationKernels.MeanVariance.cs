using System.Runtime.CompilerServices;
using XorGen.Blocked;

namespace XorGen.Numerics;

/// <content>Outputs that are means, in the first half, and their variances.</content>
public static partial class RowActivationKernels<TVector, TLanes, T, TFunctions, TShape>
{
    /// <summary>Turns z of some rows to means, which are z, and variances.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="z">z of the first row; receives a.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MeanVariance<TLoss>(int rows, ref T z)
        where TLoss : struct, IMeanVarianceLoss<T>
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < TShape.OutputStride; column += TLanes.Count)
            {
                nuint offset = (nuint)((row * TShape.OutputStride) + column);
                TVector before = TLanes.Load(ref z, offset);
                TVector isMean = TLanes.FirstLanes((TShape.Outputs / 2) - column);
                TLanes.Store(TLanes.Select(isMean, before, TLoss.Variance<TVector, TLanes>(before)), ref z, offset);
            }
        }
    }

    /// <summary>Computes the losses of some rows, sums over means and variances, and turns z to the scaled derivative by z.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="first">The first row, the first of a group.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="z">z of the first row; receives the derivative.</param>
    /// <param name="columns">Memory, as for the softmax.</param>
    /// <param name="losses">Receives the loss of each group.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MeanVarianceLoss<TLoss>(in BlockedPass<T> pass, int first, int rows, ref T z, ref T columns, ref T losses)
        where TLoss : struct, IMeanVarianceLoss<T>
    {
        int targets = TShape.Outputs / 2;
        Span<T> lanes = stackalloc T[VirtualLanes.Count<T>()];
        TVector meanScale = TLanes.Create(pass.Scale);
        for (int begin = 0; begin < rows; begin += TLanes.Count)
        {
            var memory = new Memory(ref columns);
            ref T group = ref Unsafe.Add(ref z, begin * TShape.OutputStride);
            int count = Math.Min(TLanes.Count, rows - begin);
            TVector weight = RowWeights(pass, first + begin, count, ref memory.Weights);
            TVector scale = TLanes.Multiply(weight, meanScale);
            Transposition.ToVectors<TVector, TLanes, T>(ref group, TShape.OutputStride, SquareColumns, ref memory.Z);
            CopyTargets(pass, first + begin, count, targets, ref memory.Y);
            TVector loss = TLanes.Zero;
            for (int j = 0; j < targets; j++)
            {
                TVector y = TLanes.Load(ref memory.Y, Column(j));
                TVector mean = TLanes.Load(ref memory.Z, Column(j));
                TVector before = TLanes.Load(ref memory.Z, Column(targets + j));
                TVector variance = TLoss.Variance<TVector, TLanes>(before);
                loss = TLanes.Add(loss, TLoss.Value<TVector, TLanes>(mean, variance, y));
                TVector dMean = TLoss.MeanDerivative<TVector, TLanes>(mean, variance, y);
                TVector dVariance = TLoss.VarianceDerivative<TVector, TLanes>(before, mean, variance, y);
                TLanes.Store(TLanes.Multiply(dMean, scale), ref memory.E, Column(j));
                TLanes.Store(TLanes.Multiply(dVariance, scale), ref memory.E, Column(targets + j));
            }

            KeepLoss(TLanes.Multiply(weight, loss), begin, count, rows, lanes, ref losses);
            ToRows(ref memory.E, ref group);
        }
    }
}
