using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using XorGen.Generator.Expressions;

namespace XorGen.Generator.Parsing;

/// <summary>One way through a method's body, and what its names stand for there.</summary>
internal sealed partial class FormulaScope(FormulaParser parser, SyntaxNode body, Dictionary<string, FormulaValue> names)
{
    /// <summary>A condition: makes a tree of the trees that it chooses from.</summary>
    private delegate Expression Choice(Expression whenTrue, Expression whenFalse);

    private readonly Dictionary<string, Choice> conditions = [];

    /// <summary>Runs statements up to the one that returns a value. Behind an "if" each branch goes on by itself.</summary>
    public FormulaValue? Run(PendingStatements? pending)
    {
        while (pending is not null)
        {
            if (pending.Next == pending.Statements.Count)
            {
                pending = pending.Outer;
                continue;
            }

            IOperation statement = pending.Statements[pending.Next];
            PendingStatements behind = pending with { Next = pending.Next + 1 };
            switch (statement)
            {
                case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }:
                    return Read(value);
                case IBlockOperation block:
                    pending = new PendingStatements(block.Operations, 0, behind);
                    continue;
                case IConditionalOperation conditional:
                    return RunBranches(conditional, behind);
                case IVariableDeclarationGroupOperation group when group.Declarations.SelectMany(declaration => declaration.Declarators).All(Declare):
                case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment } when Assign(assignment.Target, () => Read(assignment.Value)):
                case ILocalFunctionOperation or IEmptyOperation:
                    pending = behind;
                    continue;
                case IVariableDeclarationGroupOperation or IExpressionStatementOperation { Operation: ISimpleAssignmentOperation }:
                    return null;
                default:
                    return Unsupported(statement.Syntax);
            }
        }

        return parser.Report(body.GetLocation(), "not every way through it returns a value");
    }

    private FormulaValue? RunBranches(IConditionalOperation conditional, PendingStatements behind)
    {
        return Choose(
            conditional.Syntax,
            conditional.Condition,
            () => Copy().Run(new PendingStatements([conditional.WhenTrue], 0, behind)),
            () => Copy().Run(conditional.WhenFalse is { } otherwise ? new PendingStatements([otherwise], 0, behind) : behind));

        // What a branch declares or assigns is its own.
        FormulaScope Copy()
        {
            var copy = new FormulaScope(parser, body, new(names));
            foreach (KeyValuePair<string, Choice> condition in conditions)
            {
                copy.conditions[condition.Key] = condition.Value;
            }

            return copy;
        }
    }

    private bool Declare(IVariableDeclaratorOperation variable)
    {
        IOperation? value = variable.GetVariableInitializer()?.Value;
        string name = variable.Symbol.Name;
        if (variable.Symbol.RefKind != RefKind.None)
        {
            Unsupported(variable.Syntax);
            return false;
        }

        // Without a value, it has one before it is read.
        names.Remove(name);
        return value is null || Keep(variable.Symbol.Type, name, value);
    }

    private bool Keep(ITypeSymbol type, string name, IOperation value)
    {
        if (type.SpecialType == SpecialType.System_Boolean)
        {
            if (ReadCondition(value) is not { } condition)
            {
                return false;
            }

            conditions[name] = condition;
            return true;
        }

        if (Read(value) is not { } number)
        {
            return false;
        }

        names[name] = number;
        return true;
    }

    private bool Assign(IOperation target, Func<FormulaValue?> value)
    {
        if (NameOf(target) is not { } name || target.Type?.SpecialType == SpecialType.System_Boolean)
        {
            Unsupported(target.Syntax);
            return false;
        }

        if (value() is not { } number)
        {
            return false;
        }

        names[name] = number;
        return true;
    }

    private static string? NameOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        _ => null,
    };

    private FormulaValue? Choose(SyntaxNode node, IOperation condition, Func<FormulaValue?> whenTrue, Func<FormulaValue?> whenFalse)
    {
        if (ReadCondition(condition) is not { } choice || whenTrue() is not { } first || whenFalse() is not { } second)
        {
            return null;
        }

        Expression tree = choice(first.Tree, second.Tree);
        return !parser.Spend(tree, [first.Tree, second.Tree], node) ? null
            : new FormulaValue(tree, first.Type, tree.IsConstant() ? first.IsRounded || second.IsRounded : IsInexact(first) || IsInexact(second));
    }

    private FormulaValue? Unsupported(SyntaxNode node) => parser.Report(
        node.GetLocation(),
        $"'{FormulaParser.Shorten(node)}' is none of what it may contain, which is arithmetic, constants, elementary functions, conditionals, local variables and calls of other such methods");
}
