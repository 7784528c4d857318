using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // asin x = atan(x / sqrt((1 - x)(1 + x))), and acos x = 2 atan(sqrt((1 - x) / (1 + x))): near the ends, where the slope is
    // infinite, 1 - x is exact.

    /// <summary>Returns the angle between -pi / 2 and pi / 2 whose sine is x: odd to the bit (-0 of -0), NaN beyond 1 and -1.</summary>
    /// <remarks>Largest error: 2.70 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Asin<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector one = TLanes.Create(1);
        TVector cosine = TLanes.Sqrt(TLanes.Multiply(TLanes.Subtract(one, x), TLanes.Add(one, x)));
        return Atan<TVector, TLanes>(TLanes.Divide(x, cosine));
    }

    /// <summary>Returns the angle whose sine is x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 2.70 ulp.</remarks>
    public static float Asin(float x) =>
        Asin<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>Returns the angle between 0 and pi whose cosine is x: NaN beyond 1 and -1.</summary>
    /// <remarks>Largest error: 2.30 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Acos<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector one = TLanes.Create(1);
        TVector half = Atan<TVector, TLanes>(TLanes.Sqrt(TLanes.Divide(TLanes.Subtract(one, x), TLanes.Add(one, x))));
        return TLanes.Add(half, half);
    }

    /// <summary>Returns the angle whose cosine is x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 2.30 ulp.</remarks>
    public static float Acos(float x) =>
        Acos<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();
}
