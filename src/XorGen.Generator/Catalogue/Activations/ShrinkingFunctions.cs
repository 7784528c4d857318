using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Activations;

/// <summary>Functions that take small numbers to zero.</summary>
internal static class ShrinkingFunctions
{
    public static IEnumerable<Activation> Entries =>
    [
        new ElementwiseActivation
        {
            // f' = tanh(z)^2 = (z - a)^2.
            Name = "tanh_shrink",
            Aliases = ["tanhshrink"],
            Formula = "z - tanh(z)",
            Source = "torch.nn.Tanhshrink",
            Function = (z, p) => z - Tanh(z),
            Slope = (z, a, p) => (z - a) * (z - a),
        },
        new ElementwiseActivation
        {
            Name = "hard_shrink",
            Aliases = ["hardshrink"],
            Formula = "|z| > threshold ? z : 0",
            Source = "torch.nn.Hardshrink",
            Threshold = ActivationOption.NotNegative(0.5, "up to which magnitude it is zero"),
            Function = (z, p) => SelectNotGreater(Abs(z), p.Threshold, 0, z),
            Slope = (z, a, p) => SelectGreater(Abs(a), 0, 1, 0),
        },
        new ElementwiseActivation
        {
            // z less its part within the threshold.
            Name = "soft_shrink",
            Aliases = ["softshrink"],
            Formula = "z > threshold ? z - threshold : z < -threshold ? z + threshold : 0",
            Source = "torch.nn.Softshrink",
            Threshold = ActivationOption.NotNegative(0.5, "up to which magnitude it is zero"),
            Function = (z, p) => z - Min(p.Threshold, Max(-p.Threshold, z)),
            Slope = (z, a, p) => SelectGreater(Abs(a), 0, 1, 0),
        },
    ];
}
