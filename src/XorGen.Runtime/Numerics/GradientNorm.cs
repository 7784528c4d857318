using System.Numerics;

namespace XorGen.Numerics;

/// <summary>Limits the Euclidean norm of a gradient, as torch.nn.utils.clip_grad_norm_.</summary>
public static class GradientNorm
{
    private const int Lanes = 8;
    private const double Epsilon = 1e-6;

    /// <summary>Returns <c>min(1, limit / (norm + 1e-6))</c>: the factor that scales a gradient down to the limit.</summary>
    /// <param name="gradient">The gradient.</param>
    /// <param name="limit">The largest norm.</param>
    /// <returns>The factor. NaN when the gradient has a NaN.</returns>
    public static T ClipFactor<T>(ReadOnlySpan<T> gradient, double limit)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // The squares are added in double precision: element i to lane i mod 8, then the lanes by the halving tree.
        Span<double> sums = stackalloc double[Lanes];
        sums.Clear();
        for (int i = 0; i < gradient.Length; i++)
        {
            double value = double.CreateTruncating(gradient[i]);
            sums[i % Lanes] += value * value;
        }

        double norm = Math.Sqrt(VirtualLanes.Sum(ref sums[0], Lanes));
        double factor = limit / (norm + Epsilon);
        return T.CreateTruncating(factor > 1 ? 1 : factor);
    }
}
