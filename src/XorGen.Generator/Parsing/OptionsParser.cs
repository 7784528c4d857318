using System.Globalization;
using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Initializers;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Diagnostics;
using XorGen.Generator.Model;

namespace XorGen.Generator.Parsing;

/// <summary>Reads the options that are numbers, names and choices.</summary>
internal static class OptionsParser
{
    /// <summary>The options of the attribute that only some optimizers heed.</summary>
    private static readonly string[] OptimizerOptions =
    [
        "Momentum", "Nesterov", "Beta1", "Beta2", "Rho", "Epsilon", "Centered", "MomentumDecay",
        "EtaMinus", "EtaPlus", "StepSizeMin", "StepSizeMax", "LearningRateDecay", "InitialAccumulatorValue",
    ];

    /// <summary>The ends of the names of the numbers in an activation's formula.</summary>
    private static readonly string[] ActivationOptions = ["Alpha", "Threshold"];

    /// <summary>The decays that every optimizer heeds whose step is made of formulas.</summary>
    private static readonly string[] DecayOptions = ["WeightDecay", "DecoupledWeightDecay", "L1", "DecayBiases"];

    /// <summary>What changes the length of a step of every such optimizer.</summary>
    private static readonly string[] StepOptions = ["BiasLearningRateScale", "GradientClipValue", "GradientClipNorm"];

    public static NumberFormat ReadPrecision(AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        int value = arguments.Get("Precision", 0);
        Require(value is 0 or 1, "Precision", value, "Precision.Single or Precision.Double", arguments, diagnostics);
        return (NumberFormat)value;
    }

    public static UnrollChoice ReadUnroll(AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        int value = arguments.Get("Unroll", 0);
        Require(value is >= 0 and <= 2, "Unroll", value, "Unroll.Auto, Unroll.Full or Unroll.None", arguments, diagnostics);
        return (UnrollChoice)value;
    }

    public static string ReadInitializer(AttributeArguments arguments, DiagnosticBag diagnostics, out double scale)
    {
        string name = NetworkParser.ReadName(arguments, "Initializer", InitializerCatalogue.All, "glorot_uniform", diagnostics);
        scale = ReadNumber("InitializerScale", 1, value => value > 0, "a positive number", NumberFormat.Double, arguments, diagnostics);
        if (arguments.Has("InitializerScale") && !InitializerCatalogue.All[name].TakesScale)
        {
            WarnWithoutEffect("InitializerScale", $"the initializer '{name}' takes no scale", arguments, diagnostics);
        }

        return name;
    }

    /// <summary>Reads the optimizer's numbers; those that its step has as constants in the network's precision must make sense in that.</summary>
    public static OptimizerSpec ReadOptimizer(NumberFormat number, AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        string name = NetworkParser.ReadName(arguments, "Optimizer", OptimizerCatalogue.All, "adam", diagnostics);
        Optimizer optimizer = OptimizerCatalogue.All[name];
        OptimizerSpec defaults = optimizer.Defaults;
        double Fraction(string option, double fallback) =>
            ReadNumber(option, fallback, value => value is >= 0 and < 1, "from 0 to less than 1", number, arguments, diagnostics);
        double NotNegative(string option, double fallback, NumberFormat format) =>
            ReadNumber(option, fallback, value => value >= 0, "a number that is not negative", format, arguments, diagnostics);
        var options = new OptimizerSpec(name)
        {
            Momentum = Fraction("Momentum", defaults.Momentum),
            Nesterov = arguments.Get("Nesterov", defaults.Nesterov),
            Beta1 = Fraction("Beta1", defaults.Beta1),
            Beta2 = Fraction("Beta2", defaults.Beta2),
            Rho = Fraction("Rho", defaults.Rho),
            Epsilon = NotNegative("Epsilon", defaults.Epsilon, number),
            Centered = arguments.Get("Centered", defaults.Centered),
            MomentumDecay = NotNegative("MomentumDecay", defaults.MomentumDecay, NumberFormat.Double),
            EtaMinus = ReadNumber("EtaMinus", defaults.EtaMinus, value => value is > 0 and < 1, "more than 0 and less than 1", number, arguments, diagnostics),
            EtaPlus = ReadNumber("EtaPlus", defaults.EtaPlus, value => value > 1, "more than 1", number, arguments, diagnostics),
            StepSizeMin = NotNegative("StepSizeMin", defaults.StepSizeMin, number),
            StepSizeMax = ReadNumber("StepSizeMax", defaults.StepSizeMax, value => value > 0, "a positive number", number, arguments, diagnostics),
            LearningRateDecay = NotNegative("LearningRateDecay", defaults.LearningRateDecay, NumberFormat.Double),
            InitialAccumulatorValue = NotNegative("InitialAccumulatorValue", defaults.InitialAccumulatorValue, number),
            WeightDecay = NotNegative("WeightDecay", defaults.WeightDecay, number),
            DecoupledWeightDecay = arguments.Get("DecoupledWeightDecay", defaults.DecoupledWeightDecay),
            L1 = NotNegative("L1", defaults.L1, number),
            DecayBiases = arguments.Get("DecayBiases", defaults.DecayBiases),
            BiasLearningRateScale = NotNegative("BiasLearningRateScale", defaults.BiasLearningRateScale, NumberFormat.Double),
            GradientClipValue = ReadClipValue(number, arguments, diagnostics),
            GradientClipNorm = NotNegative("GradientClipNorm", defaults.GradientClipNorm, NumberFormat.Double),
        };
        foreach (string option in OptimizerOptions.Except(optimizer.Options).Where(arguments.Has))
        {
            WarnWithoutEffect(option, $"the optimizer '{name}' does not use it", arguments, diagnostics);
        }

        if (optimizer.Algorithm is not null)
        {
            foreach (string option in DecayOptions.Where(arguments.Has))
            {
                WarnWithoutEffect(option, $"the optimizer '{name}' does not use it", arguments, diagnostics);
            }

            foreach (string option in StepOptions.Where(arguments.Has))
            {
                WarnWithoutEffect(option, $"the optimizer '{name}' finds the length of its steps by itself", arguments, diagnostics);
            }

            return options;
        }

        CheckCombination(options, arguments, diagnostics);
        return options;
    }

    /// <summary>Reads the loss's numbers.</summary>
    public static LossSpec ReadLossOptions(string name, NumberFormat number, AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        Loss loss = LossCatalogue.All[name];
        double delta = ReadNumber("Delta", loss.DefaultParameter ?? 1, value => value > 0, "a positive number", number, arguments, diagnostics);
        double smoothing = ReadNumber("LabelSmoothing", 0, value => value is >= 0 and < 1, "from 0 to less than 1", number, arguments, diagnostics);
        if (arguments.Has("Delta") && loss.DefaultParameter is null)
        {
            WarnWithoutEffect("Delta", $"the loss '{name}' does not use it", arguments, diagnostics);
        }

        if (arguments.Has("LabelSmoothing") && loss.SmoothedClasses is null)
        {
            WarnWithoutEffect("LabelSmoothing", $"the loss '{name}' does not use it", arguments, diagnostics);
        }

        return new LossSpec(name, loss.DefaultParameter is null ? 0 : delta, loss.SmoothedClasses is null ? 0 : smoothing);
    }

    /// <summary>
    /// Reads the numbers in an activation's formula, whose names begin with "Activation" or "OutputActivation"; where they are not
    /// given they are those of an outer specification of the same activation, or the defaults.
    /// </summary>
    public static ActivationSpec ReadActivationOptions(
        string name, string prefix, ActivationSpec? outer, NumberFormat number, AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        Activation activation = ActivationCatalogue.All[name];
        ActivationParameters defaults = outer is null ? activation.DefaultParameters : new(outer.Alpha, outer.Threshold);
        return new ActivationSpec(
            name,
            Read("Alpha", activation.Alpha, defaults.Alpha),
            Read("Threshold", activation.Threshold, defaults.Threshold));

        double Read(string suffix, ActivationOption? option, double fallback)
        {
            string argument = prefix + suffix;
            if (option is not null)
            {
                return ReadNumber(argument, fallback, option.IsValid, option.Expected, number, arguments, diagnostics);
            }

            if (arguments.Has(argument))
            {
                WarnWithoutEffect(argument, $"the activation '{name}' does not use it", arguments, diagnostics);
            }

            return 0;
        }
    }

    /// <summary>Warns of the numbers in an activation's formula, which a method of the user's does not have.</summary>
    public static void WarnOfActivationOptions(string method, string prefix, AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        foreach (string option in ActivationOptions.Select(suffix => prefix + suffix).Where(arguments.Has))
        {
            WarnWithoutEffect(option, $"the activation is the method '{method}'", arguments, diagnostics);
        }
    }

    private static void CheckCombination(OptimizerSpec options, AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        if (options is { Name: "sgd", Nesterov: true, Momentum: 0 })
        {
            diagnostics.Report(
                Descriptors.OptionOutOfRange, arguments.LocationOf("Nesterov"), "Nesterov", "true", "false where Momentum is 0: give Momentum a value");
        }

        if (options.StepSizeMin > options.StepSizeMax)
        {
            // The one that is not given has its default.
            (string name, double value, string limit) = arguments.Has("StepSizeMin")
                ? ("StepSizeMin", options.StepSizeMin, $"at most StepSizeMax, which is {options.StepSizeMax}")
                : ("StepSizeMax", options.StepSizeMax, $"at least StepSizeMin, which is {options.StepSizeMin}");
            Require(false, name, value, limit, arguments, diagnostics);
        }

        if (arguments.Has("DecoupledWeightDecay") && options.WeightDecay == 0)
        {
            WarnWithoutEffect("DecoupledWeightDecay", "WeightDecay is 0", arguments, diagnostics);
        }

        if (arguments.Has("DecayBiases") && options is { WeightDecay: 0, L1: 0 })
        {
            WarnWithoutEffect("DecayBiases", "WeightDecay and L1 are 0", arguments, diagnostics);
        }
    }

    /// <summary>Zero is no clipping, so a number that single precision rounds to zero is none that could be meant.</summary>
    private static double ReadClipValue(NumberFormat number, AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        bool clips = arguments.Get("GradientClipValue", 0.0) != 0;
        return ReadNumber(
            "GradientClipValue", 0, value => clips ? value > 0 : value >= 0, "a number that is not negative, where 0 is no clipping", number, arguments, diagnostics);
    }

    /// <summary>Reads a number, which must be valid as it is and in the format to which the generated text rounds it.</summary>
    private static double ReadNumber(
        string name, double fallback, Predicate<double> isValid, string expected, NumberFormat number, AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        double value = arguments.Get(name, fallback);
        double rounded = number.Round(value);
        if (IsValid(value) && !IsValid(rounded))
        {
            diagnostics.Report(
                Descriptors.OptionOutOfRange, arguments.LocationOf(name), name, $"{value}, which is {rounded} in single precision", expected);
        }

        Require(IsValid(value), name, value, expected, arguments, diagnostics);
        return value;

        bool IsValid(double candidate) => isValid(candidate) && !double.IsInfinity(candidate) && !double.IsNaN(candidate);
    }

    private static void Require(
        bool isValid, string name, IFormattable value, string expected, AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        if (!isValid)
        {
            diagnostics.Report(
                Descriptors.OptionOutOfRange, arguments.LocationOf(name), name, value.ToString(null, CultureInfo.InvariantCulture), expected);
        }
    }

    private static void WarnWithoutEffect(string name, string reason, AttributeArguments arguments, DiagnosticBag diagnostics) =>
        diagnostics.Report(Descriptors.OptionWithoutEffect, arguments.LocationOf(name), name, reason);
}
