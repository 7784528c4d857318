using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>
/// The three matrix products of a fully connected layer, and its smaller parts. Rows are stored one after the other.
/// </summary>
/// <remarks>
/// Every element of a result is its start and then the products, each added by a fused multiply-add in the order of the
/// summed index (in <see cref="Forward"/> in the order of <see cref="IDenseShape.Chains"/>): the same bits for every vector
/// width and every tile. Bounds are the caller's business.
/// </remarks>
public static class DenseKernels
{
    /// <summary>Computes <c>z = biases + x W</c> for some rows.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="x">Rows of <see cref="IDenseShape.Inputs"/> values, <see cref="IDenseShape.InputStride"/> apart.</param>
    /// <param name="weights">[input][output], rows of <see cref="IDenseShape.OutputStride"/> values.</param>
    /// <param name="biases">One row.</param>
    /// <param name="z">Receives rows of <see cref="IDenseShape.OutputStride"/> values.</param>
    public static void Forward<TVector, TLanes, T, TShape>(int rows, ref T x, ref T weights, ref T biases, ref T z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TShape : struct, IDenseShape
    {
        if (TShape.Chains == 1)
        {
            MatrixProduct.Compute<TVector, TLanes, T>(
                rows,
                TShape.Inputs,
                TShape.OutputStride,
                new(ref x, TShape.InputStride, 1),
                ref weights,
                new(ref biases, 0),
                ref z);
        }
        else
        {
            ChainedProduct.Compute<TVector, TLanes, T>(
                rows,
                TShape.Inputs,
                TShape.OutputStride,
                TShape.Chains,
                ref x,
                TShape.InputStride,
                ref weights,
                ref biases,
                ref z);
        }
    }

    /// <summary>Computes <c>dx = dz Wᵀ</c> for some rows: the derivative of the loss by what the layer takes.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="dz">Rows of <see cref="IDenseShape.OutputStride"/> values: the derivative by z.</param>
    /// <param name="transposedWeights">[output][input], rows of <see cref="IDenseShape.InputStride"/> values.</param>
    /// <param name="dx">Receives rows of <see cref="IDenseShape.InputStride"/> values.</param>
    public static void PropagateBack<TVector, TLanes, T, TShape>(int rows, ref T dz, ref T transposedWeights, ref T dx)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TShape : struct, IDenseShape
        => MatrixProduct.Compute<TVector, TLanes, T>(
            rows,
            TShape.Outputs,
            TShape.InputStride,
            new(ref dz, TShape.OutputStride, 1),
            ref transposedWeights,
            new(ref Unsafe.NullRef<T>(), 0),
            ref dx);

    /// <summary>Adds <c>xᵀ dz</c> to the gradient of the weights.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="x">Rows of <see cref="IDenseShape.InputStride"/> values: what the layer has taken.</param>
    /// <param name="dz">Rows of <see cref="IDenseShape.OutputStride"/> values: the derivative by z.</param>
    /// <param name="gradient">[input][output], rows of <see cref="IDenseShape.OutputStride"/> values, added to.</param>
    public static void AddWeightGradient<TVector, TLanes, T, TShape>(int rows, ref T x, ref T dz, ref T gradient)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TShape : struct, IDenseShape
        => MatrixProduct.Compute<TVector, TLanes, T>(
            TShape.Inputs,
            rows,
            TShape.OutputStride,
            new(ref x, 1, TShape.InputStride),
            ref dz,
            new(ref gradient, TShape.OutputStride),
            ref gradient);

    /// <summary>Adds the rows of <c>dz</c> to the gradient of the biases.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="dz">Rows of <see cref="IDenseShape.OutputStride"/> values: the derivative by z.</param>
    /// <param name="gradient">One row, added to.</param>
    public static void AddBiasGradient<TVector, TLanes, T, TShape>(int rows, ref T dz, ref T gradient)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TShape : struct, IDenseShape
    {
        for (int column = 0; column < TShape.OutputStride; column += TLanes.Count)
        {
            TVector sum = TLanes.Load(ref gradient, (nuint)column);
            for (int row = 0; row < rows; row++)
            {
                sum = TLanes.Add(sum, TLanes.Load(ref dz, (nuint)((row * TShape.OutputStride) + column)));
            }

            TLanes.Store(sum, ref gradient, (nuint)column);
        }
    }

    /// <summary>Writes the weights as [output][input], rows of <see cref="IDenseShape.InputStride"/> values, zeros after the inputs.</summary>
    /// <param name="weights">[input][output], rows of <see cref="IDenseShape.OutputStride"/> values.</param>
    /// <param name="transposed">Receives Outputs rows.</param>
    public static void Transpose<T, TShape>(ref T weights, ref T transposed)
        where T : unmanaged
        where TShape : struct, IDenseShape
    {
        // Tile by tile, so that both sides stay in the first-level cache.
        const int Tile = 16;
        for (int firstOutput = 0; firstOutput < TShape.Outputs; firstOutput += Tile)
        {
            int lastOutput = Math.Min(firstOutput + Tile, TShape.Outputs);
            for (int firstInput = 0; firstInput < TShape.Inputs; firstInput += Tile)
            {
                int lastInput = Math.Min(firstInput + Tile, TShape.Inputs);
                for (int output = firstOutput; output < lastOutput; output++)
                {
                    for (int input = firstInput; input < lastInput; input++)
                    {
                        Unsafe.Add(ref transposed, (output * TShape.InputStride) + input) =
                            Unsafe.Add(ref weights, (input * TShape.OutputStride) + output);
                    }
                }
            }

            for (int output = firstOutput; output < lastOutput; output++)
            {
                for (int input = TShape.Inputs; input < TShape.InputStride; input++)
                {
                    Unsafe.Add(ref transposed, (output * TShape.InputStride) + input) = default;
                }
            }
        }
    }
}
