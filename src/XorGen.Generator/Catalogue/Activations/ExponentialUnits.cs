using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Activations;

/// <summary>Lines that bend smoothly to a constant or to zero on the left, and the exponential itself.</summary>
internal static class ExponentialUnits
{
    private const double SeluScale = 1.0507009873554805;
    private const double SeluAlpha = 1.6732632423543772;

    public static IEnumerable<Activation> Entries =>
    [
        new ElementwiseActivation
        {
            Name = "elu",
            Formula = "z > 0 ? z : alpha (exp(z) - 1)",
            Source = "D.-A. Clevert, T. Unterthiner and S. Hochreiter, 2016; torch.nn.ELU",
            Values = p => OutputRange.From(-p.Alpha),
            OnnxOperator = "Elu",
            Alpha = ActivationOption.NotNegative(1, "how far below zero it goes"),
            Function = (z, p) => SelectGreater(z, 0, z, p.Alpha * Expm1(z)),
            Slope = (z, a, p) => SelectGreater(a, 0, 1, a + p.Alpha),
        },
        new ElementwiseActivation
        {
            // Its numbers make means and variances of standard normal sums keep themselves.
            Name = "selu",
            Formula = "1.0507009873554805 (z > 0 ? z : 1.6732632423543772 (exp(z) - 1))",
            Source = "G. Klambauer et al., 2017; torch.nn.SELU",
            Values = p => OutputRange.From(-SeluScale * SeluAlpha),
            OnnxOperator = "Selu",
            Function = (z, p) => SelectGreater(z, 0, SeluScale * z, SeluScale * SeluAlpha * Expm1(z)),
            Slope = (z, a, p) => SelectGreater(a, 0, SeluScale, a + (SeluScale * SeluAlpha)),
        },
        new ElementwiseActivation
        {
            Name = "celu",
            Formula = "z > 0 ? z : alpha (exp(z / alpha) - 1)",
            Source = "J. Barron, 2017; torch.nn.CELU",
            Values = p => OutputRange.From(-p.Alpha),
            OnnxOperator = "Celu",
            Alpha = ActivationOption.Positive(1, "how far below zero it goes"),
            Function = (z, p) => SelectGreater(z, 0, z, p.Alpha * Expm1(z / p.Alpha)),
            Slope = (z, a, p) => SelectGreater(a, 0, 1, (a / p.Alpha) + 1),
        },
        new ElementwiseActivation
        {
            // f' = sigmoid(alpha z) = 1 - exp(-alpha a).
            Name = "softplus",
            NamesElsewhere = ["sparse_plus"],
            Formula = "log(1 + exp(alpha z)) / alpha",
            Source = "C. Dugas et al., 2001; torch.nn.Softplus, whose beta is alpha",
            Values = p => OutputRange.From(0),
            OnnxOperator = "Softplus",
            Alpha = ActivationOption.Positive(1, "how sharply it bends"),
            Function = (z, p) => Softplus(p.Alpha * z) / p.Alpha,
            Slope = (z, a, p) => -Expm1(-p.Alpha * a),
        },
        new ElementwiseActivation
        {
            // With r = sqrt(z^2 + alpha): for a negative z, where z + r would cancel, alpha / (r - z) is the same. f' = (1 + z / r) / 2.
            Name = "squareplus",
            Formula = "(z + sqrt(z^2 + alpha)) / 2",
            Source = "J. Barron, 2021",
            Values = p => OutputRange.From(0),
            Alpha = ActivationOption.Positive(4, "how smoothly it bends"),
            Function = (z, p) => SelectGreater(z, 0, z + Sqrt(FusedMultiplyAdd(z, z, p.Alpha)), p.Alpha / (Sqrt(FusedMultiplyAdd(z, z, p.Alpha)) - z)) / 2,
            Slope = (z, a, p) => FusedMultiplyAdd(z / Sqrt(FusedMultiplyAdd(z, z, p.Alpha)), 0.5, 0.5),
        },
        new ElementwiseActivation
        {
            Name = "exponential",
            Aliases = ["exp"],
            Formula = "exp(z)",
            Source = "keras.activations.exponential",
            Values = p => OutputRange.From(0),
            OnnxOperator = "Exp",
            Function = (z, p) => Exp(z),
            Slope = (z, a, p) => a,
        },
    ];
}
