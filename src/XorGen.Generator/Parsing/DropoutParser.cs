using System.Globalization;
using Microsoft.CodeAnalysis;
using XorGen.Generator.Diagnostics;
using XorGen.Generator.Model;

namespace XorGen.Generator.Parsing;

/// <summary>Reads dropout: attributes among those of the layers, or one rate for all hidden layers.</summary>
internal static class DropoutParser
{
    public const string AttributeName = "XorGen.DropoutAttribute";

    private const string Short = "Dropout";

    /// <summary>Reads [Dropout(rate)], or returns null where it drops nothing.</summary>
    public static DropoutSpec? Read(AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        double rate = arguments.GetPositional(0, 0.0);
        Check(rate, "The rate", arguments.LocationOfPositional(0), diagnostics);
        return rate == 0 ? null : new DropoutSpec(rate);
    }

    /// <summary>Reports [Dropout] where nothing says which layer it follows, or where it follows another one.</summary>
    public static void CheckPlaces(IReadOnlyList<AttributeData> attributes, bool hasHiddenOption, AttributeArguments network, DiagnosticBag diagnostics)
    {
        AttributeData? before = null;
        foreach (AttributeData attribute in attributes)
        {
            Location location = new AttributeArguments(attribute).NameLocation;
            string? reason = !IsDropout(attribute) ? null
                : hasHiddenOption ? "the hidden layers are not [Dense] attributes, among which it has a place: write those, or Dropout = ... in [Network]"
                : network.Has(Short) ? "[Network] has Dropout = ... for every hidden layer: keep one of them"
                : before is not null && IsDropout(before) ? "it follows another one: write one with 1 - (1 - a)(1 - b) in place of both"
                : null;
            if (reason is not null)
            {
                diagnostics.Report(Descriptors.DropoutMisplaced, location, reason);
            }

            before = attribute;
        }
    }

    /// <summary>Puts dropout after every hidden layer where Dropout of [Network] asks for it.</summary>
    public static List<LayerSpec> AddToAll(List<LayerSpec> hidden, AttributeArguments network, DiagnosticBag diagnostics)
    {
        double rate = network.Get(Short, 0.0);
        Check(rate, Short, network.LocationOf(Short), diagnostics);
        if (network.Has(Short) && hidden.Count == 0)
        {
            diagnostics.Report(Descriptors.OptionWithoutEffect, network.LocationOf(Short), Short, "there is no hidden layer; [Dropout(...)] drops inputs");
        }

        return rate == 0 ? hidden : [.. hidden.SelectMany(layer => layer is DenseSpec ? [layer, new DropoutSpec(rate)] : new[] { layer })];
    }

    public static bool IsDropout(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() == AttributeName;

    private static void Check(double rate, string name, Location location, DiagnosticBag diagnostics)
    {
        if (!(rate is >= 0 and < 1))
        {
            diagnostics.Report(Descriptors.OptionOutOfRange, location, name, rate.ToString(CultureInfo.InvariantCulture), "from 0 to less than 1");
        }
    }
}
