using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // The quotient of sine and cosine, each with its relative accuracy, near their zeros too.

    /// <summary>Returns the tangent of x: odd to the bit (-0 of -0). It is 0 where |x| is more than 100,000, and NaN of an infinity.</summary>
    /// <remarks>Largest error: 3.90 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tan<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector tan = TLanes.Divide(Sin<TVector, TLanes>(x), Cos<TVector, TLanes>(x));

        // Of an infinity this is NaN.
        TVector outside = TLanes.Subtract(x, x);
        return TLanes.Select(TLanes.LessThanOrEqual(TLanes.Abs(x), TLanes.Create(LargestAngle)), tan, outside);
    }

    /// <summary>Returns the tangent of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 3.90 ulp.</remarks>
    public static float Tan(float x) =>
        Tan<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();
}
