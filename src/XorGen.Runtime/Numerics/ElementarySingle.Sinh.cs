using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // With u = e^|x| - 1: sinh |x| = (u + u / (u + 1)) / 2, which keeps the relative accuracy near 0, and cosh |x| = (e^|x| + e^-|x|) / 2.
    // From 9.1 on e^-|x| is nothing beside e^|x|, and either is e^|x| / 2, made with the exponent of the half, so that
    // it overflows where the result does and not where e^|x| does.
    // SinhMaximum is the largest x whose sinh is finite, and whose cosh is.
    private const float SinhMaximum = 89.415985f;
    private const float SinhIsHalfExp = 9.1f;

    /// <summary>Returns the hyperbolic sine of x: odd to the bit (-0 of -0), infinity where it overflows.</summary>
    /// <remarks>Largest error: 2.50 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sinh<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector one = TLanes.Create(1);
        TVector a = TLanes.Abs(x);
        TVector u = Expm1<TVector, TLanes>(a);
        TVector sinh = TLanes.Multiply(TLanes.Add(u, TLanes.Divide(u, TLanes.Add(u, one))), TLanes.Create(0.5f));
        sinh = TLanes.Select(TLanes.GreaterThan(a, TLanes.Create(SinhIsHalfExp)), HalfExp<TVector, TLanes>(a), sinh);
        return TLanes.CopySign(sinh, x);
    }

    /// <summary>Returns the hyperbolic sine of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 2.50 ulp.</remarks>
    public static float Sinh(float x) =>
        Sinh<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Returns the hyperbolic cosine of x: even to the bit, infinity where it overflows.</summary>
    /// <remarks>Largest error: 1.60 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Cosh<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector half = TLanes.Create(0.5f);
        TVector a = TLanes.Abs(x);
        TVector exp = Exp<TVector, TLanes>(a);
        TVector cosh = TLanes.FusedMultiplyAdd(exp, half, TLanes.Divide(half, exp));
        return TLanes.Select(TLanes.GreaterThan(a, TLanes.Create(SinhIsHalfExp)), HalfExp<TVector, TLanes>(a), cosh);
    }

    /// <summary>Returns the hyperbolic cosine of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 1.60 ulp.</remarks>
    public static float Cosh(float x) =>
        Cosh<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Returns e^a / 2, as in Exp but for an exponent that is one less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector HalfExp<TVector, TLanes>(TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector shifted = TLanes.FusedMultiplyAdd(a, TLanes.Create(Log2E), TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector rough = TLanes.FusedMultiplyAdd(n, TLanes.Create(-Ln2High), a);
        TVector r = TLanes.FusedMultiplyAdd(n, TLanes.Create(-Ln2Low), rough);
        TVector e = TLanes.Add(ReducedExpMinusOne<TVector, TLanes>(rough, r), TLanes.Create(1));
        TVector exponent = TLanes.ShiftBitsLeft(TLanes.SubtractBits(shifted, TLanes.Create(float.Epsilon)), MantissaBits);
        return TLanes.Select(
            TLanes.GreaterThan(a, TLanes.Create(SinhMaximum)), TLanes.Create(float.PositiveInfinity), TLanes.AddBits(e, exponent));
    }
}
