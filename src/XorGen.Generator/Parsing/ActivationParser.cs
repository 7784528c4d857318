using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Diagnostics;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;

namespace XorGen.Generator.Parsing;

/// <summary>Reads activations: names of the catalogue, or of static methods of the network's own class.</summary>
internal sealed class ActivationParser(
    INamedTypeSymbol symbol, NumberFormat number, Compilation compilation, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    /// <summary>Reads the activation of one hidden layer, or of all where there is no outer one, which is the default.</summary>
    public ActivationSpec ReadHidden(AttributeArguments arguments, ActivationSpec? outer)
    {
        ActivationSpec activation = Read(arguments, "Activation", "tanh", outer);
        if (activation.Formula is null && ActivationCatalogue.All[activation.Name] is not ElementwiseActivation)
        {
            diagnostics.Report(Descriptors.OutputOnlyActivation, arguments.LocationOf("Activation"), activation.Name);
            return outer ?? Default("tanh");
        }

        return activation;
    }

    /// <summary>Reads the activation of the output layer; without one it is the sigmoid, but for a loss that needs another and says which.</summary>
    public ActivationSpec ReadOutput(AttributeArguments arguments)
    {
        string? implied = LossCatalogue.All.Find(arguments.Get("Loss", string.Empty))?.ImpliedOutputActivation;
        return Read(arguments, "OutputActivation", implied ?? "sigmoid", null);
    }

    private static ActivationSpec Default(string name)
    {
        ActivationParameters numbers = ActivationCatalogue.All[name].DefaultParameters;
        return new ActivationSpec(name, numbers.Alpha, numbers.Threshold);
    }

    private ActivationSpec Read(AttributeArguments arguments, string argument, string fallback, ActivationSpec? outer)
    {
        if (!arguments.Has(argument) && outer is { Formula: not null })
        {
            OptionsParser.WarnOfActivationOptions(outer.Name, argument, arguments, diagnostics);
            return outer;
        }

        if (MethodNamedBy(arguments.ExpressionOf(argument)) is { } other && !IsOwn(other))
        {
            string keyword = number.Keyword();
            diagnostics.Report(
                Descriptors.UnsupportedFormula,
                arguments.LocationOf(argument),
                other.Name,
                $"it is a method of '{other.ContainingType.Name}', and must be one of the network's own class '{symbol.Name}': declare 'private static {keyword} {other.Name}({keyword} x) => {other.ContainingType.Name}.{other.Name}(x);' there and write nameof({other.Name})");
            return Default(fallback);
        }

        string written = arguments.Get(argument, string.Empty);
        if (arguments.Has(argument) && FindMethod(written) is { } method)
        {
            // nameof is of the method; a string of this name is the catalogue's where it has such an activation.
            if (ActivationCatalogue.All.Find(written) is null || IsNameOfMethod(arguments.ExpressionOf(argument)))
            {
                OptionsParser.WarnOfActivationOptions(written, argument, arguments, diagnostics);
                return ReadMethod(method, arguments.LocationOf(argument)) ?? Default(fallback);
            }

            if (IsActivation(method) && arguments.ExpressionOf(argument) is LiteralExpressionSyntax)
            {
                diagnostics.Report(Descriptors.MethodNotNamed, arguments.LocationOf(argument), written, method.Name);
            }
        }

        string name = NetworkParser.ReadName(arguments, argument, ActivationCatalogue.All, outer?.Name ?? fallback, diagnostics);
        return OptionsParser.ReadActivationOptions(name, argument, name == outer?.Name ? outer : null, number, arguments, diagnostics);
    }

    /// <summary>Finds the method of a name: of several, the one that has an activation's shape, where there is one.</summary>
    private IMethodSymbol? FindMethod(string name)
    {
        IMethodSymbol[] methods = [.. symbol.GetMembers(name).OfType<IMethodSymbol>()];
        return methods.FirstOrDefault(IsActivation) ?? methods.FirstOrDefault();
    }

    private bool IsNameOfMethod(ExpressionSyntax? argument) =>
        MethodNamedBy(argument) is not null;

    private bool IsOwn(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, symbol.OriginalDefinition);

    /// <summary>Returns the method that an argument names by nameof; null where it names something else or is no nameof.</summary>
    private IMethodSymbol? MethodNamedBy(ExpressionSyntax? argument)
    {
        while (argument is ParenthesizedExpressionSyntax inner)
        {
            argument = inner.Expression;
        }

        return argument is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } named }
            ? compilation.GetSemanticModel(argument.SyntaxTree).GetMemberGroup(named[0].Expression, cancellation).OfType<IMethodSymbol>().FirstOrDefault()
            : null;
    }

    private bool IsActivation(IMethodSymbol method)
    {
        SpecialType type = number == NumberFormat.Single ? SpecialType.System_Single : SpecialType.System_Double;
        return method is { IsStatic: true, IsGenericMethod: false, Parameters.Length: 1 } && method.Parameters[0].RefKind == RefKind.None
            && method.Parameters[0].Type.SpecialType == type && method.ReturnType.SpecialType == type;
    }

    private ActivationSpec? ReadMethod(IMethodSymbol method, Location location)
    {
        if (!IsActivation(method))
        {
            string keyword = number.Keyword();
            diagnostics.Report(
                Descriptors.UnsupportedFormula, location, method.Name, $"it must be declared as 'static {keyword} {method.Name}({keyword} x)'");
            return null;
        }

        if (new FormulaParser(method.Name, number, compilation, diagnostics, cancellation).Read(method, ActivationSpec.Argument, location) is not { } formula)
        {
            return null;
        }

        if (CustomActivation.Of(method.Name, formula).SlopeOfZA.CountNodes(FormulaParser.MaximumNodes + 1) > FormulaParser.MaximumNodes)
        {
            diagnostics.Report(
                Descriptors.UnsupportedFormula, location, method.Name, $"its derivative is longer than {FormulaParser.MaximumNodes} operations");
            return null;
        }

        return new ActivationSpec(method.Name, 0, 0) { Formula = formula };
    }
}
