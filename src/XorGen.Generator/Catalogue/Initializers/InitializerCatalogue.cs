namespace XorGen.Generator.Catalogue.Initializers;

/// <summary>The initializers.</summary>
internal static class InitializerCatalogue
{
    public static Catalogue<Initializer> All { get; } = new(
        "initializer",
        new Initializer
        {
            Name = "zeros",
            Formula = "0",
            Weights = (inputs, outputs, scale) => new AllZero(),
        },
        new Initializer
        {
            Name = "uniform",
            Formula = "uniform in [0, InitializerScale), biases too",
            TakesScale = true,
            Weights = (inputs, outputs, scale) => new UniformDistribution(0, scale),
            Biases = scale => new UniformDistribution(0, scale),
        },
        new Initializer
        {
            Name = "glorot_uniform",
            Aliases = ["xavier_uniform"],
            Formula = "uniform in ±sqrt(6 / (inputs + outputs))",
            Weights = (inputs, outputs, scale) => Symmetric(Math.Sqrt(6 / (inputs + outputs))),
        },
        new Initializer
        {
            Name = "glorot_normal",
            Aliases = ["xavier_normal"],
            Formula = "normal of variance 2 / (inputs + outputs)",
            Weights = (inputs, outputs, scale) => new NormalDistribution(Math.Sqrt(2 / (inputs + outputs))),
        },
        new Initializer
        {
            Name = "he_uniform",
            Aliases = ["kaiming_uniform"],
            Formula = "uniform in ±sqrt(6 / inputs)",
            Weights = (inputs, outputs, scale) => Symmetric(Math.Sqrt(6 / inputs)),
        },
        new Initializer
        {
            Name = "he_normal",
            Aliases = ["kaiming_normal"],
            Formula = "normal of variance 2 / inputs",
            Weights = (inputs, outputs, scale) => new NormalDistribution(Math.Sqrt(2 / inputs)),
        });

    private static UniformDistribution Symmetric(double bound) => new(-bound, bound);
}
