using System.Runtime.CompilerServices;

namespace XorGen.Numerics;

/// <summary>A fully connected layer: its sizes, its activation and the derivative of that, as members of a type.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
[CLSCompliant(false)]
public interface IDenseLayer<T> : IDenseShape
    where T : unmanaged
{
    /// <summary>Gets a value indicating whether the derivative of the activation needs z, which training then keeps.</summary>
    static virtual bool KeepsSums => false;

    /// <summary>Returns a = f(z); z itself where the activation is not one of each neuron by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TVector Activate<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        => z;

    /// <summary>Returns d f'(z): the derivative of the loss by z from that by a, which is d.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TVector MultiplyBySlope<TVector, TLanes>(TVector d, TVector z, TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>
        => d;
}
