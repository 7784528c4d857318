using System.Numerics;
using System.Runtime.CompilerServices;
using XorGen.Blocked;

namespace XorGen.Numerics;

/// <summary>
/// The matrix products of a fully connected layer, with what follows each of them in its epilogue. Rows are stored one
/// after the other; the biases of a layer are the row after its weights.
/// </summary>
/// <remarks>
/// Every element of a product is its start and then the products, each added by a fused multiply-add in the order of the
/// summed index (in Forward in the order of <see cref="IDenseShape.Chains"/>): the same bits for every vector width, every tile and every number of threads. Bounds are the caller's
/// business.
/// </remarks>
[CLSCompliant(false)]
public static class DenseKernels
{
    /// <summary>Computes <c>z = b + x W</c> and <c>a = f(z)</c> for some rows.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="x">Rows of <see cref="IDenseShape.Inputs"/> values, <see cref="IDenseShape.InputStride"/> apart.</param>
    /// <param name="weights">The weights as <see cref="IDenseShape.HasInputsInLanes"/> has them, then the biases.</param>
    /// <param name="z">Receives rows of <see cref="IDenseShape.OutputStride"/> values where <see cref="IDenseLayer{T}.KeepsSums"/>.</param>
    /// <param name="a">Receives rows of <see cref="IDenseShape.OutputStride"/> values.</param>
    public static void Forward<TVector, TLanes, T, TLayer>(int rows, ref T x, ref T weights, ref T z, ref T a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TLayer : struct, IDenseLayer<T>
        => Multiply<TVector, TLanes, T, TLayer, ActivationEpilogue<TVector, TLanes, T, TLayer>>(rows, ref x, ref weights, new(ref z, ref a));

    /// <summary>Computes <c>z = b + x W</c> for some rows.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="x">Rows of <see cref="IDenseShape.Inputs"/> values, <see cref="IDenseShape.InputStride"/> apart.</param>
    /// <param name="weights">The weights as <see cref="IDenseShape.HasInputsInLanes"/> has them, then the biases.</param>
    /// <param name="z">Receives rows of <see cref="IDenseShape.OutputStride"/> values.</param>
    public static void ForwardSums<TVector, TLanes, T, TLayer>(int rows, ref T x, ref T weights, ref T z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TLayer : struct, IDenseShape
        => Multiply<TVector, TLanes, T, TLayer, StoreEpilogue<TVector, TLanes, T>>(rows, ref x, ref weights, new(ref z));

    /// <summary>Computes <c>d = dz Wᵀ · f'(z)</c> for some rows: the derivative of the loss by z of the layer before.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="dz">Rows of <see cref="IDenseShape.OutputStride"/> values: the derivative by z of this layer.</param>
    /// <param name="transposedWeights">
    /// [output][input], rows of <see cref="IDenseShape.InputStride"/> values: a copy, or the weights themselves where the
    /// inputs are in the lanes.
    /// </param>
    /// <param name="z">z of the layer before, where it <see cref="IDenseLayer{T}.KeepsSums"/>.</param>
    /// <param name="a">a of the layer before.</param>
    /// <param name="d">Receives rows of <see cref="IDenseShape.InputStride"/> values.</param>
    public static void PropagateBack<TVector, TLanes, T, TLayer, TBefore>(
        int rows, ref T dz, ref T transposedWeights, ref T z, ref T a, ref T d)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TLayer : struct, IDenseShape
        where TBefore : struct, IDenseLayer<T>
        => MatrixProduct.Compute<TVector, TLanes, T, BackwardProduct<TLayer>, SlopeEpilogue<TVector, TLanes, T, TBefore>>(
            rows,
            TLayer.Outputs,
            ref dz,
            ref transposedWeights,
            ref Unsafe.NullRef<T>(),
            0,
            new(ref z, ref a, ref d));

    /// <summary>Computes <c>xᵀ dz</c>, the gradient of the weights, and the <see cref="ColumnSums"/> of dz, that of the biases; gives them to an update.</summary>
    /// <param name="pass">The pass. Where it is not the first of a step, the sums start from the gradient so far.</param>
    /// <param name="part">The part of the weights that this call is for.</param>
    /// <param name="x">Rows of <see cref="IDenseShape.InputStride"/> values: what the layer has taken.</param>
    /// <param name="dz">Rows of <see cref="IDenseShape.OutputStride"/> values: the derivative by z.</param>
    /// <param name="first">Where the weights begin in the block of parameters.</param>
    /// <param name="weights">What becomes of the gradient of weights.</param>
    /// <param name="biases">What becomes of the gradient of biases.</param>
    public static void Update<TVector, TLanes, T, TLayer, TUpdate>(
        in BlockedPass<T> pass, WorkPart part, ref T x, ref T dz, int first, TUpdate weights, TUpdate biases)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged, INumberBase<T>
        where TLayer : struct, IDenseShape
        where TUpdate : struct, IParameterUpdate<T>
    {
        int length = TLayer.HasInputsInLanes ? TLayer.Outputs * TLayer.InputStride : TLayer.Inputs * TLayer.OutputStride;
        (int begin, int end) = part.Cut(TLayer.HasInputsInLanes ? TLayer.Outputs : TLayer.Inputs, MatrixProduct.RowsToCut);
        if (begin < end && TLayer.HasInputsInLanes)
        {
            int offset = first + (begin * TLayer.InputStride);
            MatrixProduct.Compute<TVector, TLanes, T, TransposedWeightGradientProduct<TLayer>, InputsUpdateEpilogue<TVector, TLanes, T, TLayer, TUpdate>>(
                end - begin,
                pass.Rows,
                ref Unsafe.Add(ref dz, begin),
                ref x,
                ref pass.GradientSoFar(offset),
                TLayer.InputStride,
                new(ref pass.Parameters(0), ref pass.Training(0), (nuint)offset, weights));
        }
        else if (begin < end)
        {
            int offset = first + (begin * TLayer.OutputStride);
            MatrixProduct.Compute<TVector, TLanes, T, WeightGradientProduct<TLayer>, UpdateEpilogue<TVector, TLanes, T, TUpdate>>(
                end - begin,
                pass.Rows,
                ref Unsafe.Add(ref x, begin),
                ref dz,
                ref pass.GradientSoFar(offset),
                TLayer.OutputStride,
                new(ref pass.Parameters(0), ref pass.Training(0), (nuint)offset, weights));
        }

        if (part.IsLast)
        {
            int offset = first + length;
            ColumnSums.Compute<TVector, TLanes, T, UpdateEpilogue<TVector, TLanes, T, TUpdate>>(
                pass.Rows,
                TLayer.OutputStride,
                ref dz,
                ref pass.GradientSoFar(offset),
                new(ref pass.Parameters(0), ref pass.Training(0), (nuint)offset, biases));
        }
    }

    /// <summary>Gives the gradient in its block to an update.</summary>
    /// <param name="parameters">The block of parameters.</param>
    /// <param name="training">The block of the gradient, and what follows it.</param>
    /// <param name="first">The first parameter.</param>
    /// <param name="end">The one after the last.</param>
    /// <param name="update">What becomes of the gradient.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Update<TVector, TLanes, T, TUpdate>(ref T parameters, ref T training, int first, int end, TUpdate update)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TUpdate : struct, IParameterUpdate<T>
    {
        for (nuint i = (nuint)first; i < (nuint)end; i += (nuint)TLanes.Count)
        {
            update.Apply<TVector, TLanes>(TLanes.Load(ref training, i), ref parameters, ref training, i);
        }
    }

    /// <summary>Writes the weights as [output][input], rows of <see cref="IDenseShape.InputStride"/> values, zeros after the inputs.</summary>
    /// <param name="weights">[input][output], rows of <see cref="IDenseShape.OutputStride"/> values.</param>
    /// <param name="transposed">Receives Outputs rows.</param>
    public static void Transpose<T, TShape>(ref T weights, ref T transposed)
        where T : unmanaged
        where TShape : struct, IDenseShape
    {
        Transposition.Copy(ref weights, TShape.OutputStride, TShape.Inputs, TShape.Outputs, ref transposed, TShape.InputStride);
        if (TShape.Inputs == TShape.InputStride)
        {
            return;
        }

        for (int output = 0; output < TShape.Outputs; output++)
        {
            for (int input = TShape.Inputs; input < TShape.InputStride; input++)
            {
                Unsafe.Add(ref transposed, (output * TShape.InputStride) + input) = default;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply<TVector, TLanes, T, TShape, TEpilogue>(int rows, ref T x, ref T weights, TEpilogue epilogue)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TShape : struct, IDenseShape
        where TEpilogue : struct, IEpilogue<TVector, T>, allows ref struct
    {
        if (TShape.HasInputsInLanes)
        {
            DotProducts.Compute<TVector, TLanes, T, TShape, TEpilogue>(rows, ref x, ref weights, epilogue);
            return;
        }

        ref T biases = ref Unsafe.Add(ref weights, TShape.Inputs * TShape.OutputStride);
        switch (TShape.Chains)
        {
            case 4:
                MatrixProduct.Compute<TVector, TLanes, T, ForwardProductInFour<TShape>, TEpilogue>(
                    rows, TShape.Inputs, ref x, ref weights, ref biases, 0, epilogue);
                break;
            case 2:
                MatrixProduct.Compute<TVector, TLanes, T, ForwardProductInTwo<TShape>, TEpilogue>(
                    rows, TShape.Inputs, ref x, ref weights, ref biases, 0, epilogue);
                break;
            default:
                MatrixProduct.Compute<TVector, TLanes, T, ForwardProduct<TShape>, TEpilogue>(
                    rows, TShape.Inputs, ref x, ref weights, ref biases, 0, epilogue);
                break;
        }
    }
}
