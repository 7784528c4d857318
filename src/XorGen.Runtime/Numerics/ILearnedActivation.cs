namespace XorGen.Numerics;

/// <summary>An activation of each neuron by itself with one parameter that the layer learns, alpha.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[CLSCompliant(false)]
public interface ILearnedActivation<T>
    where T : unmanaged
{
    /// <summary>Returns a = f(z).</summary>
    static abstract TVector Activate<TVector, TLanes>(TVector z, TVector alpha)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;

    /// <summary>Returns d f'(z): the derivative of the loss by z from that by a, which is d.</summary>
    static abstract TVector MultiplyBySlope<TVector, TLanes>(TVector d, TVector z, TVector alpha)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;

    /// <summary>Returns the derivative of a by alpha.</summary>
    static abstract TVector SlopeByAlpha<TVector, TLanes>(TVector z, TVector alpha)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;
}
