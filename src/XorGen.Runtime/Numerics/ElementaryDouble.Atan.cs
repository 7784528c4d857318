using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // With a = |x|: up to 1, atan a = a + a^3 P(a^2), P of degree 19, minimax for the relative error, 2^-57.6. Beyond,
    // atan a = pi / 2 - atan(1 / a), pi / 2 in two parts.
    // Largest error: 1.63 ulp, found by the search of the tests, at 1.0268595110982932.

    /// <summary>Returns the angle between -pi / 2 and pi / 2 whose tangent is x: odd to the bit.</summary>
    /// <remarks>Largest error found: 1.63 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Atan<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector one = TLanes.Create(1);
        TVector a = TLanes.Abs(x);
        TVector inverted = TLanes.GreaterThan(a, one);
        TVector r = TLanes.Select(inverted, TLanes.Divide(one, a), a);
        TVector y = TLanes.Multiply(r, r);
        TVector p0To1 = Linear<TVector, TLanes>(y, -0.3333333333333307, 0.19999999999951462);
        TVector p2To3 = Linear<TVector, TLanes>(y, -0.14285714282575138, 0.11111111007026751);
        TVector p4To5 = Linear<TVector, TLanes>(y, -0.0909090700299771, 0.07692279839326595);
        TVector p6To7 = Linear<TVector, TLanes>(y, -0.06666404057599869, 0.05880527813650274);
        TVector p8To9 = Linear<TVector, TLanes>(y, -0.052535185451386295, 0.047223221823185724);
        TVector p10To11 = Linear<TVector, TLanes>(y, -0.04219178849780026, 0.03664190852326288);
        TVector p12To13 = Linear<TVector, TLanes>(y, -0.029903854428563192, 0.02198484814334374);
        TVector p14To15 = Linear<TVector, TLanes>(y, -0.01390055510135124, 0.007196499666816525);
        TVector p16To17 = Linear<TVector, TLanes>(y, -0.002884916678980034, 0.0008313212399441327);
        TVector p18To19 = Linear<TVector, TLanes>(y, -0.00015216073900295996, 1.3225063486338407e-05);
        TVector y2 = TLanes.Multiply(y, y);
        TVector p0To3 = TLanes.FusedMultiplyAdd(y2, p2To3, p0To1);
        TVector p4To7 = TLanes.FusedMultiplyAdd(y2, p6To7, p4To5);
        TVector p8To11 = TLanes.FusedMultiplyAdd(y2, p10To11, p8To9);
        TVector p12To15 = TLanes.FusedMultiplyAdd(y2, p14To15, p12To13);
        TVector p16To19 = TLanes.FusedMultiplyAdd(y2, p18To19, p16To17);
        TVector y4 = TLanes.Multiply(y2, y2);
        TVector p0To7 = TLanes.FusedMultiplyAdd(y4, p4To7, p0To3);
        TVector p8To15 = TLanes.FusedMultiplyAdd(y4, p12To15, p8To11);
        TVector y8 = TLanes.Multiply(y4, y4);
        TVector p0To15 = TLanes.FusedMultiplyAdd(y8, p8To15, p0To7);
        TVector y16 = TLanes.Multiply(y8, y8);
        TVector p0To19 = TLanes.FusedMultiplyAdd(y16, p16To19, p0To15);
        TVector cube = TLanes.Multiply(r, y);
        TVector direct = TLanes.FusedMultiplyAdd(cube, p0To19, r);

        TVector rest = TLanes.FusedMultiplyAdd(cube, p0To19, TLanes.Create(-HalfPiMiddle));
        TVector complement = TLanes.Subtract(TLanes.Create(HalfPiHigh), TLanes.Add(r, rest));
        return TLanes.CopySign(TLanes.Select(inverted, complement, direct), x);
    }

    /// <summary>Returns the angle whose tangent is x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 1.63 ulp.</remarks>
    public static double Atan(double x) =>
        Atan<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x)).ToScalar();
}
