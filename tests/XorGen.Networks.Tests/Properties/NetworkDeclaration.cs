using System.Globalization;
using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Planning;

namespace XorGen.Properties;

/// <summary>A network's attribute as data: to declare the network in source text and to build the reference of it.</summary>
internal sealed record NetworkDeclaration
{
    public required int[] Sizes { get; init; }

    public string Activation { get; init; } = "tanh";

    public double? ActivationAlpha { get; init; }

    public double? ActivationThreshold { get; init; }

    public string OutputActivation { get; init; } = "sigmoid";

    public string? Loss { get; init; }

    public double? Delta { get; init; }

    public double LabelSmoothing { get; init; }

    public string Optimizer { get; init; } = "adam";

    public double Momentum { get; init; }

    public bool Nesterov { get; init; }

    public double? Rho { get; init; }

    public bool Centered { get; init; }

    public double? MomentumDecay { get; init; }

    public double? EtaMinus { get; init; }

    public double? EtaPlus { get; init; }

    public double? StepSizeMin { get; init; }

    public double? StepSizeMax { get; init; }

    public double LearningRateDecay { get; init; }

    public double InitialAccumulatorValue { get; init; }

    public double? WeightDecay { get; init; }

    public bool? DecoupledWeightDecay { get; init; }

    public double L1 { get; init; }

    public bool DecayBiases { get; init; } = true;

    public double BiasLearningRateScale { get; init; } = 1;

    public double GradientClipValue { get; init; }

    public double GradientClipNorm { get; init; }

    public string? Initializer { get; init; }

    /// <summary>Gets the rate of dropout after every hidden layer.</summary>
    public double Dropout { get; init; }

    /// <summary>Gets the rate of dropout of the inputs.</summary>
    public double InputDropout { get; init; }

    public Precision Precision { get; init; } = Precision.Double;

    public Unroll Unroll { get; init; }

    public int Inputs => Sizes[0];

    public int Outputs => Sizes[^1];

    /// <summary>Gets the number of targets of a row.</summary>
    public int Targets => Outputs / LossCatalogue.All[LossName].OutputsPerTarget;

    public string LossName => Loss ?? ActivationCatalogue.All[OutputActivation].DefaultLoss;

    /// <summary>Gets the number in the loss's formula.</summary>
    public double DeltaOrDefault => Delta ?? LossCatalogue.All[LossName].DefaultParameter ?? 0;

    public double WeightDecayOrDefault => WeightDecay ?? (Optimizer == "adamw" ? 0.01 : 0);

    public bool DecoupledOrDefault => DecoupledWeightDecay ?? Optimizer is "adamw" or "lion";

    /// <summary>Gets whether training drops values.</summary>
    public bool Drops => InputDropout > 0 || (Dropout > 0 && Sizes.Length > 2);

    /// <summary>Gets whether Unroll.Full is allowed.</summary>
    public bool CanUnroll => UnrolledBudget.Allows(Inputs, Sizes.Skip(1));

    /// <summary>Returns a layer's activation with its numbers.</summary>
    public Activation ActivationOf(bool isOutput)
    {
        Activation activation = ActivationCatalogue.All[isOutput ? OutputActivation : Activation];
        ActivationParameters defaults = activation.DefaultParameters;
        return activation.With(isOutput ? defaults : new(ActivationAlpha ?? defaults.Alpha, ActivationThreshold ?? defaults.Threshold));
    }

    /// <summary>Declares the network as the class "Tested".</summary>
    public string Source() =>
        $"""
        using XorGen;

        [Network({string.Join(", ", Arguments())})]
        {string.Concat(Layers())}
        public partial class Tested;
        """;

    public override string ToString() => Source();

    private IEnumerable<string> Arguments()
    {
        yield return $"Inputs = {Inputs}, Outputs = {Outputs}, Precision = Precision.{Precision}, Unroll = Unroll.{Unroll}";
        if (Sizes.Length > 2 && InputDropout == 0)
        {
            yield return $"HiddenLayers = new int[] {{ {string.Join(", ", Sizes[1..^1])} }}, Activation = \"{Activation}\"";
        }

        (string Name, object? Value, object? Default)[] options =
        [
            ("Activation", Sizes.Length > 2 && InputDropout > 0 ? Activation : null, null),
            ("Dropout", Sizes.Length > 2 && InputDropout == 0 ? Dropout : 0.0, 0.0),
            ("ActivationAlpha", Sizes.Length > 2 ? ActivationAlpha : null, null),
            ("ActivationThreshold", Sizes.Length > 2 ? ActivationThreshold : null, null),
            ("OutputActivation", OutputActivation, null),
            ("Loss", Loss, null),
            ("Delta", Delta, null),
            ("LabelSmoothing", LabelSmoothing, 0.0),
            ("Optimizer", Optimizer, null),
            ("Momentum", Momentum, 0.0),
            ("Nesterov", Nesterov, false),
            ("Rho", Rho, null),
            ("Centered", Centered, false),
            ("MomentumDecay", MomentumDecay, null),
            ("EtaMinus", EtaMinus, null),
            ("EtaPlus", EtaPlus, null),
            ("StepSizeMin", StepSizeMin, null),
            ("StepSizeMax", StepSizeMax, null),
            ("LearningRateDecay", LearningRateDecay, 0.0),
            ("InitialAccumulatorValue", InitialAccumulatorValue, 0.0),
            ("WeightDecay", WeightDecay, null),
            ("DecoupledWeightDecay", DecoupledWeightDecay, null),
            ("L1", L1, 0.0),
            ("DecayBiases", DecayBiases, true),
            ("BiasLearningRateScale", BiasLearningRateScale, 1.0),
            ("GradientClipValue", GradientClipValue, 0.0),
            ("GradientClipNorm", GradientClipNorm, 0.0),
            ("Initializer", Initializer, null),
        ];
        foreach ((string name, object? value, object? omitted) in options)
        {
            if (!Equals(value, omitted))
            {
                yield return $"{name} = {Literal(value!)}";
            }
        }
    }

    /// <summary>The layers as attributes, where dropout of the inputs comes before them.</summary>
    private IEnumerable<string> Layers()
    {
        if (InputDropout == 0)
        {
            yield break;
        }

        yield return $"[Dropout({Literal(InputDropout)})]";
        foreach (int neurons in Sizes[1..^1])
        {
            yield return $"[Dense({neurons})]{(Dropout > 0 ? $"[Dropout({Literal(Dropout)})]" : string.Empty)}";
        }
    }

    private static string Literal(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => $"\"{value}\"",
    };
}
