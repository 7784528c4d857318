using System.Numerics;

namespace XorGen.Numerics;

/// <summary>Fills parameters with their start. The numbers are drawn in double precision, then rounded.</summary>
public static class Initialization
{
    /// <summary>Fills with random numbers, uniform in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public static void Uniform<T>(ref RandomSource random, Span<T> parameters, double low, double high)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = T.CreateTruncating(low + ((high - low) * random.NextDouble()));
        }
    }

    /// <summary>Fills with random numbers, normally distributed around 0.</summary>
    public static void Normal<T>(ref RandomSource random, Span<T> parameters, double standardDeviation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = T.CreateTruncating(standardDeviation * random.NextNormal());
        }
    }
}
