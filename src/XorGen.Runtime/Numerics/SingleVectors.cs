using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using XorGen.Unrolled;

namespace XorGen.Numerics;

/// <summary>The vectors of single precision.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public readonly struct SingleVectors : IVectors<float>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LanesFor(int samples) => samples <= 4 ? 4 : samples <= 8 ? 8 : 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryStep<TState, TNetwork>(ref TState state, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, int count, float learningRate, out float loss)
        where TState : unmanaged
        where TNetwork : struct, IUnrolledNetwork<float, TState>
    {
        if (count <= 4)
        {
            loss = UnrolledBlocks<float, TState, TNetwork>.Step<Vector128<float>, Lanes128Single>(ref state, inputs, targets, labels, count, learningRate);
            return true;
        }

        return TryStepWider<TState, TNetwork>(ref state, inputs, targets, labels, count, learningRate, out loss);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass<TState, TNetwork, TPass>(ref TState state, in LaneBlock<float> block, int lanes)
        where TState : unmanaged
        where TNetwork : struct, IUnrolledNetwork<float, TState>
        where TPass : struct, IPass
    {
        if (lanes <= 4)
        {
            UnrolledBlocks<float, TState, TNetwork>.Pass<Vector128<float>, Lanes128Single, TPass>(ref state, block, lanes);
        }
        else
        {
            PassWider<TState, TNetwork, TPass>(ref state, block, lanes);
        }
    }

    /// <inheritdoc/>
    public static int Predict<TState, TNetwork>(ref TState state, ref float inputs, ref float outputs, int samples)
        where TState : unmanaged
        where TNetwork : struct, IUnrolledNetwork<float, TState>
    {
        int first = 0;
        if (Lanes512Single.IsHardwareAccelerated)
        {
            first = UnrolledBlocks<float, TState, TNetwork>.Predict<Vector512<float>, Lanes512Single>(ref state, ref inputs, ref outputs, first, samples);
        }

        if (Lanes256Single.IsHardwareAccelerated)
        {
            first = UnrolledBlocks<float, TState, TNetwork>.Predict<Vector256<float>, Lanes256Single>(ref state, ref inputs, ref outputs, first, samples);
        }

        return UnrolledBlocks<float, TState, TNetwork>.Predict<Vector128<float>, Lanes128Single>(ref state, ref inputs, ref outputs, first, samples);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AtWidest<TAction>(scoped ref TAction action)
        where TAction : struct, IVectorAction<float>, allows ref struct
    {
        if (Lanes512Single.IsHardwareAccelerated)
        {
            action.Run<Vector512<float>, Lanes512Single>();
        }
        else if (Lanes256Single.IsHardwareAccelerated)
        {
            action.Run<Vector256<float>, Lanes256Single>();
        }
        else
        {
            action.Run<Vector128<float>, Lanes128Single>();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryStepWider<TState, TNetwork>(ref TState state, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, int count, float learningRate, out float loss)
        where TState : unmanaged
        where TNetwork : struct, IUnrolledNetwork<float, TState>
    {
        if (count <= 8 && Lanes256Single.IsHardwareAccelerated)
        {
            loss = UnrolledBlocks<float, TState, TNetwork>.Step<Vector256<float>, Lanes256Single>(ref state, inputs, targets, labels, count, learningRate);
            return true;
        }

        if (count <= 16 && Lanes512Single.IsHardwareAccelerated)
        {
            loss = UnrolledBlocks<float, TState, TNetwork>.Step<Vector512<float>, Lanes512Single>(ref state, inputs, targets, labels, count, learningRate);
            return true;
        }

        loss = 0;
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PassWider<TState, TNetwork, TPass>(ref TState state, in LaneBlock<float> block, int lanes)
        where TState : unmanaged
        where TNetwork : struct, IUnrolledNetwork<float, TState>
        where TPass : struct, IPass
    {
        if (lanes >= Lanes512Single.Count && Lanes512Single.IsHardwareAccelerated)
        {
            UnrolledBlocks<float, TState, TNetwork>.Pass<Vector512<float>, Lanes512Single, TPass>(ref state, block, lanes);
        }
        else if (lanes >= Lanes256Single.Count && Lanes256Single.IsHardwareAccelerated)
        {
            UnrolledBlocks<float, TState, TNetwork>.Pass<Vector256<float>, Lanes256Single, TPass>(ref state, block, lanes);
        }
        else
        {
            UnrolledBlocks<float, TState, TNetwork>.Pass<Vector128<float>, Lanes128Single, TPass>(ref state, block, lanes);
        }
    }
}
