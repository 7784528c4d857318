namespace XorGen.Generator.Catalogue.Initializers;

/// <summary>The initializers. Where nothing else is said, biases start at zero.</summary>
internal static class InitializerCatalogue
{
    public static Catalogue<Initializer> All { get; } = new("initializer", [.. Plain, .. Scaled, .. Structured]);

    private static IEnumerable<Initializer> Plain =>
    [
        new Initializer
        {
            Name = "zeros",
            Formula = "0",
            Source = "torch.nn.init.zeros_",
            Weights = (inputs, outputs, scale) => new ConstantStart(0),
        },
        new Initializer
        {
            Name = "ones",
            Formula = "1",
            Source = "torch.nn.init.ones_",
            Weights = (inputs, outputs, scale) => new ConstantStart(1),
        },
        new Initializer
        {
            Name = "constant",
            Formula = "InitializerScale",
            Source = "torch.nn.init.constant_",
            TakesScale = true,
            Weights = (inputs, outputs, scale) => new ConstantStart(scale),
        },
        new Initializer
        {
            Name = "uniform",
            NamesElsewhere = ["RandomUniform"],
            Formula = "uniform in [0, InitializerScale), biases too",
            Source = "torch.nn.init.uniform_",
            TakesScale = true,
            Weights = (inputs, outputs, scale) => new UniformDistribution(0, scale),
            Biases = (inputs, outputs, scale) => new UniformDistribution(0, scale),
        },
        new Initializer
        {
            Name = "normal",
            NamesElsewhere = ["RandomNormal", "gaussian"],
            Formula = "normal of standard deviation InitializerScale",
            Source = "torch.nn.init.normal_",
            TakesScale = true,
            Weights = (inputs, outputs, scale) => new NormalDistribution(scale),
        },
        new Initializer
        {
            Name = "truncated_normal",
            Aliases = ["trunc_normal"],
            Formula = "normal of standard deviation InitializerScale, drawn again beyond two of them",
            Source = "keras.initializers.TruncatedNormal",
            TakesScale = true,
            Weights = (inputs, outputs, scale) => new TruncatedNormalDistribution(scale),
        },
    ];

    /// <summary>Those that keep variances as they pass through the layers.</summary>
    private static IEnumerable<Initializer> Scaled =>
    [
        new Initializer
        {
            Name = "glorot_uniform",
            Aliases = ["xavier_uniform"],
            Formula = "uniform in ±sqrt(6 / (inputs + outputs))",
            Source = "X. Glorot and Y. Bengio, 2010; torch.nn.init.xavier_uniform_",
            Weights = (inputs, outputs, scale) => Symmetric(Math.Sqrt(6 / (inputs + outputs))),
        },
        new Initializer
        {
            Name = "glorot_normal",
            Aliases = ["xavier_normal"],
            Formula = "normal of variance 2 / (inputs + outputs)",
            Source = "X. Glorot and Y. Bengio, 2010; torch.nn.init.xavier_normal_",
            Weights = (inputs, outputs, scale) => new NormalDistribution(Math.Sqrt(2 / (inputs + outputs))),
        },
        new Initializer
        {
            Name = "he_uniform",
            Aliases = ["kaiming_uniform"],
            Formula = "uniform in ±sqrt(6 / inputs)",
            Source = "K. He et al., 2015; torch.nn.init.kaiming_uniform_",
            Weights = (inputs, outputs, scale) => Symmetric(Math.Sqrt(6 / inputs)),
        },
        new Initializer
        {
            Name = "he_normal",
            Aliases = ["kaiming_normal"],
            Formula = "normal of variance 2 / inputs",
            Source = "K. He et al., 2015; torch.nn.init.kaiming_normal_",
            Weights = (inputs, outputs, scale) => new NormalDistribution(Math.Sqrt(2 / inputs)),
        },
        new Initializer
        {
            Name = "lecun_uniform",
            Formula = "uniform in ±sqrt(3 / inputs)",
            Source = "Y. LeCun et al., 1998; keras.initializers.LecunUniform",
            Weights = (inputs, outputs, scale) => Symmetric(Math.Sqrt(3 / inputs)),
        },
        new Initializer
        {
            Name = "lecun_normal",
            Formula = "normal of variance 1 / inputs",
            Source = "Y. LeCun et al., 1998; G. Klambauer et al., 2017, for selu",
            Weights = (inputs, outputs, scale) => new NormalDistribution(Math.Sqrt(1 / inputs)),
        },
        new Initializer
        {
            Name = "torch_default",
            Aliases = ["pytorch_default"],
            Formula = "uniform in ±sqrt(1 / inputs), biases too",
            Source = "torch.nn.Linear",
            Weights = (inputs, outputs, scale) => Symmetric(Math.Sqrt(1 / inputs)),
            Biases = (inputs, outputs, scale) => Symmetric(Math.Sqrt(1 / inputs)),
        },
    ];

    private static IEnumerable<Initializer> Structured =>
    [
        new Initializer
        {
            Name = "orthogonal",
            Formula = "InitializerScale times a random orthogonal matrix: its shorter side's vectors have that length and are orthogonal",
            Source = "A. Saxe, J. McClelland and S. Ganguli, 2014; torch.nn.init.orthogonal_",
            TakesScale = true,
            Weights = (inputs, outputs, scale) => new OrthogonalStart(scale),
        },
        new Initializer
        {
            Name = "nguyen_widrow",
            Formula = "each neuron's weights in a random direction, of length b = 0.7 InitializerScale outputs^(1 / inputs); biases uniform in ±b",
            Source = "D. Nguyen and B. Widrow, 1990, for inputs from -1 to 1",
            TakesScale = true,
            Weights = (inputs, outputs, scale) => new NguyenWidrowStart(scale),
            Biases = (inputs, outputs, scale) => new NguyenWidrowStart(scale),
        },
    ];

    private static UniformDistribution Symmetric(double bound) => new(-bound, bound);
}
