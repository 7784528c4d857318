using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // y = 2^(log2(a) / 3) is right to some 18 bits. One step of Newton's method, y - (y^3 - a) / (3 y^2), doubles them: its numerator, in
    // which most cancels, is made of y^2 in two parts and fused multiply-adds. Small numbers are scaled by 2^90 first.

    /// <summary>Returns the cube root of x: odd to the bit (-0 of -0), of negative numbers too.</summary>
    /// <remarks>Largest error: 0.51 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Cbrt<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector a = TLanes.Abs(x);
        TVector small = TLanes.LessThan(a, TLanes.Create(8.6736174e-19f));
        TVector scaled = TLanes.Select(small, TLanes.Multiply(a, TLanes.Create(1.2379401e+27f)), a);
        TVector y = Exp2<TVector, TLanes>(TLanes.Multiply(Log2<TVector, TLanes>(scaled), TLanes.Create(0.33333334f)));
        TVector square = TLanes.Multiply(y, y);
        TVector squareRest = TLanes.FusedMultiplyAdd(y, y, TLanes.Negate(square));
        TVector excess = TLanes.FusedMultiplyAdd(squareRest, y, TLanes.FusedMultiplyAdd(square, y, TLanes.Negate(scaled)));
        TVector root = TLanes.Subtract(y, TLanes.Divide(excess, TLanes.Multiply(square, TLanes.Create(3))));
        root = TLanes.Select(small, TLanes.Multiply(root, TLanes.Create(9.313226e-10f)), root);
        TVector isItsOwn = TLanes.Or(TLanes.Equal(a, TLanes.Zero), TLanes.Equal(a, TLanes.Create(float.PositiveInfinity)));
        return TLanes.CopySign(TLanes.Select(isItsOwn, a, root), x);
    }

    /// <summary>Returns the cube root of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 0.51 ulp.</remarks>
    public static float Cbrt(float x) =>
        Cbrt<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();
}
