using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // Equal numbers have the same bits but for zeros, whose signs are joined.

    /// <summary>Returns the larger of two numbers as System.Math.Max does: NaN where either is NaN, and 0 of 0 and -0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Maximum<TVector, TLanes>(TVector x, TVector y)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector different = TLanes.Select(TLanes.GreaterThan(x, y), x, TLanes.Select(TLanes.LessThan(x, y), y, TLanes.Add(x, y)));
        return TLanes.Select(TLanes.Equal(x, y), TLanes.And(x, y), different);
    }

    /// <summary>Returns the larger of two numbers: lane 0 of the vector form, hence the same bits.</summary>
    public static double Maximum(double x, double y) =>
        Maximum<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x), Vector128.CreateScalar(y)).ToScalar();

    /// <summary>Returns the smaller of two numbers as System.Math.Min does: NaN where either is NaN, and -0 of 0 and -0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Minimum<TVector, TLanes>(TVector x, TVector y)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector different = TLanes.Select(TLanes.LessThan(x, y), x, TLanes.Select(TLanes.GreaterThan(x, y), y, TLanes.Add(x, y)));
        return TLanes.Select(TLanes.Equal(x, y), TLanes.Or(x, y), different);
    }

    /// <summary>Returns the smaller of two numbers: lane 0 of the vector form, hence the same bits.</summary>
    public static double Minimum(double x, double y) =>
        Minimum<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x), Vector128.CreateScalar(y)).ToScalar();
}
