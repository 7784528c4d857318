using XorGen.Generator.Expressions;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Activations;

/// <summary>Functions that squash the line into an interval.</summary>
internal static class SquashingFunctions
{
    public static IEnumerable<Activation> Entries =>
    [
        new ElementwiseActivation
        {
            Name = "sigmoid",
            Aliases = ["logistic"],
            NamesElsewhere = ["sparse_sigmoid"],
            Formula = "1 / (1 + exp(-z))",
            Source = "torch.nn.Sigmoid",
            Values = p => new(0, 1),
            OnnxOperator = "Sigmoid",
            DefaultLoss = "binary_cross_entropy",
            Function = (z, p) => Sigmoid(z),
            Slope = (z, a, p) => FusedMultiplyAdd(-a, a, a),
        },
        new ElementwiseActivation
        {
            Name = "tanh",
            Formula = "tanh(z)",
            Source = "torch.nn.Tanh",
            Values = p => new(-1, 1),
            OnnxOperator = "Tanh",
            Function = (z, p) => Tanh(z),
            Slope = (z, a, p) => FusedMultiplyAdd(-a, a, 1),
        },
        new ElementwiseActivation
        {
            // f' = 1 - exp(a) = sigmoid(-z).
            Name = "log_sigmoid",
            Aliases = ["logsigmoid"],
            Formula = "log(1 / (1 + exp(-z)))",
            Source = "torch.nn.LogSigmoid",
            Values = p => new(double.NegativeInfinity, 0),
            Function = (z, p) => -Softplus(-z),
            Slope = (z, a, p) => -Expm1(a),
        },
        new ElementwiseActivation
        {
            // f' = 1 / (1 + |z|)^2 = (1 - |a|)^2.
            Name = "softsign",
            Aliases = ["elliot_symmetric"],
            Formula = "z / (1 + |z|)",
            Source = "J. Turian, J. Bergstra and Y. Bengio, 2009; torch.nn.Softsign",
            Values = p => new(-1, 1),
            OnnxOperator = "Softsign",
            Function = (z, p) => z / (Abs(z) + 1),
            Slope = (z, a, p) => (1 - Abs(a)) * (1 - Abs(a)),
        },
        new ElementwiseActivation
        {
            // f' = 1 / (2 (1 + |z|)^2), and |2 a - 1| = |z| / (1 + |z|).
            Name = "elliot",
            Formula = "z / (2 (1 + |z|)) + 1 / 2",
            Source = "D. Elliott, 1993; FANN's FANN_ELLIOT",
            Values = p => new(0, 1),
            Function = (z, p) => FusedMultiplyAdd(z / (Abs(z) + 1), 0.5, 0.5),
            Slope = (z, a, p) => (1 - Softsign(a)) * (1 - Softsign(a)) * 0.5,
        },
        new ElementwiseActivation
        {
            Name = "arctan",
            Aliases = ["atan"],
            Formula = "atan(z)",
            Source = "torch.atan",
            Values = p => new(-System.Math.PI / 2, System.Math.PI / 2),
            OnnxOperator = "Atan",
            Function = (z, p) => Atan(z),
            Slope = (z, a, p) => 1 / FusedMultiplyAdd(z, z, 1),
        },
    ];

    private static Expression Softsign(Expression elliot) => Abs(FusedMultiplyAdd(elliot, 2, -1));
}
