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
/// calls of other such methods. What it cannot read it reports, at that node, and returns null.
/// </summary>
internal sealed class FormulaParser(string function, Compilation compilation, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    private const int MaximumDepth = 32;

    private readonly CancellationToken cancellation = cancellation;

    private int depth;

    /// <summary>Reads a method's body with trees in the place of its parameters.</summary>
    /// <param name="method">A static method.</param>
    /// <param name="arguments">The trees.</param>
    /// <param name="caller">Where it is called, for what is wrong with the method itself.</param>
    public Expression? Read(IMethodSymbol method, IReadOnlyList<Expression> arguments, Location caller)
    {
        cancellation.ThrowIfCancellationRequested();
        if (method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).FirstOrDefault(HasBody) is not { } declaration)
        {
            return Report(caller, $"'{method.Name}' has no source to read, and is no function that XorGen knows");
        }

        if (depth == MaximumDepth)
        {
            return Report(caller, $"the calls are more than {MaximumDepth} deep: '{method.Name}' calls itself");
        }

        depth++;
        var names = new Dictionary<string, Expression>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            names[parameter.Name] = arguments[parameter.Ordinal];
        }

        var scope = new Scope(this, compilation.GetSemanticModel(declaration.SyntaxTree), names);
        Expression? result = declaration switch
        {
            MethodDeclarationSyntax { ExpressionBody: { } body } => scope.Read(body.Expression),
            MethodDeclarationSyntax { Body: { } body } => scope.Read(body.Statements, body),
            LocalFunctionStatementSyntax { ExpressionBody: { } body } => scope.Read(body.Expression),
            _ => Report(declaration.GetLocation(), "it has no body"),
        };
        depth--;
        return result;
    }

    private static bool HasBody(SyntaxNode node) =>
        node is MethodDeclarationSyntax { ExpressionBody: not null } or MethodDeclarationSyntax { Body: not null } or LocalFunctionStatementSyntax { ExpressionBody: not null };

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
            if (model.GetConstantValue(node, parser.cancellation) is { HasValue: true, Value: IConvertible value and not (string or bool or char) })
            {
                return value.ToDouble(CultureInfo.InvariantCulture);
            }

            return node switch
            {
                ParenthesizedExpressionSyntax inner => Read(inner.Expression),
                CastExpressionSyntax cast when IsReal(cast.Type) => Read(cast.Expression),
                CheckedExpressionSyntax inner => Read(inner.Expression),
                IdentifierNameSyntax name when names.TryGetValue(name.Identifier.ValueText, out Expression known) => known,
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
                    case IfStatementSyntax conditional:
                        Choice? choice = ReadCondition(conditional.Condition);
                        Expression? whenTrue = ReadBranch(conditional.Statement);
                        Expression? whenFalse = conditional.Else is null ? Read(statements, block, i + 1) : ReadBranch(conditional.Else.Statement);
                        return choice is null || whenTrue is null || whenFalse is null ? null : choice(whenTrue, whenFalse);
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

            Expression? left = Read(node.Left);
            Expression? right = Read(node.Right);
            if (left is null || right is null)
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

        private Expression? ReadConditional(ConditionalExpressionSyntax node)
        {
            Choice? choice = ReadCondition(node.Condition);
            Expression? whenTrue = Read(node.WhenTrue);
            Expression? whenFalse = Read(node.WhenFalse);
            return choice is null || whenTrue is null || whenFalse is null ? null : choice(whenTrue, whenFalse);
        }

        private Choice? ReadCondition(ExpressionSyntax node)
        {
            switch (node)
            {
                case ParenthesizedExpressionSyntax inner:
                    return ReadCondition(inner.Expression);
                case PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression):
                    return ReadCondition(not.Operand) is { } negated ? (a, b) => negated(b, a) : null;
                case BinaryExpressionSyntax both when both.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression:
                    Choice? first = ReadCondition(both.Left);
                    Choice? second = ReadCondition(both.Right);
                    return first is null || second is null ? null
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

            Expression? left = Read(node.Left);
            Expression? right = Read(node.Right);
            return left is null || right is null ? null
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

            Expression?[] arguments = [.. syntax.Select(Read)];
            if (arguments.Contains(null))
            {
                return null;
            }

            Expression[] known = [.. arguments.OfType<Expression>()];
            return !IsLibrary(method.ContainingType) ? parser.Read(method, known, node.GetLocation())
                : KnownFunctions.Find(method.Name, known) ?? parser.Report(node.GetLocation(), $"'{method.ContainingType.Name}.{method.Name}' is not among the functions that XorGen knows: {KnownFunctions.Names}");
        }

        /// <summary>Whether a type has the functions of mathematics: Math, MathF, float, double, or XorGen's own.</summary>
        private static bool IsLibrary(INamedTypeSymbol type) =>
            type.SpecialType is SpecialType.System_Single or SpecialType.System_Double
            || type.ToDisplayString() is "System.Math" or "System.MathF" or "XorGen.Numerics.ElementarySingle" or "XorGen.Numerics.ElementaryDouble";

        private bool IsReal(TypeSyntax type) =>
            model.GetTypeInfo(type, parser.cancellation).Type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

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
