using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Catalogue.Activations;

/// <summary>The activation functions.</summary>
internal static class ActivationCatalogue
{
    public static Catalogue<Activation> All { get; } = new(
        "activation",
        new ElementwiseActivation
        {
            Name = "linear",
            Aliases = ["identity", "none"],
            Formula = "z",
            OnnxOperator = "Identity",
            Forward = z => z,
            Derivative = (z, a) => 1,
        },
        new ElementwiseActivation
        {
            Name = "sigmoid",
            Aliases = ["logistic"],
            Formula = "1 / (1 + exp(-z))",
            OnnxOperator = "Sigmoid",
            DefaultLoss = "binary_cross_entropy",
            Forward = Sigmoid,
            Derivative = (z, a) => FusedMultiplyAdd(-a, a, a),
        },
        new ElementwiseActivation
        {
            Name = "tanh",
            Formula = "tanh(z)",
            OnnxOperator = "Tanh",
            Forward = Tanh,
            Derivative = (z, a) => FusedMultiplyAdd(-a, a, 1),
        },
        new ElementwiseActivation
        {
            // In this order a NaN stays one.
            Name = "relu",
            Formula = "max(0, z)",
            OnnxOperator = "Relu",
            Forward = z => Max(0, z),
            Derivative = (z, a) => SelectGreater(a, 0, 1, 0),
        },
        new SoftmaxActivation
        {
            Name = "softmax",
            Formula = "exp(z_j) / sum_k exp(z_k)",
            OnnxOperator = "Softmax",
            DefaultLoss = "cross_entropy",
        });
}
