using System.Numerics;

namespace XorGen.Numerics.Elementary;

/// <summary>Numbers at which a function of floating-point numbers goes wrong first.</summary>
internal static class SpecialValues
{
    public static float[] Singles { get; } = Around<float>(
        [0, float.Epsilon, 1.17549435E-38f, 0.25f, 0.34657359f, 0.5f, 0.69314718f, 0.75f, 1, 1.5f, 2, 9.2f, 17.5f, 87.33654f, 88.72283f, 103.97f, 1 << 24, 1 << 30, float.MaxValue]);

    public static double[] Doubles { get; } = Around<double>(
        [0, double.Epsilon, 2.2250738585072014E-308, 0.25, 0.34657359027997264, 0.5, 0.6931471805599453, 0.75, 1, 1.5, 2, 19.2, 37.5, 708.3964185322641, 709.782712893384, 745.13, 1L << 53, 1L << 60, double.MaxValue]);

    /// <summary>Each value, its neighbours, all of them with both signs, infinity and NaN.</summary>
    private static T[] Around<T>(T[] values)
        where T : IBinaryFloatingPointIeee754<T>
    {
        IEnumerable<T> near = values.SelectMany(value => new[] { T.BitDecrement(value), value, T.BitIncrement(value) });
        return [.. near.Append(T.PositiveInfinity).Append(T.NaN).SelectMany(value => new[] { value, -value })];
    }
}
