using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // With a and b the larger and the smaller magnitude: a sqrt(1 + (b / a)^2), in which no square overflows.

    /// <summary>Returns sqrt(x^2 + y^2), which overflows only where the result does: infinity where either is infinite, even beside a NaN.</summary>
    /// <remarks>Largest error: 2.00 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Hypot<TVector, TLanes>(TVector x, TVector y)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector infinity = TLanes.Create(float.PositiveInfinity);
        TVector ax = TLanes.Abs(x);
        TVector ay = TLanes.Abs(y);
        TVector large = TLanes.Max(ax, ay);
        TVector ratio = TLanes.Divide(TLanes.Min(ax, ay), large);
        TVector root = TLanes.Sqrt(TLanes.FusedMultiplyAdd(ratio, ratio, TLanes.Create(1)));
        TVector sum = TLanes.Add(ax, ay);
        TVector result = TLanes.Select(TLanes.GreaterThan(sum, TLanes.Zero), TLanes.Multiply(large, root), sum);
        return TLanes.Select(TLanes.Or(TLanes.Equal(ax, infinity), TLanes.Equal(ay, infinity)), infinity, result);
    }

    /// <summary>Returns sqrt(x^2 + y^2): lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 2.00 ulp.</remarks>
    public static float Hypot(float x, float y) =>
        Hypot<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x), Vector128.CreateScalar(y)).ToScalar();
}
