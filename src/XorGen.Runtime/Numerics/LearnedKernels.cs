using System.Numerics;
using System.Runtime.CompilerServices;
using XorGen.Blocked;

namespace XorGen.Numerics;

/// <summary>Activations with a learned parameter: a layer's sums z become its outputs, and the derivatives take the way back.</summary>
/// <remarks>
/// The gradient of alpha is summed as the loss is: for each group of as many rows as a 512-bit vector has lanes in virtual lanes, that of
/// column j in lane j modulo their number, row after row; then over the groups, in double precision, in order.
/// </remarks>
[CLSCompliant(false)]
public static class LearnedKernels
{
    /// <summary>Computes a = f(z) for some rows.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="stride">The distance between two rows: whole vectors.</param>
    /// <param name="z">The sums.</param>
    /// <param name="alpha">The parameter.</param>
    /// <param name="a">Receives the outputs; may be z.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Activate<TVector, TLanes, T, TActivation>(int rows, int stride, ref T z, T alpha, ref T a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TActivation : struct, ILearnedActivation<T>
    {
        TVector parameter = TLanes.Create(alpha);
        nuint end = (nuint)rows * (nuint)stride;
        for (nuint i = 0; i < end; i += (nuint)TLanes.Count)
        {
            TLanes.Store(TActivation.Activate<TVector, TLanes>(TLanes.Load(ref z, i), parameter), ref a, i);
        }
    }

    /// <summary>Turns the derivative by a into that by z, and sums the derivative by alpha.</summary>
    /// <param name="rows">The number of rows, the first of which is the first of a group.</param>
    /// <param name="stride">The distance between two rows: whole vectors.</param>
    /// <param name="z">The sums.</param>
    /// <param name="alpha">The parameter.</param>
    /// <param name="d">The derivative by a, zero beyond the end of a row; receives that by z.</param>
    /// <param name="sums">Receives the derivative by alpha of each group.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Propagate<TVector, TLanes, T, TActivation>(int rows, int stride, ref T z, T alpha, ref T d, ref T sums)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged
        where TActivation : struct, ILearnedActivation<T>
    {
        TVector parameter = TLanes.Create(alpha);
        int group = VirtualLanes.Count<T>();
        Span<T> lanes = stackalloc T[group];
        for (int begin = 0; begin < rows; begin += group)
        {
            lanes.Clear();
            int end = Math.Min(begin + group, rows);
            for (int column = 0; column < stride; column += TLanes.Count)
            {
                nuint lane = (nuint)(column % group);
                TVector sum = TLanes.Load(ref lanes[0], lane);
                for (int row = begin; row < end; row++)
                {
                    nuint i = (nuint)((row * stride) + column);
                    TVector before = TLanes.Load(ref z, i);
                    TVector derivative = TLanes.Load(ref d, i);
                    sum = TLanes.FusedMultiplyAdd(derivative, TActivation.SlopeByAlpha<TVector, TLanes>(before, parameter), sum);
                    TLanes.Store(TActivation.MultiplyBySlope<TVector, TLanes>(derivative, before, parameter), ref d, i);
                }

                TLanes.Store(sum, ref lanes[0], lane);
            }

            Unsafe.Add(ref sums, begin / group) = VirtualLanes.Sum<T>(lanes);
        }
    }

    /// <summary>Adds up the derivatives by alpha and gives the sum to an update.</summary>
    /// <param name="pass">The pass. Where it is not the first of a step, the sum starts from the gradient so far.</param>
    /// <param name="part">The part of the parameters that this call is for.</param>
    /// <param name="sums">The derivative of each group of rows.</param>
    /// <param name="offset">Where alpha is in the block of parameters: at the start of a row of whole 512-bit vectors.</param>
    /// <param name="update">What becomes of the gradient.</param>
    [SkipLocalsInit]
    public static void Update<TVector, TLanes, T, TUpdate>(in BlockedPass<T> pass, WorkPart part, ref T sums, int offset, TUpdate update)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        where T : unmanaged, INumberBase<T>
        where TUpdate : struct, IParameterUpdate<T>
    {
        if (!part.IsLast)
        {
            return;
        }

        int group = VirtualLanes.Count<T>();
        double total = pass.IsFirst ? 0 : double.CreateTruncating(pass.GradientSoFar(offset));
        for (int i = 0; i * group < pass.Rows; i++)
        {
            total += double.CreateTruncating(Unsafe.Add(ref sums, i));
        }

        Span<T> gradient = stackalloc T[group];
        gradient.Clear();
        gradient[0] = T.CreateTruncating(total);
        update.Apply<TVector, TLanes>(TLanes.Load(ref gradient[0], 0), ref pass.Parameters(0), ref pass.Training(0), (nuint)offset);
    }
}
