using System.Globalization;
using XorGen.Generator.Planning;

namespace XorGen.Properties;

/// <summary>A network's attribute as data: to declare the network in source text and to build the reference of it.</summary>
internal sealed record NetworkDeclaration
{
    public required int[] Sizes { get; init; }

    public string Activation { get; init; } = "tanh";

    public string OutputActivation { get; init; } = "sigmoid";

    public string? Loss { get; init; }

    public string Optimizer { get; init; } = "adam";

    public double Momentum { get; init; }

    public bool Nesterov { get; init; }

    public double WeightDecay { get; init; }

    public double BiasLearningRateScale { get; init; } = 1;

    public double GradientClipNorm { get; init; }

    public Precision Precision { get; init; } = Precision.Double;

    public Unroll Unroll { get; init; }

    public int Inputs => Sizes[0];

    public int Outputs => Sizes[^1];

    public string LossName => Loss ?? OutputActivation switch
    {
        "sigmoid" => "binary_cross_entropy",
        "softmax" => "cross_entropy",
        _ => "mse",
    };

    /// <summary>Gets whether Unroll.Full is allowed.</summary>
    public bool CanUnroll => ScalarBudget.Allows(Inputs, Sizes.Skip(1));

    /// <summary>Declares the network as the class "Tested".</summary>
    public string Source()
    {
        string hidden = string.Join(", ", Sizes[1..^1]);
        string loss = Loss is null ? string.Empty : $", Loss = \"{Loss}\"";
        string momentum = Momentum == 0 ? string.Empty : $", Momentum = {Number(Momentum)}, Nesterov = {(Nesterov ? "true" : "false")}";
        string activation = hidden.Length == 0 ? string.Empty : $", HiddenLayers = new int[] {{ {hidden} }}, Activation = \"{Activation}\"";
        return $"""
            using XorGen;

            [Network(Inputs = {Inputs}, Outputs = {Outputs}{activation}, OutputActivation = "{OutputActivation}"{loss},
                Optimizer = "{Optimizer}"{momentum}, WeightDecay = {Number(WeightDecay)},
                BiasLearningRateScale = {Number(BiasLearningRateScale)}, GradientClipNorm = {Number(GradientClipNorm)},
                Precision = Precision.{Precision}, Unroll = Unroll.{Unroll})]
            public partial class Tested;
            """;
    }

    public override string ToString() => Source();

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
