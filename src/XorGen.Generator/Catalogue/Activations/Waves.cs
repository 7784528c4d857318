using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Activations;

/// <summary>Functions that rise and fall.</summary>
internal static class Waves
{
    public static IEnumerable<Activation> Entries =>
    [
        new ElementwiseActivation
        {
            Name = "gaussian",
            Formula = "exp(-z^2)",
            Source = "D. Broomhead and D. Lowe, 1988; FANN's FANN_GAUSSIAN",
            Values = p => new(0, 1),
            Function = (z, p) => Exp(-z * z),
            Slope = (z, a, p) => z * a * -2,
        },
        new ElementwiseActivation
        {
            Name = "sin",
            Aliases = ["sine"],
            Formula = "sin(z)",
            Source = "V. Sitzmann et al., 2020; torch.sin; 0 where |z| is more than 100,000, in double precision 1,000,000,000",
            Values = p => new(-1, 1),
            OnnxOperator = "Sin",
            Function = (z, p) => Sin(z),
            Slope = (z, a, p) => Cos(z),
        },
        new ElementwiseActivation
        {
            Name = "cos",
            Aliases = ["cosine"],
            Formula = "cos(z)",
            Source = "torch.cos; 0 where |z| is more than 100,000, in double precision 1,000,000,000",
            Values = p => new(-1, 1),
            OnnxOperator = "Cos",
            Function = (z, p) => Cos(z),
            Slope = (z, a, p) => -Sin(z),
        },
    ];
}
