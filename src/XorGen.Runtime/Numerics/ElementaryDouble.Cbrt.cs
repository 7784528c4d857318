using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // y = 2^(log2(a) / 3) is right to some 42 bits. One step of Newton's method, y - (y^3 - a) / (3 y^2), doubles them: its numerator, in
    // which most cancels, is made of y^2 in two parts and fused multiply-adds. Small numbers are scaled by 2^600 first.

    /// <summary>Returns the cube root of x: odd to the bit (-0 of -0), of negative numbers too.</summary>
    /// <remarks>Largest error found: 0.51 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Cbrt<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector a = TLanes.Abs(x);
        TVector small = TLanes.LessThan(a, TLanes.Create(2.409919865102884e-181));
        TVector scaled = TLanes.Select(small, TLanes.Multiply(a, TLanes.Create(4.149515568880993e+180)), a);
        TVector y = Exp2<TVector, TLanes>(TLanes.Multiply(Log2<TVector, TLanes>(scaled), TLanes.Create(0.3333333333333333)));
        TVector square = TLanes.Multiply(y, y);
        TVector squareRest = TLanes.FusedMultiplyAdd(y, y, TLanes.Negate(square));
        TVector excess = TLanes.FusedMultiplyAdd(squareRest, y, TLanes.FusedMultiplyAdd(square, y, TLanes.Negate(scaled)));
        TVector root = TLanes.Subtract(y, TLanes.Divide(excess, TLanes.Multiply(square, TLanes.Create(3))));
        root = TLanes.Select(small, TLanes.Multiply(root, TLanes.Create(6.223015277861142e-61)), root);
        TVector isItsOwn = TLanes.Or(TLanes.Equal(a, TLanes.Zero), TLanes.Equal(a, TLanes.Create(double.PositiveInfinity)));
        return TLanes.CopySign(TLanes.Select(isItsOwn, a, root), x);
    }

    /// <summary>Returns the cube root of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 0.51 ulp.</remarks>
    public static double Cbrt(double x) =>
        Cbrt<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x)).ToScalar();
}
