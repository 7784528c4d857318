using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // With t = |y / x|: atan t in the right half, pi - atan t in the left one, pi in two parts; then the sign of y.

    /// <summary>Returns the angle between -pi and pi of the point (x, y): as System.Math.Atan2 for zeros and infinities too.</summary>
    /// <remarks>Largest error: 1.90 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Atan2<TVector, TLanes>(TVector y, TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector ay = TLanes.Abs(y);
        TVector ax = TLanes.Abs(x);
        TVector t = TLanes.Divide(ay, ax);

        // Of two infinities it is 1, of two zeros 0.
        t = TLanes.Select(TLanes.Equal(ay, ax), TLanes.Create(1), t);
        t = TLanes.Select(TLanes.Equal(TLanes.Add(ay, ax), TLanes.Zero), TLanes.Zero, t);
        TVector right = Atan<TVector, TLanes>(t);
        TVector left = TLanes.Subtract(
            TLanes.Create(2 * HalfPiHigh), TLanes.Subtract(right, TLanes.Create(2 * HalfPiMiddle)));
        TVector isLeft = TLanes.ShiftBitsRightArithmetic(x, 31);
        return TLanes.CopySign(TLanes.Select(isLeft, left, right), y);
    }

    /// <summary>Returns the angle of the point (x, y): lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 1.90 ulp.</remarks>
    public static float Atan2(float y, float x) =>
        Atan2<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(y), Vector128.CreateScalar(x)).ToScalar();
}
