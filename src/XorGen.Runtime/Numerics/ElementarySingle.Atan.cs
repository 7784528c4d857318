using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // With a = |x|: up to 1, atan a = a + a^3 P(a^2), P of degree 8, minimax for the relative error, 2^-28.5. Beyond,
    // atan a = pi / 2 - atan(1 / a), pi / 2 in two parts.
    // Largest error: 1.48 ulp, at 1.0110923f.

    /// <summary>Returns the angle between -pi / 2 and pi / 2 whose tangent is x: odd to the bit.</summary>
    /// <remarks>Largest error: 1.48 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Atan<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector one = TLanes.Create(1);
        TVector a = TLanes.Abs(x);
        TVector inverted = TLanes.GreaterThan(a, one);
        TVector r = TLanes.Select(inverted, TLanes.Divide(one, a), a);
        TVector y = TLanes.Multiply(r, r);
        TVector p0To1 = Linear<TVector, TLanes>(y, -0.333333f, 0.19998549f);
        TVector p2To3 = Linear<TVector, TLanes>(y, -0.14264242f, 0.109521866f);
        TVector p4To5 = Linear<TVector, TLanes>(y, -0.08403452f, 0.05795762f);
        TVector p6To7 = Linear<TVector, TLanes>(y, -0.03117787f, 0.010914618f);
        TVector y2 = TLanes.Multiply(y, y);
        TVector p0To3 = TLanes.FusedMultiplyAdd(y2, p2To3, p0To1);
        TVector p4To7 = TLanes.FusedMultiplyAdd(y2, p6To7, p4To5);
        TVector y4 = TLanes.Multiply(y2, y2);
        TVector p0To7 = TLanes.FusedMultiplyAdd(y4, p4To7, p0To3);
        TVector y8 = TLanes.Multiply(y4, y4);
        TVector p0To8 = TLanes.FusedMultiplyAdd(y8, TLanes.Create(-0.0017936244f), p0To7);
        TVector cube = TLanes.Multiply(r, y);
        TVector direct = TLanes.FusedMultiplyAdd(cube, p0To8, r);

        TVector rest = TLanes.FusedMultiplyAdd(cube, p0To8, TLanes.Create(-HalfPiMiddle));
        TVector complement = TLanes.Subtract(TLanes.Create(HalfPiHigh), TLanes.Add(r, rest));
        return TLanes.CopySign(TLanes.Select(inverted, complement, direct), x);
    }

    /// <summary>Returns the angle whose tangent is x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 1.48 ulp.</remarks>
    public static float Atan(float x) =>
        Atan<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();
}
