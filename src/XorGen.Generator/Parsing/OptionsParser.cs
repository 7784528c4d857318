using System.Globalization;
using XorGen.Generator.Catalogue.Initializers;
using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Diagnostics;
using XorGen.Generator.Model;

namespace XorGen.Generator.Parsing;

/// <summary>Reads the options that are numbers, names and choices.</summary>
internal static class OptionsParser
{
    /// <summary>The options of the attribute that only some optimizers heed.</summary>
    private static readonly string[] OptimizerOptions = ["Momentum", "Nesterov", "Beta1", "Beta2", "Epsilon", "WeightDecay"];

    /// <summary>The options that every optimizer heeds whose step is made of formulas.</summary>
    private static readonly string[] StepOptions = ["BiasLearningRateScale", "GradientClipNorm"];

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
        scale = ReadNumber("InitializerScale", 1, value => value > 0, "a positive number", arguments, diagnostics);
        if (arguments.Has("InitializerScale") && !InitializerCatalogue.All[name].TakesScale)
        {
            WarnWithoutEffect("InitializerScale", $"the initializer '{name}' takes no scale", arguments, diagnostics);
        }

        return name;
    }

    public static OptimizerSpec ReadOptimizer(AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        string name = NetworkParser.ReadName(arguments, "Optimizer", OptimizerCatalogue.All, "adam", diagnostics);
        const string NotNegative = "a number that is not negative";
        const string Fraction = "from 0 to less than 1";
        var options = new OptimizerSpec(
            name,
            ReadNumber("Momentum", 0, IsFraction, Fraction, arguments, diagnostics),
            arguments.Get("Nesterov", false),
            ReadNumber("Beta1", 0.9, IsFraction, Fraction, arguments, diagnostics),
            ReadNumber("Beta2", 0.999, IsFraction, Fraction, arguments, diagnostics),
            ReadNumber("Epsilon", 1e-8, IsNotNegative, NotNegative, arguments, diagnostics),
            ReadNumber("WeightDecay", 0, IsNotNegative, NotNegative, arguments, diagnostics),
            ReadNumber("BiasLearningRateScale", 1, IsNotNegative, NotNegative, arguments, diagnostics),
            ReadNumber("GradientClipNorm", 0, IsNotNegative, NotNegative, arguments, diagnostics));
        foreach (string option in OptimizerOptions.Except(OptimizerCatalogue.All[name].Options).Where(arguments.Has))
        {
            WarnWithoutEffect(option, $"the optimizer '{name}' does not use it", arguments, diagnostics);
        }

        if (OptimizerCatalogue.All[name].Algorithm is not null)
        {
            foreach (string option in StepOptions.Where(arguments.Has))
            {
                WarnWithoutEffect(option, $"the optimizer '{name}' finds the length of its steps by itself", arguments, diagnostics);
            }
        }

        if (name == "sgd" && options is { Nesterov: true, Momentum: 0 })
        {
            diagnostics.Report(
                Descriptors.OptionOutOfRange, arguments.LocationOf("Nesterov"), "Nesterov", "true", "false where Momentum is 0: give Momentum a value");
        }

        return options;
    }

    private static bool IsFraction(double value) => value is >= 0 and < 1;

    private static bool IsNotNegative(double value) => value >= 0;

    private static double ReadNumber(
        string name, double fallback, Predicate<double> isValid, string expected, AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        double value = arguments.Get(name, fallback);
        Require(isValid(value) && !double.IsInfinity(value), name, value, expected, arguments, diagnostics);
        return value;
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
