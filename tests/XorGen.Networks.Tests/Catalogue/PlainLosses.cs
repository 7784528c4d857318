using static System.Math;

namespace XorGen.Catalogue;

/// <summary>What a row costs, for every loss once more, written after PyTorch's or Keras's documentation, without the catalogue.</summary>
internal static class PlainLosses
{
    /// <summary>From the output activation, the row's z, a and targets, and Delta.</summary>
    public static IReadOnlyDictionary<string, Func<string, double[], double[], double[], double, double>> All { get; } =
        new Dictionary<string, Func<string, double[], double[], double[], double, double>>
        {
            // -y log a - (1 - y) log(1 - a), from the logits
            ["binary_cross_entropy"] = (output, z, a, y, delta) => Mean(z, y, (v, t) => Max(v, 0) - (t * v) + Math.Log(1 + Math.Exp(-Math.Abs(v)))),
            ["cross_entropy"] = (output, z, a, y, delta) => Sum(z, y, (v, t) => -t * (v - LogSum(z))),
            ["kl_divergence"] = (output, z, a, y, delta) => Sum(z, y, (v, t) => t == 0 ? 0 : t * (Math.Log(t) - (v - LogSum(z)))),
            ["poisson_nll"] = (output, z, a, y, delta) => output == "linear"
                ? Mean(a, y, (v, t) => Math.Exp(v) - (t * v))
                : Mean(a, y, (v, t) => v - (t * Math.Log(v))),
            ["gaussian_nll"] = (output, z, a, y, delta) => y.Select((t, j) => Gaussian(a[j], Max(a[y.Length + j], 1e-6), t)).Average(),
            ["mse"] = (output, z, a, y, delta) => Mean(a, y, (v, t) => (v - t) * (v - t)),
            ["mae"] = (output, z, a, y, delta) => Mean(a, y, (v, t) => Math.Abs(v - t)),
            ["huber"] = (output, z, a, y, delta) =>
                Mean(a, y, (v, t) => Math.Abs(v - t) < delta ? 0.5 * (v - t) * (v - t) : delta * (Math.Abs(v - t) - (0.5 * delta))),
            ["log_cosh"] = (output, z, a, y, delta) => Mean(a, y, (v, t) => Math.Log(Cosh(v - t))),
            ["hinge"] = (output, z, a, y, delta) => Mean(a, y, (v, t) => Max(1 - (t * v), 0)),
            ["squared_hinge"] = (output, z, a, y, delta) => Mean(a, y, (v, t) => Pow(Max(1 - (t * v), 0), 2)),
        };

    private static double Mean(double[] a, double[] y, Func<double, double, double> cost) => a.Zip(y, cost).Average();

    private static double Gaussian(double mean, double variance, double y) => 0.5 * (Math.Log(variance) + (Pow(mean - y, 2) / variance));

    private static double Sum(double[] a, double[] y, Func<double, double, double> cost) => a.Zip(y, cost).Sum();

    private static double LogSum(double[] z) => z.Max() + Math.Log(z.Sum(v => Math.Exp(v - z.Max())));
}
