using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>Leaves the gradient in its block and the parameters as they are.</summary>
/// <typeparam name="T">The type of a parameter.</typeparam>
[CLSCompliant(false)]
public readonly struct KeepGradient<T> : IParameterUpdate<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TVector, TLanes>(TVector gradient, ref T parameters, ref T training, nuint i)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        => TLanes.Store(gradient, ref training, i);
}
