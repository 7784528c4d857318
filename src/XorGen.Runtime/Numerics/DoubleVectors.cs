using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using XorGen.Unrolled;

namespace XorGen.Numerics;

/// <summary>The vectors of double precision.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public readonly struct DoubleVectors : IVectors<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LanesFor(int samples) => samples <= 4 ? 4 : 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryStep<TState, TNetwork>(ref TState state, ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, ReadOnlySpan<int> labels, int count, double learningRate, out double loss)
        where TState : unmanaged
        where TNetwork : struct, IUnrolledNetwork<double, TState>
    {
        if (count <= 4 && Lanes256Double.IsHardwareAccelerated)
        {
            loss = UnrolledBlocks<double, TState, TNetwork>.Step<Vector256<double>, Lanes256Double>(ref state, inputs, targets, labels, count, learningRate);
            return true;
        }

        return TryStepWider<TState, TNetwork>(ref state, inputs, targets, labels, count, learningRate, out loss);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass<TState, TNetwork, TPass>(ref TState state, in LaneBlock<double> block, int lanes)
        where TState : unmanaged
        where TNetwork : struct, IUnrolledNetwork<double, TState>
        where TPass : struct, IPass
    {
        if (lanes <= 4 && Lanes256Double.IsHardwareAccelerated)
        {
            UnrolledBlocks<double, TState, TNetwork>.Pass<Vector256<double>, Lanes256Double, TPass>(ref state, block, lanes);
        }
        else
        {
            PassWider<TState, TNetwork, TPass>(ref state, block, lanes);
        }
    }

    /// <inheritdoc/>
    public static int Predict<TState, TNetwork>(ref TState state, ref double inputs, ref double outputs, int samples)
        where TState : unmanaged
        where TNetwork : struct, IUnrolledNetwork<double, TState>
    {
        int first = 0;
        if (Lanes512Double.IsHardwareAccelerated)
        {
            first = UnrolledBlocks<double, TState, TNetwork>.Predict<Vector512<double>, Lanes512Double>(ref state, ref inputs, ref outputs, first, samples);
        }

        if (Lanes256Double.IsHardwareAccelerated)
        {
            first = UnrolledBlocks<double, TState, TNetwork>.Predict<Vector256<double>, Lanes256Double>(ref state, ref inputs, ref outputs, first, samples);
        }

        return UnrolledBlocks<double, TState, TNetwork>.Predict<Vector128<double>, Lanes128Double>(ref state, ref inputs, ref outputs, first, samples);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AtWidest<TAction>(scoped ref TAction action)
        where TAction : struct, IVectorAction<double>, allows ref struct
    {
        if (Lanes512Double.IsHardwareAccelerated)
        {
            action.Run<Vector512<double>, Lanes512Double>();
        }
        else if (Lanes256Double.IsHardwareAccelerated)
        {
            action.Run<Vector256<double>, Lanes256Double>();
        }
        else
        {
            action.Run<Vector128<double>, Lanes128Double>();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryStepWider<TState, TNetwork>(ref TState state, ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, ReadOnlySpan<int> labels, int count, double learningRate, out double loss)
        where TState : unmanaged
        where TNetwork : struct, IUnrolledNetwork<double, TState>
    {
        if (count <= 8 && Lanes512Double.IsHardwareAccelerated)
        {
            loss = UnrolledBlocks<double, TState, TNetwork>.Step<Vector512<double>, Lanes512Double>(ref state, inputs, targets, labels, count, learningRate);
            return true;
        }

        loss = 0;
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PassWider<TState, TNetwork, TPass>(ref TState state, in LaneBlock<double> block, int lanes)
        where TState : unmanaged
        where TNetwork : struct, IUnrolledNetwork<double, TState>
        where TPass : struct, IPass
    {
        if (lanes >= Lanes512Double.Count && Lanes512Double.IsHardwareAccelerated)
        {
            UnrolledBlocks<double, TState, TNetwork>.Pass<Vector512<double>, Lanes512Double, TPass>(ref state, block, lanes);
        }
        else if (lanes >= Lanes256Double.Count && Lanes256Double.IsHardwareAccelerated)
        {
            UnrolledBlocks<double, TState, TNetwork>.Pass<Vector256<double>, Lanes256Double, TPass>(ref state, block, lanes);
        }
        else
        {
            UnrolledBlocks<double, TState, TNetwork>.Pass<Vector128<double>, Lanes128Double, TPass>(ref state, block, lanes);
        }
    }
}
