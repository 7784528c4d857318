using System.Runtime.Intrinsics;

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

/// <summary>The softplus of -|x| that the sigmoid leaves behind.</summary>
internal readonly struct SigmoidSoftplus : IElementaryFunction
{
    public static float Scalar(float x) => OfSingles<Vector128<float>, Lanes128Single>(Vector128.CreateScalarUnsafe(x)).ToScalar();

    public static double Scalar(double x) => OfDoubles<Vector128<double>, Lanes128Double>(Vector128.CreateScalarUnsafe(x)).ToScalar();

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        ElementarySingle.Sigmoid<TVector, TLanes>(x, out TVector softplus);
        return softplus;
    }

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        ElementaryDouble.Sigmoid<TVector, TLanes>(x, out TVector softplus);
        return softplus;
    }
}

internal readonly struct Expm1 : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Expm1(x);

    public static double Scalar(double x) => ElementaryDouble.Expm1(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Expm1<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Expm1<TVector, TLanes>(x);
}

internal readonly struct Erf : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Erf(x);

    public static double Scalar(double x) => ElementaryDouble.Erf(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Erf<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Erf<TVector, TLanes>(x);
}

internal readonly struct Sin : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Sin(x);

    public static double Scalar(double x) => ElementaryDouble.Sin(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Sin<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Sin<TVector, TLanes>(x);
}

internal readonly struct Cos : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Cos(x);

    public static double Scalar(double x) => ElementaryDouble.Cos(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Cos<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Cos<TVector, TLanes>(x);
}

internal readonly struct Atan : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Atan(x);

    public static double Scalar(double x) => ElementaryDouble.Atan(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Atan<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Atan<TVector, TLanes>(x);
}

internal readonly struct Sinh : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Sinh(x);

    public static double Scalar(double x) => ElementaryDouble.Sinh(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Sinh<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Sinh<TVector, TLanes>(x);
}

internal readonly struct Cosh : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Cosh(x);

    public static double Scalar(double x) => ElementaryDouble.Cosh(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Cosh<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Cosh<TVector, TLanes>(x);
}

internal readonly struct Tan : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Tan(x);

    public static double Scalar(double x) => ElementaryDouble.Tan(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Tan<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Tan<TVector, TLanes>(x);
}

internal readonly struct Asin : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Asin(x);

    public static double Scalar(double x) => ElementaryDouble.Asin(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Asin<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Asin<TVector, TLanes>(x);
}

internal readonly struct Acos : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Acos(x);

    public static double Scalar(double x) => ElementaryDouble.Acos(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Acos<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Acos<TVector, TLanes>(x);
}

internal readonly struct Asinh : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Asinh(x);

    public static double Scalar(double x) => ElementaryDouble.Asinh(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Asinh<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Asinh<TVector, TLanes>(x);
}

internal readonly struct Acosh : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Acosh(x);

    public static double Scalar(double x) => ElementaryDouble.Acosh(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Acosh<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Acosh<TVector, TLanes>(x);
}

internal readonly struct Atanh : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Atanh(x);

    public static double Scalar(double x) => ElementaryDouble.Atanh(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Atanh<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Atanh<TVector, TLanes>(x);
}

internal readonly struct Cbrt : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Cbrt(x);

    public static double Scalar(double x) => ElementaryDouble.Cbrt(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Cbrt<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Cbrt<TVector, TLanes>(x);
}

internal readonly struct Exp2 : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Exp2(x);

    public static double Scalar(double x) => ElementaryDouble.Exp2(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Exp2<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Exp2<TVector, TLanes>(x);
}

internal readonly struct Exp10 : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Exp10(x);

    public static double Scalar(double x) => ElementaryDouble.Exp10(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Exp10<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Exp10<TVector, TLanes>(x);
}

internal readonly struct Log2 : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Log2(x);

    public static double Scalar(double x) => ElementaryDouble.Log2(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Log2<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Log2<TVector, TLanes>(x);
}

internal readonly struct Log10 : IElementaryFunction
{
    public static float Scalar(float x) => ElementarySingle.Log10(x);

    public static double Scalar(double x) => ElementaryDouble.Log10(x);

    public static TVector OfSingles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
        => ElementarySingle.Log10<TVector, TLanes>(x);

    public static TVector OfDoubles<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
        => ElementaryDouble.Log10<TVector, TLanes>(x);
}
