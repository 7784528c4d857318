namespace XorGen.Generator.Expressions;

/// <summary>
/// A tree as statements: each part that occurs more than once takes a name and is computed once. The values are the same to the bit.
/// </summary>
/// <param name="Locals">The names and what they are, in the order in which they are computed.</param>
/// <param name="Result">The tree, with the names in the place of those parts.</param>
internal sealed record SharedParts(IReadOnlyList<(Variable Name, Expression Value)> Locals, Expression Result)
{
    /// <summary>Finds the parts that occur more than once.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="name">Gives the i-th part its name.</param>
    public static SharedParts Of(Expression tree, Func<int, string> name)
    {
        var counts = new Dictionary<Expression, int>();
        Count(tree, counts);
        var locals = new List<(Variable, Expression)>();
        var names = new Dictionary<Expression, Variable>();
        Expression result = Rewrite(tree);
        return new SharedParts(locals, result);

        Expression Rewrite(Expression node)
        {
            if (names.TryGetValue(node, out Variable known))
            {
                return known;
            }

            IReadOnlyList<Expression> parts = node.Parts();
            if (parts.Count == 0)
            {
                return node;
            }

            Expression rewritten = node.WithParts([.. parts.Select(Rewrite)]);
            if (counts[node] == 1)
            {
                return rewritten;
            }

            var variable = new Variable(name(locals.Count));
            locals.Add((variable, rewritten));
            names.Add(node, variable);
            return variable;
        }
    }

    /// <summary>Counts occurrences; within a part that is shared itself, each once. The scalar spelling of Min and Max has operands twice.</summary>
    private static void Count(Expression node, Dictionary<Expression, int> counts)
    {
        IReadOnlyList<Expression> parts = node.Parts();
        if (parts.Count == 0)
        {
            return;
        }

        counts.TryGetValue(node, out int count);
        counts[node] = count + 1;
        if (count > 0)
        {
            return;
        }

        int times = node is Binary { Operator: BinaryOperator.Min or BinaryOperator.Max } ? 2 : 1;
        foreach (Expression part in parts)
        {
            for (int i = 0; i < times; i++)
            {
                Count(part, counts);
            }
        }
    }
}
