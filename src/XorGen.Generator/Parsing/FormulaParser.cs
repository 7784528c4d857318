using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using XorGen.Generator.Diagnostics;
using XorGen.Generator.Expressions;
using XorGen.Generator.Model;

namespace XorGen.Generator.Parsing;

/// <summary>
/// Reads a method that the user has written as a formula: arithmetic, constants, elementary functions, conditionals, local variables and
/// calls of other such methods. The formula has the method's value, each operation rounded as in C#; the first thing that it cannot
/// read, or not with the same value, it reports, at that node, and returns null.
/// </summary>
internal sealed class FormulaParser(string function, NumberFormat number, Compilation compilation, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    /// <summary>
    /// The most nodes that a formula and its derivative may have, where a name counts as what it stands for: a few locals that each
    /// occur twice in the next one are an endless formula, and everything that is done with a tree walks it.
    /// </summary>
    public const int MaximumNodes = 500;

    /// <summary>The methods that are being read, each called by the one before.</summary>
    private readonly HashSet<ISymbol> open = new(SymbolEqualityComparer.Default);

    private int nodes;

    /// <summary>Gets the format of the network's numbers.</summary>
    public NumberFormat Number => number;

    /// <summary>Gets the type of the network's numbers.</summary>
    public SpecialType OwnType { get; } = number == NumberFormat.Single ? SpecialType.System_Single : SpecialType.System_Double;

    /// <summary>Reads the body of an activation.</summary>
    /// <param name="method">A static method of the network's type of numbers.</param>
    /// <param name="argument">The tree in the place of its parameter.</param>
    /// <param name="caller">Where it is named, for what is wrong with the method itself.</param>
    public Expression? Read(IMethodSymbol method, Expression argument, Location caller) =>
        Read(method, [new FormulaValue(argument, OwnType)], caller)?.Tree;

    /// <summary>Reads a method's body with values in the place of its parameters.</summary>
    public FormulaValue? Read(IMethodSymbol method, IReadOnlyList<FormulaValue> arguments, Location caller)
    {
        cancellation.ThrowIfCancellationRequested();
        method = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (DeclarationOf(method) is not { } declaration)
        {
            return Report(caller, $"'{method.Name}' has no source in this project to read, and is no function that XorGen knows");
        }

        if (!open.Add(method))
        {
            return Report(caller, $"'{method.Name}' calls itself");
        }

        var names = new Dictionary<string, FormulaValue>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            names[parameter.Name] = arguments[parameter.Ordinal];
        }

        FormulaValue? result = BodyOf(declaration) is not { } body ? null
            : new FormulaScope(this, body.Syntax, names).Run(new PendingStatements([body], 0, null));
        open.Remove(method);
        return result;
    }

    /// <summary>Counts nodes of the tree and of the source; reports where they become too many, and returns whether they are not.</summary>
    public bool Spend(int count, SyntaxNode place)
    {
        cancellation.ThrowIfCancellationRequested();
        nodes += count;
        if (nodes > MaximumNodes)
        {
            Report(place.GetLocation(), $"it is longer than {MaximumNodes} operations, where each name counts as what it stands for");
        }

        return nodes <= MaximumNodes;
    }

    /// <summary>
    /// Counts the nodes of a tree that a place in the source stands for, but for what is counted already: the place itself, and once each
    /// the parts that the tree is made of, which it may repeat.
    /// </summary>
    public bool Spend(Expression tree, IEnumerable<Expression> parts, SyntaxNode place)
    {
        int count = tree.CountNodes(MaximumNodes + 1) - parts.Sum(part => part.CountNodes(MaximumNodes)) - 1;
        return Spend(Math.Max(0, count), place);
    }

    public FormulaValue? Report(Location location, string reason)
    {
        diagnostics.Report(Descriptors.UnsupportedFormula, location, function, reason);
        return null;
    }

    /// <summary>Reports an operation that the network's precision would give another result of.</summary>
    public FormulaValue? ReportPrecision(SyntaxNode node, string advice)
    {
        (string own, string other) = number == NumberFormat.Single ? ("single", "double") : ("double", "single");
        diagnostics.Report(Descriptors.FormulaPrecision, node.GetLocation(), function, Shorten(node), own, other, advice);
        return null;
    }

    /// <summary>Spells a node for a message: its text where that is short.</summary>
    public static string Shorten(SyntaxNode node)
    {
        string text = node.ToString();
        return text.Length > 40 || text.Contains('\n') ? text.Substring(0, Math.Min(text.Length, 40)).Split('\n')[0].TrimEnd() + "..." : text;
    }

    /// <summary>The declaration with a body, in this compilation: in an editor the sources of other projects are at hand too, but not their meaning.</summary>
    private SyntaxNode? DeclarationOf(IMethodSymbol method) => method.DeclaringSyntaxReferences
        .Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
        .Select(reference => reference.GetSyntax(cancellation))
        .FirstOrDefault(declaration => declaration is BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null }
            or LocalFunctionStatementSyntax { Body: not null } or LocalFunctionStatementSyntax { ExpressionBody: not null });

    private IOperation? BodyOf(SyntaxNode declaration) =>
        compilation.GetSemanticModel(declaration.SyntaxTree).GetOperation(declaration, cancellation) switch
        {
            IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
            ILocalFunctionOperation local => local.Body,
            _ => null,
        };
}
