using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics.Elementary;

/// <summary>An elementary function of whole spans, whose length is a multiple of 16, in the lanes of one width.</summary>
public delegate void SpanFunction<T>(ReadOnlySpan<T> x, Span<T> result);

/// <summary>An elementary function in all of its forms, as delegates that a test chooses by name.</summary>
public sealed record ElementaryFunction(
    string Name,
    Func<float, float> Single,
    SpanFunction<float> Single128,
    SpanFunction<float> Single256,
    SpanFunction<float> Single512,
    Func<double, double> Double,
    SpanFunction<double> Double128,
    SpanFunction<double> Double256,
    SpanFunction<double> Double512)
{
    private static readonly ElementaryFunction[] All =
        [
            Create<Exp>(), Create<Log>(), Create<Log1p>(), Create<Tanh>(), Create<Sigmoid>(), Create<Softplus>(), Create<SigmoidSoftplus>(),
            Create<Expm1>(), Create<Erf>(), Create<Sin>(), Create<Cos>(), Create<Atan>(),
            Create<Sinh>(), Create<Cosh>(), Create<Tan>(), Create<Asin>(), Create<Acos>(), Create<Asinh>(), Create<Acosh>(),
            Create<Atanh>(), Create<Cbrt>(), Create<Exp2>(), Create<Exp10>(), Create<Log2>(), Create<Log10>(),
        ];

    public static TheoryData<string> Names => [.. All.Select(function => function.Name)];

    /// <summary>The fastest form of this machine.</summary>
    public SpanFunction<float> SingleWidest => Vector512.IsHardwareAccelerated ? Single512 : Single256;

    /// <summary>The fastest form of this machine.</summary>
    public SpanFunction<double> DoubleWidest => Vector512.IsHardwareAccelerated ? Double512 : Double256;

    public static ElementaryFunction Named(string name) => All.Single(function => function.Name == name);

    private static ElementaryFunction Create<TFunction>()
        where TFunction : IElementaryFunction
        => new(
            typeof(TFunction).Name,
            TFunction.Scalar,
            Singles<TFunction, Vector128<float>, Lanes128Single>,
            Singles<TFunction, Vector256<float>, Lanes256Single>,
            Singles<TFunction, Vector512<float>, Lanes512Single>,
            TFunction.Scalar,
            Doubles<TFunction, Vector128<double>, Lanes128Double>,
            Doubles<TFunction, Vector256<double>, Lanes256Double>,
            Doubles<TFunction, Vector512<double>, Lanes512Double>);

    private static void Singles<TFunction, TVector, TLanes>(ReadOnlySpan<float> x, Span<float> result)
        where TFunction : IElementaryFunction
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        for (int i = 0; i < x.Length; i += TLanes.Count)
        {
            TVector value = TLanes.Load(ref MemoryMarshal.GetReference(x), (nuint)i);
            TLanes.Store(TFunction.OfSingles<TVector, TLanes>(value), ref MemoryMarshal.GetReference(result), (nuint)i);
        }
    }

    private static void Doubles<TFunction, TVector, TLanes>(ReadOnlySpan<double> x, Span<double> result)
        where TFunction : IElementaryFunction
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        for (int i = 0; i < x.Length; i += TLanes.Count)
        {
            TVector value = TLanes.Load(ref MemoryMarshal.GetReference(x), (nuint)i);
            TLanes.Store(TFunction.OfDoubles<TVector, TLanes>(value), ref MemoryMarshal.GetReference(result), (nuint)i);
        }
    }
}
