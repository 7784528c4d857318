namespace XorGen.Numerics;

/// <summary>A loss of means and variances, with the activation of the output layer, whose first half is the means.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
[CLSCompliant(false)]
public interface IMeanVarianceLoss<T>
    where T : unmanaged
{
    /// <summary>Returns variances.</summary>
    static abstract TVector Variance<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;

    /// <summary>Returns what means and their variances cost.</summary>
    static abstract TVector Value<TVector, TLanes>(TVector mean, TVector variance, TVector y)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;

    /// <summary>Returns the derivative of that by the means.</summary>
    static abstract TVector MeanDerivative<TVector, TLanes>(TVector mean, TVector variance, TVector y)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;

    /// <summary>Returns the derivative of that by the z of the variances.</summary>
    static abstract TVector VarianceDerivative<TVector, TLanes>(TVector z, TVector mean, TVector variance, TVector y)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;
}
