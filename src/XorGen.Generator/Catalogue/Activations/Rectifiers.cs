using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Activations;

/// <summary>The identity and what is piecewise linear.</summary>
internal static class Rectifiers
{
    public static IEnumerable<Activation> Entries =>
    [
        new ElementwiseActivation
        {
            Name = "linear",
            Aliases = ["identity", "none"],
            Formula = "z",
            Source = "torch.nn.Identity",
            OnnxOperator = "Identity",
            Function = (z, p) => z,
            Slope = (z, a, p) => 1,
        },
        new ElementwiseActivation
        {
            // In this order a NaN stays one.
            Name = "relu",
            Formula = "max(0, z)",
            Source = "V. Nair and G. Hinton, 2010; torch.nn.ReLU",
            Values = p => OutputRange.From(0),
            OnnxOperator = "Relu",
            Function = (z, p) => Max(0, z),
            Slope = (z, a, p) => SelectGreater(a, 0, 1, 0),
        },
        new ElementwiseActivation
        {
            Name = "leaky_relu",
            NamesElsewhere = ["RReLU", "lrelu"],
            Formula = "z > 0 ? z : alpha z",
            Source = "A. Maas, A. Hannun and A. Ng, 2013; torch.nn.LeakyReLU",
            Values = p => p.Alpha > 0 ? OutputRange.All : OutputRange.From(0),
            OnnxOperator = "LeakyRelu",
            Alpha = new(0.01, "the slope below zero"),
            Function = (z, p) => SelectGreater(z, 0, z, p.Alpha * z),

            // With a negative slope a is positive on both sides.
            Slope = (z, a, p) => SelectGreater(p.Alpha < 0 ? z : a, 0, 1, p.Alpha),
        },
        new ElementwiseActivation
        {
            Name = "prelu",
            Formula = "z > 0 ? z : alpha z, alpha learned",
            Source = "K. He et al., 2015; torch.nn.PReLU(num_parameters=1)",
            OnnxOperator = "PRelu",
            Alpha = new(0.25, "the slope below zero that a layer starts from"),
            Function = (z, p) => SelectGreater(z, 0, z, p.Learned * z),
            Slope = (z, a, p) => SelectGreater(z, 0, 1, p.Learned),
            SlopeByAlpha = (z, p) => SelectGreater(z, 0, 0, z),
        },
        new ElementwiseActivation
        {
            Name = "relu6",
            Formula = "min(max(0, z), 6)",
            Source = "A. Krizhevsky, 2010; torch.nn.ReLU6",
            Values = p => new(0, 6),
            Function = (z, p) => Min(6, Max(0, z)),
            Slope = (z, a, p) => SelectGreater(a, 0, SelectGreater(6, a, 1, 0), 0),
        },
        new ElementwiseActivation
        {
            Name = "threshold",
            Formula = "z > threshold ? z : alpha",
            Source = "torch.nn.Threshold",
            Values = p => OutputRange.From(System.Math.Min(p.Alpha, p.Threshold)),
            Alpha = new(0, "the value up to the threshold"),
            Threshold = new(0, "where the line begins"),
            Function = (z, p) => SelectNotGreater(z, p.Threshold, p.Alpha, z),
            Slope = (z, a, p) => SelectGreater(z, p.Threshold, 1, 0),
        },
        new ElementwiseActivation
        {
            Name = "hard_tanh",
            Aliases = ["hardtanh"],
            Formula = "min(max(-alpha, z), alpha)",
            Source = "R. Collobert, 2004; torch.nn.Hardtanh",
            Values = p => new(-p.Alpha, p.Alpha),
            Alpha = ActivationOption.Positive(1, "the largest magnitude"),
            Function = (z, p) => Min(p.Alpha, Max(-p.Alpha, z)),
            Slope = (z, a, p) => SelectGreater(p.Alpha, Abs(a), 1, 0),
        },
        new ElementwiseActivation
        {
            // z / 6 + 1 / 2, cut off at 0 and 1. The slope is PyTorch's, which rounds 1 / 6 to single precision in either.
            Name = "hard_sigmoid",
            Aliases = ["hardsigmoid"],
            Formula = "min(max(0, z + 3), 6) / 6",
            Source = "M. Courbariaux, Y. Bengio and J.-P. David, 2015; torch.nn.Hardsigmoid",
            Values = p => new(0, 1),
            Function = (z, p) => Min(6, Max(0, z + 3)) / 6,
            Slope = (z, a, p) => SelectGreater(a, 0, SelectGreater(1, a, 1f / 6f, 0), 0),
        },
        new ElementwiseActivation
        {
            Name = "hard_swish",
            Aliases = ["hardswish", "hard_silu", "hardsilu"],
            Formula = "z min(max(0, z + 3), 6) / 6",
            Source = "A. Howard et al., 2019; torch.nn.Hardswish",
            Values = p => OutputRange.From(-0.375),
            OnnxOperator = "HardSwish",
            Function = (z, p) => z * Min(6, Max(0, z + 3)) / 6,
            Slope = (z, a, p) => SelectGreater(z, -3, SelectGreater(3, z, FusedMultiplyAdd(z, 1.0 / 3, 0.5), 1), 0),
        },
    ];
}
