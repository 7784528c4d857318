namespace XorGen.Generator.Expressions;

/// <summary>Questions about trees.</summary>
internal static class Trees
{
    /// <summary>The parts of a node, from left to right.</summary>
    public static IReadOnlyList<Expression> Parts(this Expression node) => node switch
    {
        Unary u => [u.Operand],
        Binary b => [b.Left, b.Right],
        FusedMultiplyAdd f => [f.A, f.B, f.C],
        Select s => [s.Left, s.Right, s.WhenTrue, s.WhenFalse],
        Function f => [f.Argument],
        BinaryFunction f => [f.First, f.Second],
        Call { Second: { } second } c => [c.First, second],
        Call c => [c.First],
        _ => [],
    };

    /// <summary>The same node with other parts.</summary>
    public static Expression WithParts(this Expression node, IReadOnlyList<Expression> parts) => node switch
    {
        Unary u => u with { Operand = parts[0] },
        Binary b => b with { Left = parts[0], Right = parts[1] },
        FusedMultiplyAdd => new FusedMultiplyAdd(parts[0], parts[1], parts[2]),
        Select s => new Select(s.Comparison, parts[0], parts[1], parts[2], parts[3]),
        Function f => f with { Argument = parts[0] },
        BinaryFunction f => f with { First = parts[0], Second = parts[1] },
        Call c => c with { First = parts[0], Second = parts.ElementAtOrDefault(1) },
        _ => node,
    };

    /// <summary>Puts a tree in the place of a part.</summary>
    public static Expression Replace(this Expression tree, Expression part, Expression replacement) =>
        tree.Equals(part) ? replacement
        : tree.Parts() is { Count: > 0 } parts ? tree.WithParts([.. parts.Select(inner => inner.Replace(part, replacement))])
        : tree;

    /// <summary>The number of nodes, where a part that occurs several times counts each time; not more than a limit, at which the count ends.</summary>
    public static int CountNodes(this Expression tree, int limit)
    {
        int count = 1;
        foreach (Expression part in tree.Parts())
        {
            if (count >= limit)
            {
                break;
            }

            count += part.CountNodes(limit - count);
        }

        return count;
    }

    /// <summary>Whether a variable occurs in a tree.</summary>
    public static bool Mentions(this Expression tree, Variable variable) =>
        tree.Equals(variable) || tree.Parts().Any(part => part.Mentions(variable));

    /// <summary>Whether a tree calls an elementary function: then it is worth a loop of its own.</summary>
    public static bool CallsFunction(this Expression tree) => tree is Function or BinaryFunction or Call || tree.Parts().Any(CallsFunction);
}
