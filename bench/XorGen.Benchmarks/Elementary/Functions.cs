using System.Runtime.CompilerServices;
using XorGen.Numerics;

namespace XorGen.Benchmarks.Elementary;

/// <summary>A function of the runtime, in the lanes of vectors.</summary>
internal interface IFunction<T>
    where T : unmanaged
{
    static abstract TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, T>;
}

internal readonly struct ExpSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float> => ElementarySingle.Exp<TVector, TLanes>(x);
}

internal readonly struct LogSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float> => ElementarySingle.Log<TVector, TLanes>(x);
}

internal readonly struct TanhSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float> => ElementarySingle.Tanh<TVector, TLanes>(x);
}

internal readonly struct SigmoidSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float> => ElementarySingle.Sigmoid<TVector, TLanes>(x);
}

internal readonly struct SoftplusSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float> => ElementarySingle.Softplus<TVector, TLanes>(x);
}

internal readonly struct ErfSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float> => ElementarySingle.Erf<TVector, TLanes>(x);
}

/// <summary>x (1 + erf(x / sqrt 2)) / 2, as the catalogue has it.</summary>
internal readonly struct GeluSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector half = TLanes.Create((float)0.5);
        TVector erf = ElementarySingle.Erf<TVector, TLanes>(TLanes.Multiply(x, TLanes.Create((float)0.70710678118654752)));
        return TLanes.Multiply(x, TLanes.FusedMultiplyAdd(half, erf, half));
    }
}

internal readonly struct ExpDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double> => ElementaryDouble.Exp<TVector, TLanes>(x);
}

internal readonly struct LogDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double> => ElementaryDouble.Log<TVector, TLanes>(x);
}

internal readonly struct TanhDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double> => ElementaryDouble.Tanh<TVector, TLanes>(x);
}

internal readonly struct SigmoidDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double> => ElementaryDouble.Sigmoid<TVector, TLanes>(x);
}

internal readonly struct SoftplusDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double> => ElementaryDouble.Softplus<TVector, TLanes>(x);
}

internal readonly struct ErfDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double> => ElementaryDouble.Erf<TVector, TLanes>(x);
}

/// <summary>x (1 + erf(x / sqrt 2)) / 2, as the catalogue has it.</summary>
internal readonly struct GeluDouble : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector half = TLanes.Create((double)0.5);
        TVector erf = ElementaryDouble.Erf<TVector, TLanes>(TLanes.Multiply(x, TLanes.Create((double)0.70710678118654752)));
        return TLanes.Multiply(x, TLanes.FusedMultiplyAdd(half, erf, half));
    }
}
