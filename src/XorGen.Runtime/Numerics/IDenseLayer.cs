namespace XorGen.Numerics;

/// <summary>A fully connected layer: its sizes, its activation and the derivative of that, as members of a type.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
[CLSCompliant(false)]
public interface IDenseLayer<T> : IDenseShape
    where T : unmanaged
{
    /// <summary>Gets a value indicating whether the derivative of the activation needs z, which training then keeps.</summary>
    static abstract bool KeepsSums { get; }

    /// <summary>Returns a = f(z); z itself where the activation is not one of each neuron by itself.</summary>
    static abstract TVector Activate<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;

    /// <summary>Returns d f'(z): the derivative of the loss by z from that by a, which is d.</summary>
    static abstract TVector MultiplyBySlope<TVector, TLanes>(TVector d, TVector z, TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;
}
