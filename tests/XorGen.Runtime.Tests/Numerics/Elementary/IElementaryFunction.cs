namespace XorGen.Numerics.Elementary;

/// <summary>An elementary function in all of its forms, as a type that generic code takes.</summary>
public interface IElementaryFunction
{
    static abstract float Scalar(float x);

    static abstract double Scalar(double x);

    static abstract TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>;

    static abstract TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>;
}
