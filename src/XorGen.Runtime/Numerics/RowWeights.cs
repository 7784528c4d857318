using System.Numerics;

namespace XorGen.Numerics;

/// <summary>The weights of rows that do not count alike in the mean loss, <c>sum of weight * loss / sum of weights</c>.</summary>
public static class RowWeights
{
    /// <summary>Returns the sum of the weights: partial sums of every fourth one, joined in pairs.</summary>
    /// <param name="weights">A weight for each row.</param>
    public static double Sum<T>(ReadOnlySpan<T> weights)
        where T : unmanaged, INumberBase<T>
    {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i + 4 <= weights.Length; i += 4)
        {
            sum0 += double.CreateTruncating(weights[i]);
            sum1 += double.CreateTruncating(weights[i + 1]);
            sum2 += double.CreateTruncating(weights[i + 2]);
            sum3 += double.CreateTruncating(weights[i + 3]);
        }

        for (; i < weights.Length; i++)
        {
            sum0 += double.CreateTruncating(weights[i]);
        }

        return (sum0 + sum1) + (sum2 + sum3);
    }
}
