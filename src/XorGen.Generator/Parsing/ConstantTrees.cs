using XorGen.Generator.Expressions;

namespace XorGen.Generator.Parsing;

/// <summary>Trees that are a number, or a choice among numbers: what is done with one is done with each of its numbers.</summary>
internal static class ConstantTrees
{
    public static bool IsConstant(this Expression tree) =>
        tree is Constant or WholeNumber || (tree is Select choice && choice.WhenTrue.IsConstant() && choice.WhenFalse.IsConstant());

    /// <summary>Returns the numbers.</summary>
    public static IEnumerable<Expression> Numbers(this Expression tree) =>
        tree is Select choice ? choice.WhenTrue.Numbers().Concat(choice.WhenFalse.Numbers()) : [tree];

    /// <summary>Puts something in the place of each number.</summary>
    public static Expression Map(this Expression tree, Func<Expression, Expression> function) =>
        tree is Select choice
            ? choice with { WhenTrue = choice.WhenTrue.Map(function), WhenFalse = choice.WhenFalse.Map(function) }
            : function(tree);

    /// <summary>Puts something in the place of each pair of numbers.</summary>
    public static Expression Combine(this Expression left, Expression right, Func<Expression, Expression, Expression> function) =>
        left.Map(a => right.Map(b => function(a, b)));
}
