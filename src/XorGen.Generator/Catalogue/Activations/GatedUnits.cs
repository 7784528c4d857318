using XorGen.Generator.Expressions;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Activations;

/// <summary>z times a gate that opens with z.</summary>
internal static class GatedUnits
{
    private const double InverseSqrt2 = 0.7071067811865476;
    private const double InverseSqrt2Pi = 0.3989422804014327;
    private const double Sqrt8OverPi = 1.5957691216057308;
    private const double GeluCubic = 0.044715;

    public static IEnumerable<Activation> Entries =>
    [
        new ElementwiseActivation
        {
            // f' = Phi(z) + z phi(z), Phi and phi being the normal distribution and its density.
            Name = "gelu",
            Formula = "z (1 + erf(z / sqrt 2)) / 2",
            Source = "D. Hendrycks and K. Gimpel, 2016; torch.nn.GELU",
            Values = p => OutputRange.From(-0.16997120747990369),
            OnnxOperator = "Gelu",
            Function = (z, p) => z * NormalDistribution(z),
            Slope = (z, a, p) => FusedMultiplyAdd(z * InverseSqrt2Pi, Exp(z * z * -0.5), NormalDistribution(z)),
        },
        new ElementwiseActivation
        {
            // (1 + tanh(u)) / 2 = sigmoid(2 u), u = sqrt(2 / pi) (z + 0.044715 z^3). With s = sigmoid(2 u): f' = s + a (1 - s) 2 u'.
            Name = "gelu_tanh",
            Aliases = ["gelu_approximate"],
            Formula = "z (1 + tanh(sqrt(2 / pi) (z + 0.044715 z^3))) / 2",
            Source = "D. Hendrycks and K. Gimpel, 2016; torch.nn.GELU(approximate='tanh')",
            Values = p => OutputRange.From(-0.170040750572),
            Function = (z, p) => z * GeluGate(z),
            Slope = (z, a, p) => FusedMultiplyAdd(
                a * (1 - GeluGate(z)), FusedMultiplyAdd(z * z, 3 * GeluCubic * Sqrt8OverPi, Sqrt8OverPi), GeluGate(z)),
        },
        new ElementwiseActivation
        {
            // With s = sigmoid(z): f' = s + a (1 - s).
            Name = "silu",
            Aliases = ["swish"],
            Formula = "z / (1 + exp(-z))",
            Source = "S. Elfwing, E. Uchibe and K. Doya, 2018; P. Ramachandran, B. Zoph and Q. Le, 2017; torch.nn.SiLU",
            Values = p => OutputRange.From(-0.27846454276107380),
            OnnxOperator = "Swish",
            Function = (z, p) => z * Sigmoid(z),
            Slope = (z, a, p) => FusedMultiplyAdd(a, 1 - Sigmoid(z), Sigmoid(z)),
        },
        new ElementwiseActivation
        {
            // With t = tanh(softplus(z)): f' = t + z (1 - t^2) sigmoid(z).
            Name = "mish",
            Formula = "z tanh(log(1 + exp(z)))",
            Source = "D. Misra, 2019; torch.nn.Mish",
            Values = p => OutputRange.From(-0.30884341309),
            OnnxOperator = "Mish",
            Function = (z, p) => z * Tanh(Softplus(z)),
            Slope = (z, a, p) => FusedMultiplyAdd(
                z * Sigmoid(z), FusedMultiplyAdd(-Tanh(Softplus(z)), Tanh(Softplus(z)), 1), Tanh(Softplus(z))),
        },
    ];

    private static Expression NormalDistribution(Expression z) => FusedMultiplyAdd(Erf(z * InverseSqrt2), 0.5, 0.5);

    private static Expression GeluGate(Expression z) =>
        Sigmoid(z * FusedMultiplyAdd(z * z, GeluCubic * Sqrt8OverPi, Sqrt8OverPi));
}
