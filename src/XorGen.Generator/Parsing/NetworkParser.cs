using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using XorGen.Generator.Catalogue;
using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Initializers;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Catalogue.Optimizers;
using XorGen.Generator.Diagnostics;
using XorGen.Generator.Model;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Parsing;

/// <summary>Reads a declaration with [Network] into a specification, or says what is wrong with it.</summary>
internal static class NetworkParser
{
    private const LanguageVersion LowestLanguageVersion = LanguageVersion.CSharp11;

    public static ParseResult Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var symbol = (INamedTypeSymbol)context.TargetSymbol;
        AttributeData attribute = symbol.GetAttributes()
            .First(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, context.Attributes[0].AttributeClass));
        if (attribute.ApplicationSyntaxReference is not { } reference
            || reference.SyntaxTree != context.TargetNode.SyntaxTree
            || !context.TargetNode.Span.Contains(reference.Span))
        {
            // An earlier part of the same type carries the attribute too: the compiler reports it, and that part is read.
            return new ParseResult(null, new());
        }

        var diagnostics = new DiagnosticBag();
        NetworkSpec? spec = null;
        try
        {
            spec = Read(symbol, attribute, (TypeDeclarationSyntax)context.TargetNode, context.SemanticModel.Compilation, diagnostics, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            diagnostics.Report(Descriptors.InternalError, new AttributeArguments(attribute).NameLocation, symbol.Name, Failure.Describe(exception));
        }

        return new ParseResult(diagnostics.HasErrors ? null : spec, diagnostics.ToArray());
    }

    private static NetworkSpec? Read(
        INamedTypeSymbol symbol,
        AttributeData attribute,
        TypeDeclarationSyntax declaration,
        Compilation compilation,
        DiagnosticBag diagnostics,
        CancellationToken cancellation)
    {
        var arguments = new AttributeArguments(attribute);
        if (arguments.HasErrors)
        {
            return null;
        }

        LanguageVersion version = ((CSharpCompilation)compilation).LanguageVersion;
        if (version < LowestLanguageVersion)
        {
            diagnostics.Report(Descriptors.LanguageVersion, arguments.NameLocation, symbol.Name, version.ToDisplayString());
            return null;
        }

        if (!RuntimeReference.Check(attribute.AttributeClass, symbol, compilation, arguments.NameLocation, diagnostics))
        {
            return null;
        }

        TypeSpec? type = TypeParser.Read(symbol, declaration, diagnostics, cancellation);
        NumberFormat number = OptionsParser.ReadPrecision(arguments, diagnostics);
        UnrollChoice unroll = OptionsParser.ReadUnroll(arguments, diagnostics);
        var activations = new ActivationParser(symbol, number, compilation, diagnostics, cancellation);
        EquatableArray<LayerSpec> layers = LayersParser.Read(symbol, arguments, activations, diagnostics, out int inputs, out int outputs);
        Activation outputActivation = layers.Count == 0 ? ActivationCatalogue.All["linear"] : ActivationCatalogue.Of(((DenseSpec)layers[layers.Count - 1]).Activation);
        LossSpec loss = ReadLoss(arguments, outputActivation, outputs, number, diagnostics);
        OptimizerSpec optimizer = OptionsParser.ReadOptimizer(number, arguments, diagnostics);
        string initializer = OptionsParser.ReadInitializer(arguments, diagnostics, out double scale);
        if (diagnostics.HasErrors || type is null || layers.Count == 0)
        {
            return null;
        }

        var spec = new NetworkSpec(
            type, inputs, outputs, layers, loss, optimizer, initializer, scale, number, arguments.Get("Seed", 0), unroll);
        CheckSize(spec, arguments, declaration, diagnostics);
        CheckOptimizer(spec, arguments, diagnostics);
        CheckInitializer(spec, arguments, diagnostics);
        MemberParser.CheckCollisions(spec, symbol, declaration, compilation, diagnostics);
        return spec;
    }

    /// <summary>Reads a name and resolves its aliases; reports an unknown one and returns the fallback.</summary>
    internal static string ReadName<TEntry>(
        AttributeArguments arguments, string argument, Catalogue<TEntry> catalogue, string fallback, DiagnosticBag diagnostics)
        where TEntry : CatalogueEntry
    {
        string name = arguments.Get(argument, fallback);
        if (catalogue.Find(name) is { } entry)
        {
            return entry.Name;
        }

        string nearest = string.Join(", ", catalogue.Nearest(name).Select(known => $"'{known}'"));
        diagnostics.Report(Descriptors.UnknownName, arguments.LocationOf(argument), catalogue.Kind, name, nearest);
        return fallback;
    }

    private static LossSpec ReadLoss(AttributeArguments arguments, Activation outputActivation, int outputs, NumberFormat number, DiagnosticBag diagnostics)
    {
        string name = ReadName(arguments, "Loss", LossCatalogue.All, outputActivation.DefaultLoss, diagnostics);
        Loss loss = LossCatalogue.All[name];
        if (diagnostics.HasErrors)
        {
            // The output activation may be what is wrong: one mistake, one diagnostic.
            return new LossSpec(name, 0);
        }

        if (outputActivation is SoftmaxActivation && outputs == 1)
        {
            diagnostics.Report(
                Descriptors.LossDoesNotFit,
                arguments.LocationOf("OutputActivation"),
                "The softmax of one output is always 1: give it two or more outputs, or write OutputActivation = \"sigmoid\"");
        }
        else if (outputActivation is MeanVarianceActivation && loss is not MeanVarianceLoss)
        {
            diagnostics.Report(
                Descriptors.LossDoesNotFit,
                arguments.LocationOf("Loss"),
                $"The outputs of '{outputActivation.Name}' are means and variances, which the loss '{loss.Name}' does not take: write Loss = \"{outputActivation.DefaultLoss}\", or leave Loss out");
        }
        else if (loss.OutputActivations is { Length: > 0 } needed && !needed.Contains(outputActivation.Name))
        {
            diagnostics.Report(
                Descriptors.LossDoesNotFit,
                arguments.LocationOf("Loss"),
                $"The loss '{loss.Name}' is defined on a {string.Join(" or ", needed)} output, but the output activation is '{outputActivation.Name}': write OutputActivation = \"{needed[0]}\", or leave Loss out");
        }
        else if (outputs > 0 && outputs % loss.OutputsPerTarget != 0)
        {
            diagnostics.Report(Descriptors.OddOutputs, arguments.LocationOf("Outputs"), $"{outputs}", loss.Name, $"{outputs + 1}");
        }

        return OptionsParser.ReadLossOptions(name, number, arguments, diagnostics);
    }

    /// <summary>
    /// Warns of a start in which the neurons of a hidden layer do not differ: nothing in training tells them apart then. A layer of one neuron has
    /// nothing to differ from, but with zeros before and behind it neither of the two gets a gradient.
    /// </summary>
    private static void CheckInitializer(NetworkSpec spec, AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        int[] neurons = [.. spec.Layers.OfType<DenseSpec>().Select(layer => layer.Neurons)];
        Initializer initializer = InitializerCatalogue.All[spec.Initializer];
        if (neurons.Length > 1
            && initializer.Weights(spec.Inputs, neurons[0], spec.InitializerScale) is ConstantStart start
            && (start.Value == 0 || neurons.Take(neurons.Length - 1).Any(count => count > 1)))
        {
            diagnostics.Report(Descriptors.ConstantInitializer, arguments.LocationOf("Initializer"), initializer.Name);
        }
    }

    /// <summary>Reports an algorithm of the runtime on a network that it is not made for.</summary>
    private static void CheckOptimizer(NetworkSpec spec, AttributeArguments arguments, DiagnosticBag diagnostics)
    {
        Optimizer optimizer = OptimizerCatalogue.All[spec.Optimizer.Name];
        if (optimizer.Algorithm is not { } algorithm || diagnostics.HasErrors)
        {
            return;
        }

        // What no other algorithm takes comes first: so the advice never leads to the next error.
        const string Others = "'lbfgs' takes every loss and size";
        (string Reason, string Advice)? misfit =
            spec.Type.IsStruct ? ("keeps what it knows of past steps outside of the network, which copies of a struct would share", "make it a class, or take 'adam'")
            : spec.Layers.Any(layer => layer is DropoutSpec) ? ("compares losses before and after a step, but dropout changes the loss from step to step", "leave the dropout out, or take 'adam'")
            : algorithm.Loss is string loss && loss != spec.Loss.Name ? ($"is defined on the loss '{loss}' only, but the loss is '{spec.Loss.Name}'", Others)
            : LayersParser.CountParameters(spec.Inputs, spec.Layers) is var count && count > algorithm.MaximumParameters ? ($"takes up to {algorithm.MaximumParameters} parameters, but there are {count}", Others)
            : null;
        if (misfit is (string reason, string advice))
        {
            diagnostics.Report(
                Descriptors.OptimizerDoesNotFit, arguments.LocationOf("Optimizer"), $"The optimizer '{optimizer.Name}' {reason}: {advice}");
        }
    }

    private static void CheckSize(NetworkSpec spec, AttributeArguments arguments, TypeDeclarationSyntax declaration, DiagnosticBag diagnostics)
    {
        int[] neurons = [.. spec.Layers.OfType<DenseSpec>().Select(layer => layer.Neurons)];
        if (spec.Unroll == UnrollChoice.Full && !UnrolledBudget.Allows(spec.Inputs, neurons))
        {
            long multiplyAdds = neurons.Zip(neurons.Prepend(spec.Inputs), (outputs, inputs) => (long)inputs * outputs).Sum();
            diagnostics.Report(
                Descriptors.CannotUnroll,
                arguments.LocationOf("Unroll"),
                spec.Type.Name,
                $"{multiplyAdds}",
                $"{spec.Inputs + neurons.Sum(n => (long)n)}",
                $"{UnrolledBudget.MaximumMultiplyAdds}",
                $"{UnrolledBudget.MaximumNeurons}");
        }
        else if (spec.Type.IsStruct && spec.Unroll != UnrollChoice.Full
            && (spec.Unroll == UnrollChoice.None || !UnrolledBudget.Favours(spec.Inputs, neurons)))
        {
            diagnostics.Report(Descriptors.StructTooLarge, declaration.Identifier.GetLocation(), spec.Type.Name);
        }
    }
}
