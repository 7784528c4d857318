using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // e^x - 1 = 2^n (1 + q) - 1 = 2^n q + (2^n - 1), q = e^r - 1 and r as in Exp: the second part is exact where it matters, so
    // one rounding follows; for n = 0 it is q, which keeps the relative accuracy near 0. Beyond 40 the 1 is lost, and
    // e^x is made as in Exp, whose range it has; below -40 the result rounds to -1.
    // Largest error: 2.00 ulp, found by the search of the tests, at 0.3546310333603206.

    /// <summary>Returns e^x - 1, accurate near 0 too (-0 of -0): never below -1, infinity where e^x overflows.</summary>
    /// <remarks>Largest error found: 2.00 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Expm1<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector one = TLanes.Create(1);
        TVector shifted = TLanes.FusedMultiplyAdd(x, TLanes.Create(Log2E), TLanes.Create(RoundToInteger));
        TVector n = TLanes.Subtract(shifted, TLanes.Create(RoundToInteger));
        TVector rough = TLanes.FusedMultiplyAdd(n, TLanes.Create(-Ln2High), x);
        TVector r = TLanes.FusedMultiplyAdd(n, TLanes.Create(-Ln2Low), rough);
        TVector q = ReducedExpMinusOne<TVector, TLanes>(rough, r);
        TVector exponent = TLanes.ShiftBitsLeft(shifted, MantissaBits);
        TVector power = TLanes.AddBits(exponent, one);
        TVector small = TLanes.FusedMultiplyAdd(power, q, TLanes.Subtract(power, one));
        small = TLanes.Select(TLanes.LessThan(x, TLanes.Create(-40)), TLanes.Create(-1), small);

        TVector large = TLanes.AddBits(TLanes.Add(q, one), exponent);
        large = TLanes.Select(TLanes.GreaterThan(x, TLanes.Create(ExpMaximum)), TLanes.Create(double.PositiveInfinity), large);
        TVector result = TLanes.Select(TLanes.GreaterThan(x, TLanes.Create(40)), large, small);
        return TLanes.CopySign(result, x);
    }

    /// <summary>Returns e^x - 1: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 2.00 ulp.</remarks>
    public static double Expm1(double x) =>
        Expm1<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x)).ToScalar();
}
