using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // With a = |x|: asinh a = ln(1 + (a + a^2 / (1 + sqrt(a^2 + 1)))), acosh x = ln(1 + (t + sqrt(t (x + 1)))) with t = x - 1,
    // atanh a = ln(1 + 2 a / (1 - a)) / 2: nothing cancels near their zeros. From 2^28 on the first two are ln(2 x).
    private const double AsinhIsLog = 268435456;

    /// <summary>Returns the number whose hyperbolic sine is x: odd to the bit (-0 of -0).</summary>
    /// <remarks>Largest error found: 1.90 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Asinh<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector one = TLanes.Create(1);
        TVector a = TLanes.Abs(x);
        TVector square = TLanes.Multiply(a, a);
        TVector root = TLanes.Sqrt(TLanes.Add(square, one));
        TVector small = Log1p<TVector, TLanes>(TLanes.Add(a, TLanes.Divide(square, TLanes.Add(root, one))));
        TVector large = TLanes.Add(Log<TVector, TLanes>(a), TLanes.Create(Ln2High));
        TVector result = TLanes.Select(TLanes.GreaterThan(a, TLanes.Create(AsinhIsLog)), large, small);
        return TLanes.CopySign(result, x);
    }

    /// <summary>Returns the number whose hyperbolic sine is x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 1.90 ulp.</remarks>
    public static double Asinh(double x) =>
        Asinh<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Returns the number that is not negative and whose hyperbolic cosine is x: NaN below 1.</summary>
    /// <remarks>Largest error found: 2.70 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Acosh<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector one = TLanes.Create(1);
        TVector t = TLanes.Subtract(x, one);
        TVector root = TLanes.Sqrt(TLanes.Multiply(t, TLanes.Add(x, one)));
        TVector small = Log1p<TVector, TLanes>(TLanes.Add(t, root));
        TVector large = TLanes.Add(Log<TVector, TLanes>(x), TLanes.Create(Ln2High));
        TVector result = TLanes.Select(TLanes.GreaterThan(x, TLanes.Create(AsinhIsLog)), large, small);
        return TLanes.Select(TLanes.LessThan(x, one), TLanes.Create(double.NaN), result);
    }

    /// <summary>Returns the number whose hyperbolic cosine is x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 2.70 ulp.</remarks>
    public static double Acosh(double x) =>
        Acosh<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Returns the number whose hyperbolic tangent is x: odd to the bit (-0 of -0), infinity of 1 and -infinity of -1, NaN beyond.</summary>
    /// <remarks>Largest error found: 2.10 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Atanh<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector a = TLanes.Abs(x);
        TVector u = TLanes.Divide(TLanes.Add(a, a), TLanes.Subtract(TLanes.Create(1), a));
        TVector result = TLanes.Multiply(Log1p<TVector, TLanes>(u), TLanes.Create(0.5));
        return TLanes.CopySign(result, x);
    }

    /// <summary>Returns the number whose hyperbolic tangent is x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 2.10 ulp.</remarks>
    public static double Atanh(double x) =>
        Atanh<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x)).ToScalar();
}
