using static System.Math;
using static XorGen.Catalogue.PlainMath;

namespace XorGen.Catalogue;

/// <summary>Every activation of single neurons once more, written after PyTorch's documentation, or the paper, without the catalogue.</summary>
internal static class PlainActivations
{
    /// <summary>From z, alpha and threshold.</summary>
    public static IReadOnlyDictionary<string, Func<double, double, double, double>> All { get; } =
        new Dictionary<string, Func<double, double, double, double>>
        {
            ["linear"] = (z, alpha, threshold) => z,
            ["relu"] = (z, alpha, threshold) => Max(0, z),
            ["leaky_relu"] = (z, alpha, threshold) => z > 0 ? z : alpha * z,
            ["prelu"] = (z, alpha, threshold) => z > 0 ? z : alpha * z,
            ["relu6"] = (z, alpha, threshold) => Min(Max(0, z), 6),
            ["threshold"] = (z, alpha, threshold) => z > threshold ? z : alpha,
            ["hard_tanh"] = (z, alpha, threshold) => z > alpha ? alpha : z < -alpha ? -alpha : z,
            ["hard_sigmoid"] = (z, alpha, threshold) => z <= -3 ? 0 : z >= 3 ? 1 : (z / 6) + 0.5,
            ["hard_swish"] = (z, alpha, threshold) => z <= -3 ? 0 : z >= 3 ? z : z * (z + 3) / 6,
            ["elu"] = (z, alpha, threshold) => z > 0 ? z : alpha * Expm1(z),
            ["selu"] = (z, alpha, threshold) =>
                1.0507009873554804934193349852946 * (Max(0, z) + Min(0, 1.6732632423543772848170429916717 * Expm1(z))),
            ["celu"] = (z, alpha, threshold) => Max(0, z) + Min(0, alpha * Expm1(z / alpha)),
            ["softplus"] = (z, alpha, threshold) => Softplus(alpha * z) / alpha,
            ["squareplus"] = (z, alpha, threshold) => (z + Math.Sqrt((z * z) + alpha)) / 2,
            ["exponential"] = (z, alpha, threshold) => Math.Exp(z),
            ["gelu"] = (z, alpha, threshold) => z * 0.5 * (1 + Erf(z / Math.Sqrt(2))),
            ["gelu_tanh"] = (z, alpha, threshold) => 0.5 * z * (1 + Math.Tanh(Math.Sqrt(2 / PI) * (z + (0.044715 * z * z * z)))),
            ["silu"] = (z, alpha, threshold) => z * Sigmoid(z),
            ["mish"] = (z, alpha, threshold) => z * Math.Tanh(Softplus(z)),
            ["sigmoid"] = (z, alpha, threshold) => Sigmoid(z),
            ["tanh"] = (z, alpha, threshold) => Math.Tanh(z),
            ["log_sigmoid"] = (z, alpha, threshold) => Math.Log(Sigmoid(z)),
            ["softsign"] = (z, alpha, threshold) => z / (1 + Math.Abs(z)),
            ["elliot"] = (z, alpha, threshold) => (z / 2 / (1 + Math.Abs(z))) + 0.5,
            ["arctan"] = (z, alpha, threshold) => Math.Atan(z),
            ["tanh_shrink"] = (z, alpha, threshold) => z - Math.Tanh(z),
            ["hard_shrink"] = (z, alpha, threshold) => z > threshold || z < -threshold ? z : 0,
            ["soft_shrink"] = (z, alpha, threshold) => z > threshold ? z - threshold : z < -threshold ? z + threshold : 0,
            ["gaussian"] = (z, alpha, threshold) => Math.Exp(-(z * z)),
            ["sin"] = (z, alpha, threshold) => Math.Sin(z),
            ["cos"] = (z, alpha, threshold) => Math.Cos(z),
        };
}
