namespace XorGen.Numerics.Elementary;

internal readonly struct Exp : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Exp(x);

    public static double Scalar(double x) => ElementaryDouble.Exp(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Exp<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Exp<TVector, TLanes>(x);
}

internal readonly struct Log : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Log(x);

    public static double Scalar(double x) => ElementaryDouble.Log(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Log<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Log<TVector, TLanes>(x);
}

internal readonly struct Log1p : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Log1p(x);

    public static double Scalar(double x) => ElementaryDouble.Log1p(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Log1p<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Log1p<TVector, TLanes>(x);
}

internal readonly struct Tanh : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Tanh(x);

    public static double Scalar(double x) => ElementaryDouble.Tanh(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Tanh<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Tanh<TVector, TLanes>(x);
}

internal readonly struct Sigmoid : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Sigmoid(x);

    public static double Scalar(double x) => ElementaryDouble.Sigmoid(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Sigmoid<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Sigmoid<TVector, TLanes>(x);
}

internal readonly struct Softplus : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Softplus(x);

    public static double Scalar(double x) => ElementaryDouble.Softplus(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Softplus<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Softplus<TVector, TLanes>(x);
}
