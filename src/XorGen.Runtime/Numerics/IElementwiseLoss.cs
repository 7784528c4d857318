namespace XorGen.Numerics;

/// <summary>A loss that is a sum over the outputs, with the activation of the output layer.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[CLSCompliant(false)]
public interface IElementwiseLoss<T>
    where T : unmanaged
{
    /// <summary>Returns a = f(z); after a softmax, which is not one of each output by itself, z is a already.</summary>
    static abstract TVector Activate<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;

    /// <summary>Returns what outputs cost.</summary>
    static abstract TVector Value<TVector, TLanes>(TVector z, TVector a, TVector y)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;

    /// <summary>Returns the derivative of that by z; after a softmax, by a.</summary>
    static abstract TVector Derivative<TVector, TLanes>(TVector z, TVector a, TVector y)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;
}
