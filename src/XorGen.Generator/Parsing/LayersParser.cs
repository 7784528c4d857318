using Microsoft.CodeAnalysis;
using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Diagnostics;
using XorGen.Generator.Model;

namespace XorGen.Generator.Parsing;

/// <summary>Reads the sizes and layers of a network.</summary>
internal static class LayersParser
{
    private const int MaximumSize = 65_536;
    private const int MaximumParameters = 1 << 24;
    internal const string DenseAttributeName = "XorGen.DenseAttribute";

    /// <summary>Reads the layers, the output last. An empty array when sizes are missing or wrong.</summary>
    public static EquatableArray<LayerSpec> Read(
        INamedTypeSymbol symbol, AttributeArguments arguments, ActivationParser activations, DiagnosticBag diagnostics, out int inputs, out int outputs)
    {
        inputs = ReadRequiredSize("Inputs", symbol, arguments, diagnostics);
        outputs = ReadRequiredSize("Outputs", symbol, arguments, diagnostics);
        ActivationSpec activation = activations.ReadHidden(arguments, null);
        ActivationSpec outputActivation = activations.ReadOutput(arguments);
        List<LayerSpec>? hidden = ReadHiddenLayers(symbol, arguments, activations, activation, diagnostics);
        if (hidden is not null)
        {
            hidden = DropoutParser.AddToAll(hidden, arguments, diagnostics);
        }

        if (inputs == 0 || outputs == 0 || hidden is null)
        {
            return new();
        }

        LayerSpec[] layers = [.. hidden, new DenseSpec(outputs, outputActivation)];
        long parameters = CountParameters(inputs, layers);
        if (parameters > MaximumParameters)
        {
            diagnostics.Report(
                Descriptors.SizeOutOfRange, arguments.NameLocation, "The number of parameters", $"{parameters}", $"{MaximumParameters}");
        }

        if (!hidden.OfType<DenseSpec>().Any())
        {
            WarnOfHiddenOptions(activation, arguments, diagnostics);
        }

        return new(layers);
    }

    /// <summary>Warns of options of hidden layers where there are none.</summary>
    private static void WarnOfHiddenOptions(ActivationSpec activation, AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        foreach (string name in Options(activation).Where(arguments.Has))
        {
            diagnostics.Report(
                Descriptors.OptionWithoutEffect, arguments.LocationOf(name), name, $"there is no hidden layer; Output{name} is that of the output");
        }
    }

    /// <summary>Warns of options of all hidden layers that each [Dense] overrides.</summary>
    /// <param name="heirs">The arguments of those whose activation is that of the network.</param>
    /// <param name="activation">That activation.</param>
    /// <param name="network">The arguments of [Network].</param>
    /// <param name="diagnostics">Takes the warnings.</param>
    private static void WarnOfUnusedOptions(
        List<AttributeArguments> heirs, ActivationSpec activation, AttributeArguments network, DiagnosticBag diagnostics)
    {
        foreach (string name in Options(activation).Where(network.Has))
        {
            if (name == "Activation" ? heirs.Count == 0 : heirs.TrueForAll(dense => dense.Has(name)))
            {
                string reason = name == "Activation" || heirs.Count > 0 ? "every [Dense] has its own" : $"no [Dense] has the activation '{activation.Name}'";
                diagnostics.Report(Descriptors.OptionWithoutEffect, network.LocationOf(name), name, reason);
            }
        }
    }

    /// <summary>The options of an activation that it heeds: of the others a warning has been given.</summary>
    private static IEnumerable<string> Options(ActivationSpec activation)
    {
        Activation entry = ActivationCatalogue.Of(activation);
        return new[] { "Activation", entry.Alpha is null ? null : "ActivationAlpha", entry.Threshold is null ? null : "ActivationThreshold" }.OfType<string>();
    }

    private static List<LayerSpec>? ReadHiddenLayers(
        INamedTypeSymbol symbol, AttributeArguments arguments, ActivationParser activations, ActivationSpec activation, DiagnosticBag diagnostics)
    {
        AttributeData[] attributes = [.. symbol.GetAttributes()
            .Where(attribute => IsDense(attribute) || DropoutParser.IsDropout(attribute))
            .OrderBy(attribute => attribute.ApplicationSyntaxReference?.Span.Start)];
        if (!AreOnOnePart(symbol, attributes, arguments, diagnostics))
        {
            return null;
        }

        bool hasDense = attributes.Any(IsDense);
        int[]? several = arguments.GetIntegers("HiddenLayers");
        DropoutParser.CheckPlaces(attributes, !hasDense && (arguments.Has("Hidden") || several is not null), arguments, diagnostics);
        if (arguments.Has("Hidden") && several is not null)
        {
            diagnostics.Report(Descriptors.HiddenLayersTwice, arguments.LocationOf("HiddenLayers"), "Hidden", "HiddenLayers");
            return null;
        }

        if (hasDense && (arguments.Has("Hidden") || several is not null))
        {
            string argument = several is null ? "Hidden" : "HiddenLayers";
            diagnostics.Report(Descriptors.HiddenLayersTwice, arguments.LocationOf(argument), argument, "[Dense]");
            return null;
        }

        if (hasDense || (attributes.Length > 0 && !arguments.Has("Hidden") && several is null))
        {
            return ReadAttributes(attributes, arguments, activations, activation, diagnostics);
        }

        if (several is not null)
        {
            bool[] valid = [.. several.Select((size, i) =>
                IsSize(size, $"HiddenLayers[{i}]", arguments.LocationOfElement("HiddenLayers", i), diagnostics))];
            return valid.All(v => v) ? [.. several.Select(size => new DenseSpec(size, activation))] : null;
        }

        if (!arguments.Has("Hidden"))
        {
            return [];
        }

        int single = arguments.Get("Hidden", 0);
        return IsSize(single, "Hidden", arguments.LocationOf("Hidden"), diagnostics) ? [new DenseSpec(single, activation)] : null;
    }

    /// <summary>Reports layers that are not on the part of the others, which is that of [Network] where any are on it.</summary>
    private static bool AreOnOnePart(INamedTypeSymbol symbol, AttributeData[] attributes, AttributeArguments network, DiagnosticBag diagnostics)
    {
        AttributeArguments[] layers = [.. attributes.Select(attribute => new AttributeArguments(attribute))];
        AttributeArguments[] elsewhere = [.. layers.Where(layer => layer.Part != network.Part)];
        if (elsewhere.Length == layers.Length)
        {
            elsewhere = [.. layers.Where(layer => layer.Part != layers[0].Part)];
        }

        foreach (AttributeArguments layer in elsewhere)
        {
            diagnostics.Report(Descriptors.LayersOnSeveralParts, layer.NameLocation, symbol.Name);
        }

        return elsewhere.Length == 0;
    }

    private static bool IsDense(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() == DenseAttributeName;

    private static List<LayerSpec>? ReadAttributes(
        AttributeData[] attributes, AttributeArguments network, ActivationParser activations, ActivationSpec activation, DiagnosticBag diagnostics)
    {
        var layers = new List<LayerSpec>();
        var heirs = new List<AttributeArguments>();
        bool valid = true;
        foreach (AttributeData attribute in attributes)
        {
            var arguments = new AttributeArguments(attribute);
            if (arguments.HasErrors)
            {
                return null;
            }

            if (DropoutParser.IsDropout(attribute))
            {
                if (DropoutParser.Read(arguments, diagnostics) is { } dropout)
                {
                    layers.Add(dropout);
                }

                continue;
            }

            int neurons = arguments.GetPositional(0, 0);
            valid &= IsSize(neurons, "The number of neurons", arguments.LocationOfPositional(0), diagnostics);
            ActivationSpec own = activations.ReadHidden(arguments, activation);
            layers.Add(new DenseSpec(neurons, own));
            if (own.Name == activation.Name)
            {
                heirs.Add(arguments);
            }
        }

        if (layers.OfType<DenseSpec>().Any() && !diagnostics.HasErrors)
        {
            WarnOfUnusedOptions(heirs, activation, network, diagnostics);
        }

        return valid ? layers : null;
    }

    /// <summary>Returns the size, or 0 after reporting what is wrong with it.</summary>
    private static int ReadRequiredSize(string name, INamedTypeSymbol symbol, AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        if (!arguments.Has(name))
        {
            diagnostics.Report(Descriptors.SizeMissing, arguments.NameLocation, symbol.Name, name);
            return 0;
        }

        int size = arguments.Get(name, 0);
        return IsSize(size, name, arguments.LocationOf(name), diagnostics) ? size : 0;
    }

    private static bool IsSize(int size, string name, Location location, DiagnosticBag diagnostics)
    {
        if (size is >= 1 and <= MaximumSize)
        {
            return true;
        }

        diagnostics.Report(Descriptors.SizeOutOfRange, location, name, $"{size}", $"{MaximumSize}");
        return false;
    }

    public static long CountParameters(int inputs, IEnumerable<LayerSpec> layers)
    {
        long count = 0;
        long previous = inputs;
        foreach (DenseSpec layer in layers.OfType<DenseSpec>())
        {
            bool isLearned = ActivationCatalogue.Of(layer.Activation) is ElementwiseActivation { SlopeByAlpha: not null };
            count += ((previous + 1) * layer.Neurons) + (isLearned ? 1 : 0);
            previous = layer.Neurons;
        }

        return count;
    }
}
