using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using XorGen.Generator.Diagnostics;
using XorGen.Generator.Expressions;
using static XorGen.Generator.Expressions.Expression;

namespace XorGen.Generator.Parsing;

/// <summary>
/// Reads a method that the user has written as a formula: arithmetic, constants, elementary functions, conditionals, local variables and
/// calls of other such methods. The first thing that it cannot read it reports, at that node, and returns null.
/// </summary>
internal sealed class FormulaParser(string function, Compilation compilation, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    /// <summary>
    /// The most nodes that a formula and its derivative may have, where a name counts as what it stands for: a few locals that each
    /// occur twice in the next one are an endless formula, and everything that is done with a tree walks it.
    /// </summary>
    public const int MaximumNodes = 500;

    private readonly CancellationToken cancellation = cancellation;

    /// <summary>The methods that are being read, each called by the one before.</summary>
    private readonly HashSet<ISymbol> open = new(SymbolEqualityComparer.Default);

    private int nodes;

    /// <summary>Reads a method's body with trees in the place of its parameters.</summary>
    /// <param name="method">A static method.</param>
    /// <param name="arguments">The trees.</param>
    /// <param name="caller">Where it is called, for what is wrong with the method itself.</param>
    public Expression? Read(IMethodSymbol method, IReadOnlyList<Expression> arguments, Location caller)
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

        var names = new Dictionary<string, Expression>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            names[parameter.Name] = arguments[parameter.Ordinal];
        }

        var scope = new Scope(this, compilation.GetSemanticModel(declaration.SyntaxTree), names);
        Expression? result = BodyOf(declaration) switch
        {
            ArrowExpressionClauseSyntax body => scope.Read(body.Expression),
            BlockSyntax body => scope.Read(body.Statements, body),
            _ => null,
        };
        open.Remove(method);
        return result;
    }

    /// <summary>The declaration with a body, in this compilation: in an editor the sources of other projects are at hand too, but not their meaning.</summary>
    private SyntaxNode? DeclarationOf(IMethodSymbol method) => method.DeclaringSyntaxReferences
        .Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
        .Select(reference => reference.GetSyntax(cancellation))
        .FirstOrDefault(declaration => BodyOf(declaration) is not null);

    private static SyntaxNode? BodyOf(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.ExpressionBody ?? method.Body,
        LocalFunctionStatementSyntax function => (SyntaxNode?)function.ExpressionBody ?? function.Body,
        _ => null,
    };

    /// <summary>Counts nodes of the tree and of the source; reports where they become too many, and returns whether they are not.</summary>
    private bool Spend(int count, SyntaxNode place)
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
    private Expression? Spend(Expression tree, IReadOnlyList<Expression> parts, SyntaxNode place)
    {
        int count = tree.CountNodes(MaximumNodes + 1) - parts.Sum(part => part.CountNodes(MaximumNodes)) - 1;
        return Spend(Math.Max(0, count), place) ? tree : null;
    }

    private Expression? Report(Location location, string reason)
    {
        diagnostics.Report(Descriptors.UnsupportedFormula, location, function, reason);
        return null;
    }

    /// <summary>A condition: makes a tree of the values that it chooses from.</summary>
    private delegate Expression Choice(Expression whenTrue, Expression whenFalse);

    /// <summary>The names that a body may use, and what they are.</summary>
    private sealed class Scope(FormulaParser parser, SemanticModel model, Dictionary<string, Expression> names)
    {
        public Expression? Read(ExpressionSyntax node)
        {
            if (!parser.Spend(1, node))
            {
                return null;
            }

            if (model.GetConstantValue(node, parser.cancellation) is { HasValue: true, Value: IConvertible value and not (string or bool or char) })
            {
                return value.ToDouble(CultureInfo.InvariantCulture);
            }

            return node switch
            {
                ParenthesizedExpressionSyntax inner => Read(inner.Expression),
                CastExpressionSyntax cast when IsReal(cast.Type) => Read(cast.Expression),
                CheckedExpressionSyntax inner => Read(inner.Expression),
                IdentifierNameSyntax name when names.TryGetValue(name.Identifier.ValueText, out Expression known) => parser.Spend(known, [], node),
                PrefixUnaryExpressionSyntax unary => ReadUnary(unary),
                BinaryExpressionSyntax binary => ReadBinary(binary),
                ConditionalExpressionSyntax conditional => ReadConditional(conditional),
                InvocationExpressionSyntax invocation => ReadCall(invocation),
                _ => Unsupported(node),
            };
        }

        /// <summary>Reads local variables, "if (...) return ...;" and "return ...;" from a position on.</summary>
        public Expression? Read(IReadOnlyList<StatementSyntax> statements, SyntaxNode block, int first = 0)
        {
            for (int i = first; i < statements.Count; i++)
            {
                switch (statements[i])
                {
                    case ReturnStatementSyntax { Expression: { } value }:
                        return Read(value);
                    case LocalDeclarationStatementSyntax declaration when ReadLocals(declaration):
                        continue;
                    case LocalDeclarationStatementSyntax:
                        return null;
                    case LocalFunctionStatementSyntax:
                        continue;
                    case IfStatementSyntax conditional:
                        int next = i + 1;
                        return Choose(
                            conditional,
                            conditional.Condition,
                            () => ReadBranch(conditional.Statement),
                            () => conditional.Else is null ? Read(statements, block, next) : ReadBranch(conditional.Else.Statement));
                    default:
                        return Unsupported(statements[i]);
                }
            }

            return parser.Report(block.GetLocation(), "not every way through it returns a value");
        }

        private Expression? ReadBranch(StatementSyntax statement)
        {
            // Names that a branch declares are its own.
            var inner = new Scope(parser, model, new(names));
            return statement is BlockSyntax block ? inner.Read(block.Statements, block) : inner.Read([statement], statement);
        }

        private bool ReadLocals(LocalDeclarationStatementSyntax declaration)
        {
            foreach (VariableDeclaratorSyntax variable in declaration.Declaration.Variables)
            {
                if (variable.Initializer is null)
                {
                    Unsupported(variable);
                    return false;
                }

                if (Read(variable.Initializer.Value) is not { } value)
                {
                    return false;
                }

                names[variable.Identifier.ValueText] = value;
            }

            return true;
        }

        private Expression? ReadUnary(PrefixUnaryExpressionSyntax node) => node.Kind() switch
        {
            SyntaxKind.UnaryPlusExpression => Read(node.Operand),
            SyntaxKind.UnaryMinusExpression => Read(node.Operand) is { } operand ? -operand : null,
            _ => Unsupported(node),
        };

        private Expression? ReadBinary(BinaryExpressionSyntax node)
        {
            if (node.Kind() is not (SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression))
            {
                return Unsupported(node);
            }

            if (node.IsKind(SyntaxKind.DivideExpression) && IsWhole(node))
            {
                return parser.Report(
                    node.GetLocation(), $"'{node}' divides whole numbers, which C# rounds to a whole number: make one of them real, as 2f and 2.0 are");
            }

            if (Read(node.Left) is not { } left || Read(node.Right) is not { } right)
            {
                return null;
            }

            return node.Kind() switch
            {
                SyntaxKind.AddExpression => left + right,
                SyntaxKind.SubtractExpression => left - right,
                SyntaxKind.MultiplyExpression => left * right,
                _ => left / right,
            };
        }

        private Expression? ReadConditional(ConditionalExpressionSyntax node) =>
            Choose(node, node.Condition, () => Read(node.WhenTrue), () => Read(node.WhenFalse));

        private Expression? Choose(SyntaxNode node, ExpressionSyntax condition, Func<Expression?> whenTrue, Func<Expression?> whenFalse) =>
            ReadCondition(condition) is { } choice && whenTrue() is { } first && whenFalse() is { } second
                ? parser.Spend(choice(first, second), [first, second], node)
                : null;

        private Choice? ReadCondition(ExpressionSyntax node)
        {
            if (!parser.Spend(1, node))
            {
                return null;
            }

            switch (node)
            {
                case ParenthesizedExpressionSyntax inner:
                    return ReadCondition(inner.Expression);
                case PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression):
                    return ReadCondition(not.Operand) is { } negated ? (a, b) => negated(b, a) : null;
                case BinaryExpressionSyntax both when both.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression:
                    return ReadCondition(both.Left) is not { } first || ReadCondition(both.Right) is not { } second ? null
                        : both.IsKind(SyntaxKind.LogicalAndExpression) ? (a, b) => first(second(a, b), b)
                        : (a, b) => first(a, second(a, b));
                case BinaryExpressionSyntax comparison:
                    return ReadComparison(comparison);
                default:
                    Unsupported(node);
                    return null;
            }
        }

        private Choice? ReadComparison(BinaryExpressionSyntax node)
        {
            Comparison? comparison = node.Kind() switch
            {
                SyntaxKind.GreaterThanExpression => Comparison.GreaterThan,
                SyntaxKind.GreaterThanOrEqualExpression => Comparison.GreaterThanOrEqual,
                SyntaxKind.LessThanExpression => Comparison.LessThan,
                SyntaxKind.LessThanOrEqualExpression => Comparison.LessThanOrEqual,
                SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression => Comparison.Equal,
                _ => null,
            };
            if (comparison is not { } known)
            {
                Unsupported(node);
                return null;
            }

            return Read(node.Left) is not { } left || Read(node.Right) is not { } right ? null
                : node.IsKind(SyntaxKind.NotEqualsExpression) ? (a, b) => new Select(known, left, right, b, a)
                : (a, b) => new Select(known, left, right, a, b);
        }

        private Expression? ReadCall(InvocationExpressionSyntax node)
        {
            if (model.GetSymbolInfo(node, parser.cancellation).Symbol is not IMethodSymbol { IsStatic: true } method)
            {
                return Unsupported(node);
            }

            ExpressionSyntax[] syntax = [.. node.ArgumentList.Arguments.Select(argument => argument.Expression)];
            if (node.ArgumentList.Arguments.Any(argument => argument.NameColon is not null) || syntax.Length != method.Parameters.Length)
            {
                return Unsupported(node);
            }

            var arguments = new List<Expression>();
            foreach (ExpressionSyntax argument in syntax)
            {
                if (Read(argument) is not { } value)
                {
                    return null;
                }

                arguments.Add(value);
            }

            return !IsLibrary(method.ContainingType) ? parser.Read(method, arguments, node.GetLocation())
                : KnownFunctions.Find(method.Name, arguments) is { } result ? parser.Spend(result, arguments, node)
                : parser.Report(node.GetLocation(), $"'{method.ContainingType.Name}.{method.Name}' is not among the functions that XorGen knows: {KnownFunctions.Names}");
        }

        /// <summary>Whether a type has the functions of mathematics: Math, MathF, float, double, or XorGen's own.</summary>
        private static bool IsLibrary(INamedTypeSymbol type) =>
            type.SpecialType is SpecialType.System_Single or SpecialType.System_Double
            || type.ToDisplayString() is "System.Math" or "System.MathF" or "XorGen.Numerics.ElementarySingle" or "XorGen.Numerics.ElementaryDouble";

        private bool IsReal(TypeSyntax type) =>
            model.GetTypeInfo(type, parser.cancellation).Type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

        /// <summary>Whether the value of a node is a whole number.</summary>
        private bool IsWhole(ExpressionSyntax node) =>
            model.GetTypeInfo(node, parser.cancellation).Type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64
                or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

        private Expression? Unsupported(SyntaxNode node)
        {
            string text = node.ToString();
            text = text.Length > 40 || text.Contains('\n') ? node.Kind().ToString() : $"'{text}'";
            return parser.Report(
                node.GetLocation(),
                $"{text} is none of what it may contain, which is arithmetic, constants, elementary functions, conditionals, local variables and calls of other such methods");
        }
    }
}
